using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vpcep.Emulator.Persistence;

/// <summary>One accepted change; exactly one member is set.</summary>
internal sealed record JournalEntry
{
    public EndpointService? Service { get; init; }
    public VpcEndpoint? Endpoint { get; init; }
    public string? Gone { get; init; }
    public IssuedToken? Token { get; init; }

    [JsonIgnore]
    public string Key => Service?.Id ?? Endpoint?.Id ?? Gone ?? Token!.Value;
}

/// <summary>
/// The state file: one JSON line per accepted change, the newest of an object counts. A line is written with one call
/// before the answer goes out, so whatever a killed process has answered is there; a torn last line is dropped.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;

    private Journal(FileStream file) => _file = file;

    /// <summary>Reads what is there, drops what is gone, and opens for appending.</summary>
    public static (Journal Journal, List<JournalEntry> Entries) Open(string path, DateTimeOffset now)
    {
        var entries = File.Exists(path) ? Live(File.ReadAllText(path), now) : [];
        // Compacted beside and renamed: a kill during start leaves the old file or the new one.
        var fresh = path + ".new";
        File.WriteAllLines(fresh, entries.Select(entry => JsonSerializer.Serialize(entry, Json.State)));
        File.Move(fresh, path, overwrite: true);
        // Not FileMode.Append, which forbids clearing what was there before.
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Seek(0, SeekOrigin.End);
        return (new Journal(file), entries);
    }

    public void Append(JournalEntry entry)
    {
        _file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Json.State) + "\n"));
    }

    public void Clear() => _file.SetLength(0);

    public void Dispose() => _file.Dispose();

    private static List<JournalEntry> Live(string text, DateTimeOffset now)
    {
        var complete = text[..(text.LastIndexOf('\n') + 1)];
        var newest = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        foreach (var line in complete.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var entry = JsonSerializer.Deserialize<JournalEntry>(line, Json.State)!;
            newest[entry.Key] = entry;
        }
        return
        [
            .. newest.Values.Where(entry =>
                entry.Service?.At(now) is not null
                || entry.Endpoint?.At(now) is not null
                || entry.Token?.ExpiresAt > now
            ),
        ];
    }
}
