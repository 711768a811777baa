using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Pulumi.Provider.Model;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// Remembers on disk what is being created, so that a process killed between "the cloud made it" and "the engine stored
/// it" loses nothing: the next run finds the note, looks for the thing and goes on with it.
/// </summary>
/// <remarks>
/// A note is written before the request is sent, gets the id when the cloud has given one, and is removed when the run
/// has ended in order, when the engine shows that it knows the id, or when the request provably made nothing.
/// </remarks>
internal sealed class CreationJournal
{
    // A minute: the client bounds a request to that.
    private const int MostLooks = 120;

    private readonly string _folder;
    private readonly string _scope;
    private readonly Lazy<ConcurrentDictionary<string, CreationNote>> _leftovers;
    private readonly ConcurrentDictionary<string, string> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _adopted = new(StringComparer.Ordinal);

    /// <summary>A journal in the folder, which is made when first needed.</summary>
    /// <param name="folder">Where the notes are.</param>
    /// <param name="scope">What tells this program's resources from those of others with the same URNs.</param>
    public CreationJournal(string folder, string scope)
    {
        _folder = folder;
        _scope = scope;
        _leftovers = new(Load);
    }

    /// <summary>The note that an earlier process left for the resource, or null.</summary>
    public CreationNote? Leftover(string urn) => _leftovers.Value.GetValueOrDefault(Key(urn));

    /// <summary>
    /// Waits until the process that left the note has ended or has learned the id: a plugin outlives a killed engine by
    /// some seconds, and its request may still be on the way.
    /// </summary>
    public async Task<CreationNote> SettledAsync(
        CreationNote note,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        for (var looks = 0; looks < MostLooks && note.Id is null && IsAlive(note.ProcessId); looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, cancellationToken).ConfigureAwait(false);
            note = Read(PathOf(Key(note.Urn))) ?? note;
        }

        return note;
    }

    /// <summary>Notes that a create begins; replaces a leftover.</summary>
    public void Begin(CreationNote note)
    {
        _leftovers.Value.TryRemove(Key(note.Urn), out _);
        Directory.CreateDirectory(_folder);
        Write(note, FileMode.Create);
    }

    /// <summary>Notes the id. However the create goes on, its answer carries that id.</summary>
    public void Made(CreationNote note, string id)
    {
        Write(note with { Id = id }, FileMode.Append);
        _made[Key(note.Urn)] = id;
    }

    /// <summary>Notes that this run goes on with what an earlier one made.</summary>
    public void Adopted(CreationNote note, string id)
    {
        Made(note, id);
        _adopted[Key(note.Urn)] = id;
    }

    /// <summary>
    /// True when this run has made the id its own under the same URN. A replacement would now delete what it has just
    /// adopted: the earlier run's engine had stored it after all.
    /// </summary>
    public bool IsAdopted(string urn, string id) => _adopted.GetValueOrDefault(Key(urn)) == id;

    /// <summary>Nothing was made, or the engine knows it: forget the note.</summary>
    public void Forget(string urn)
    {
        var key = Key(urn);
        _made.TryRemove(key, out _);
        _leftovers.Value.TryRemove(key, out _);
        File.Delete(PathOf(key));
    }

    /// <summary>The engine named the id in a call, so it has stored it.</summary>
    public void Known(string urn, string id)
    {
        if (Leftover(urn) is { } note && note.Id == id)
        {
            Forget(urn);
        }
    }

    /// <summary>The run ended uninterrupted, so the engine has stored all that was answered.</summary>
    public void RunEnded()
    {
        foreach (var key in _made.Keys)
        {
            File.Delete(PathOf(key));
        }

        _made.Clear();
    }

    private ConcurrentDictionary<string, CreationNote> Load()
    {
        var found = new ConcurrentDictionary<string, CreationNote>(StringComparer.Ordinal);
        if (!Directory.Exists(_folder))
        {
            return found;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "*.json"))
        {
            if (Read(path) is { } note && note.Scope == _scope)
            {
                found[Key(note.Urn)] = note;
            }
        }

        return found;
    }

    private static CreationNote? Read(string path)
    {
        try
        {
            return File.ReadLines(path).Select(Parse).LastOrDefault(static note => note is not null);
        }
        catch (IOException)
        {
            return null; // another process may be removing it at this moment
        }
    }

    private static CreationNote? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, NoteJson.Default.CreationNote);
        }
        catch (JsonException)
        {
            return null; // half a line says nothing
        }
    }

    private static bool IsAlive(int processId)
    {
        if (processId == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A line for each thing that is learned; the last whole one counts. A new file for each would be slow: file systems
    // go a long way round the places of files that were just deleted.
    private void Write(CreationNote note, FileMode mode)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(
            note with
            {
                Scope = _scope,
                ProcessId = Environment.ProcessId,
            },
            NoteJson.Default.CreationNote
        );
        using var file = new FileStream(PathOf(Key(note.Urn)), mode, FileAccess.Write, FileShare.ReadWrite, 0);
        file.Write([.. line, (byte)'\n']);
    }

    private string Key(string urn) => Fingerprint.Of(Encoding.UTF8.GetBytes($"{_scope}\n{urn}"));

    private string PathOf(string key) => Path.Combine(_folder, key + ".json");
}
