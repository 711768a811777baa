using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Pulumi.Provider.Model;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// Remembers on disk what is being created, so that a process killed between "the cloud made it" and "the engine stored
/// it" loses nothing: the next run finds the note, looks for the thing and goes on with it, or tells of it.
/// </summary>
/// <remarks>
/// A note is written before the request is sent, gets the id when the cloud has given one, and is removed when the run
/// has ended in order, when the engine shows that it knows the id, or when the request made nothing.
/// </remarks>
/// <param name="folder">Where the notes are.</param>
/// <param name="scope">What tells this program's resources from those of others with the same URNs.</param>
internal sealed class CreationJournal(NoteFolder folder, string scope)
{
    // A minute: the client bounds a request to that.
    private const int MostLooks = 120;

    private readonly ConcurrentDictionary<string, string> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _adopted = new(StringComparer.Ordinal);
    private readonly Lazy<ConcurrentDictionary<string, CreationNote>> _leftovers = new(() => Load(folder, scope));

    /// <summary>What earlier processes left and this run has not dealt with.</summary>
    public IEnumerable<CreationNote> Leftovers => _leftovers.Value.Values;

    /// <summary>The note that an earlier process left for the resource, or null.</summary>
    public CreationNote? Leftover(string urn) => _leftovers.Value.GetValueOrDefault(urn);

    /// <summary>How many creates are left that asked for the same as this one, itself included, and were not answered.</summary>
    public int CountAlike(CreationNote note) =>
        Leftovers.Count(other =>
            other.Id is null && other.Type == note.Type && JsonNode.DeepEquals(other.Inputs, note.Inputs)
        );

    /// <summary>The file of the resource's note.</summary>
    public string PathOf(string urn) => folder.PathOf(Key(urn));

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
        for (var looks = 0; looks < MostLooks && note.Id is null && IsAlive(note); looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, cancellationToken).ConfigureAwait(false);
            note = folder.Read(Key(note.Urn)) ?? note;
        }

        return note;
    }

    /// <summary>Whether another process is still at work on it.</summary>
    public static bool IsAlive(CreationNote note)
    {
        if (note.ProcessId == Environment.ProcessId)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(note.ProcessId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Notes that a create begins; replaces a leftover.</summary>
    public void Begin(CreationNote note)
    {
        _leftovers.Value.TryRemove(note.Urn, out _);
        folder.Begin(Key(note.Urn), Ours(note));
    }

    /// <summary>Notes the id. However the create goes on, its answer carries that id.</summary>
    public void Made(CreationNote note, string id)
    {
        folder.Continue(Key(note.Urn), Ours(note) with { Id = id });
        _made[note.Urn] = id;
    }

    /// <summary>Notes that this run goes on with what an earlier one made.</summary>
    public void Adopted(CreationNote leftover, string id)
    {
        _leftovers.Value.TryRemove(leftover.Urn, out _);
        Made(leftover, id);
        _adopted[leftover.Urn] = id;
    }

    /// <summary>
    /// True when this run has made the id its own under the same URN. A replacement would now delete what it has just
    /// adopted: the earlier run's engine had stored it after all.
    /// </summary>
    public bool IsAdopted(string urn, string id) => _adopted.GetValueOrDefault(urn) == id;

    /// <summary>Nothing was made, or the engine knows it: forget the note.</summary>
    public void Forget(string urn)
    {
        _made.TryRemove(urn, out _);
        _leftovers.Value.TryRemove(urn, out _);
        folder.Remove(Key(urn));
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
        foreach (var urn in _made.Keys)
        {
            folder.Remove(Key(urn));
        }

        _made.Clear();
    }

    private static ConcurrentDictionary<string, CreationNote> Load(NoteFolder folder, string scope)
    {
        var found = new ConcurrentDictionary<string, CreationNote>(StringComparer.Ordinal);
        foreach (var note in folder.ReadAll().Where(note => note.Scope == scope))
        {
            found[note.Urn] = note;
        }

        return found;
    }

    private CreationNote Ours(CreationNote note) => note with { Scope = scope, ProcessId = Environment.ProcessId };

    private string Key(string urn) => Fingerprint.Of(Encoding.UTF8.GetBytes($"{scope}\n{urn}"));
}
