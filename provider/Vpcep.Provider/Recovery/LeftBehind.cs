using System.Collections.Concurrent;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// Tells of what an interrupted run made and no resource took over: it is in no state, and nothing else would ever speak
/// of it. Asks the cloud only when there is a note, and tells again in each run until the thing is gone or known.
/// </summary>
internal sealed class LeftBehind(
    CreationJournal journal,
    VpcepClient client,
    Tagging tags,
    IEngineLog log,
    TimeProvider time
)
{
    private readonly ConcurrentDictionary<string, bool> _creating = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private volatile bool _programRuns;
    private string? _stack;
    private Task? _early;

    /// <summary>The run is about the stack of this resource or provider.</summary>
    public void Serves(string urn) =>
        _stack ??= urn.Split("::") is [var stack, var project, ..] ? $"{stack}::{project}::" : null;

    /// <summary>A program runs, and so something may be created.</summary>
    public void Checked(string urn)
    {
        Serves(urn);
        _programRuns = true;
    }

    /// <summary>What was begun for the resource is its creation's to find.</summary>
    public void Creating(string urn) => _creating[urn] = true;

    /// <summary>The engine named an id. Where no program runs, what has none is told of at once.</summary>
    public void Known(string urn, string id)
    {
        Serves(urn);
        _known[id] = true;
        if (_programRuns || !journal.Leftovers.Any())
        {
            return;
        }

        lock (_lock)
        {
            _early ??= TellAllAsync(static note => note.Id is null, CancellationToken.None);
        }
    }

    /// <summary>The run is over: tells of all that is left.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_early is { } early)
        {
            await early.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await TellAllAsync(static _ => true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A resource is made anew with other inputs: tells of what an interrupted run made for it.</summary>
    public async Task TellOfReplacedAsync(CreationNote note, CancellationToken cancellationToken)
    {
        // The last look, for the note goes: wait until all must show.
        if (note.IsYoung(time))
        {
            await Task.Delay(CreationNote.Lag, time, cancellationToken).ConfigureAwait(false);
        }

        await TellAsync(note, isReplaced: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAsync(CreationNote note, bool isReplaced, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ids;
        try
        {
            if (await FindAsync(note, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                Warn(
                    note,
                    $"with secret inputs it cannot be looked for: look for it in the cloud, and remove {journal.PathOf(note.Urn)}"
                );
                return;
            }

            ids = found;
        }
        catch (VpcepException failure)
        {
            Warn(note, $"it cannot be looked for: {failure.Message}");
            return;
        }
        catch (OperationCanceledException)
        {
            Warn(note, "there was no time to look for it");
            return;
        }

        ids = [.. ids.Where(id => !_known.ContainsKey(id))];
        if (ids.Count == 0 && note.Before is not null && !note.IsYoung(time))
        {
            journal.Forget(note.Urn);
        }

        // Equal resources share what their creates left.
        string[] news = [.. ids.Where(id => _told.TryAdd(id, true))];
        if (news.Length > 0)
        {
            log.Write(LogSeverity.Warning, Words(note, news, isReplaced), note.Urn);
        }
    }

    private async Task TellAllAsync(Func<CreationNote, bool> which, CancellationToken cancellationToken)
    {
        var left = journal.Leftovers.Where(note =>
            note.Urn.StartsWith(_stack ?? "-", StringComparison.Ordinal)
            && !_creating.ContainsKey(note.Urn)
            && which(note)
            && !CreationJournal.IsAlive(note)
            && _told.TryAdd(note.Urn, true)
        );
        foreach (var note in left.ToList())
        {
            await TellAsync(note, isReplaced: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>?> FindAsync(CreationNote note, CancellationToken cancellationToken)
    {
        if (note.Id is { } id)
        {
            return await Creations.ExistsAsync(note, id, client, cancellationToken).ConfigureAwait(false) ? [id] : [];
        }

        return Creations.From(note, client, tags) is { } creation
            ? await creation.FindAsync(note.Before?.ToHashSet(), cancellationToken).ConfigureAwait(false)
            : null;
    }

    private string Words(CreationNote note, string[] ids, bool isReplaced)
    {
        var isSure = note.Id is not null || (note.Before is not null && ids.Length <= journal.CountAlike(note));
        return $"{Creations.Kind(note)} {string.Join(", ", ids)} {(isSure ? "was" : "may have been")} made for '{note.Name}' by a run that was interrupted, "
            + (
                isReplaced
                    ? "with other inputs, and is in no state: delete it in the cloud, or import it"
                    : "and is in no state: `pulumi up` goes on with it as long as the program asks for the same; otherwise delete it in the cloud, or import it"
            );
    }

    private void Warn(CreationNote note, string why) =>
        log.Write(
            LogSeverity.Warning,
            $"a run that was interrupted may have made an {Creations.Kind(note)} for '{note.Name}', and {why}",
            note.Urn
        );
}
