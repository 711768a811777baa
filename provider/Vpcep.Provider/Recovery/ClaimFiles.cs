using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vpcep.Provider.Recovery;

/// <summary>A resource that stands for a record.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">The record.</param>
/// <param name="Word">What tells it from the one that it replaces; null in states of older versions.</param>
internal sealed record Claim(string Urn, string Id, string? Word);

[JsonSerializable(typeof(Claim))]
internal sealed partial class ClaimJson : JsonSerializerContext;

/// <summary>
/// Shares claims between the processes of one run: when a provider is replaced, one process makes the new resources and
/// another deletes the old ones at the end, while the first still lives. So a file counts as long as its writer lives.
/// </summary>
/// <param name="folder">Where the files are; made when first needed.</param>
/// <param name="warn">Is told once when claims cannot be shared.</param>
internal sealed class ClaimFiles(string folder, Action<string> warn)
{
    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(
        folder,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessId}-{StartOf(Process.GetCurrentProcess())}-{Guid.NewGuid():N}.jsonl"
        )
    );
    private bool _failed;

    /// <summary>Lets other processes know.</summary>
    public void Add(Claim claim)
    {
        lock (_lock)
        {
            try
            {
                Directory.CreateDirectory(folder);
                var line = JsonSerializer.SerializeToUtf8Bytes(claim, ClaimJson.Default.Claim);
                using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
                file.Write([.. line, (byte)'\n']);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (!_failed)
                {
                    _failed = true;
                    warn(
                        $"cannot note in {folder} which permissions and approvals the program has ({failure.Message}): where the provider is replaced in this run, `pulumi up --refresh` afterwards makes again what the old one removes"
                    );
                }
            }
        }
    }

    /// <summary>What the other processes that live have claimed, each resource as it was said last.</summary>
    public IReadOnlyCollection<Claim> Others()
    {
        var found = new Dictionary<(string, string), Claim>();
        try
        {
            foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [])
            {
                if (path == _path)
                {
                    continue;
                }

                if (!IsAlive(path))
                {
                    File.Delete(path);
                    continue;
                }

                foreach (var claim in File.ReadLines(path).Select(Parse).OfType<Claim>())
                {
                    found[(claim.Urn, claim.Id)] = claim;
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            warn($"cannot read in {folder} which permissions and approvals the program has ({failure.Message})");
        }

        return found.Values;
    }

    /// <summary>Takes everything back.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            try
            {
                File.Delete(_path);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Without its writer it counts for nothing.
            }
        }
    }

    private static Claim? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ClaimJson.Default.Claim);
        }
        catch (JsonException)
        {
            return null; // half a line says nothing
        }
    }

    private static bool IsAlive(string path)
    {
        if (
            Path.GetFileName(path).Split('-') is not [var id, var start, _]
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var processId)
            || !long.TryParse(start, CultureInfo.InvariantCulture, out var startedAt)
        )
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            // Systems tell the start of a process from afar to the second only.
            return Math.Abs(StartOf(process) - startedAt) <= 2;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // Containers without /proc do not tell it; there the id alone says who lives.
    private static long StartOf(Process process)
    {
        try
        {
            return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds();
        }
        catch (Win32Exception)
        {
            return 0;
        }
    }
}
