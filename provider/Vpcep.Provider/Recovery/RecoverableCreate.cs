using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Recovery;

/// <summary>Creates that survive being killed: first finishes what an interrupted run began.</summary>
internal sealed class RecoverableCreate(CreationJournal journal, LeftBehind leftBehind, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Lag = CreationNote.Lag;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    // Equal resources share what their creates left: one after the other.
    private readonly SemaphoreSlim _choosing = new(1, 1);

    /// <summary>Makes the thing, or goes on with the one that an interrupted run made for the same resource.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RunAsync(Operation operation, ICreation creation)
    {
        var token = operation.CancellationToken;
        var inputs = NoteInputs.Write(operation.Inputs);
        if (journal.Leftover(operation.Urn) is { } found)
        {
            var leftover = await journal.SettledAsync(found, time, token).ConfigureAwait(false);
            if (await RecoverAsync(leftover, inputs, creation, token).ConfigureAwait(false) is { } id)
            {
                operation.Warn($"goes on with {Creations.Kind(leftover)} {id}, which an interrupted run made");
                journal.Adopted(leftover, id);
                return id;
            }
        }

        return await MakeAsync(operation, inputs, creation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _choosing.Dispose();

    private async Task<string> MakeAsync(Operation operation, JsonObject inputs, ICreation creation)
    {
        var token = operation.CancellationToken;
        var before = await creation.BeforeAsync(token).ConfigureAwait(false);
        var note = new CreationNote(operation.Urn, time.GetUtcNow(), inputs, before is null ? null : [.. before])
        {
            Withholds = inputs.Count < operation.Inputs.Count,
        };
        journal.Begin(note);
        string id;
        try
        {
            id = await creation.PostAsync(before, token).ConfigureAwait(false);
        }
        catch (VpcepException refused) when (refused.Class is not ErrorClass.Unknown)
        {
            journal.Forget(operation.Urn);
            throw;
        }

        journal.Made(note, id);
        return id;
    }

    private async Task<string?> RecoverAsync(
        CreationNote leftover,
        JsonObject inputs,
        ICreation creation,
        CancellationToken token
    )
    {
        var same = JsonNode.DeepEquals(leftover.Inputs, inputs);
        var id = same ? await FindAsync(leftover, creation, token).ConfigureAwait(false) : null;
        if (id is null && (!same || (leftover.Id is null && leftover.Withholds)))
        {
            await leftBehind.TellOfReplacedAsync(leftover, token).ConfigureAwait(false);
        }

        return id;
    }

    // Lists and reads lag behind what was just made: nothing found at once is no proof.
    private async Task<string?> FindAsync(CreationNote leftover, ICreation creation, CancellationToken token)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            await _choosing.WaitAsync(token).ConfigureAwait(false);
            try
            {
                var found = leftover.Id is { } known
                    ? [known]
                    : await UnansweredAsync(leftover, creation, token).ConfigureAwait(false);
                if (await ClaimAsync(found, creation, token).ConfigureAwait(false) is { } id)
                {
                    return id;
                }
            }
            finally
            {
                _choosing.Release();
            }

            if (waited >= Lag || !leftover.IsYoung(time))
            {
                return null;
            }

            await Task.Delay(Pause, time, token).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>> UnansweredAsync(
        CreationNote leftover,
        ICreation creation,
        CancellationToken token
    )
    {
        var found = await creation.FindAsync(leftover.Before?.ToHashSet(), token).ConfigureAwait(false);
        return found.Count <= (leftover.Before is null ? 0 : journal.CountAlike(leftover))
            ? found
            : throw new OperationException(
                FailureKind.FailedPrecondition,
                $"an interrupted run may have made any of these: {string.Join(", ", found)}; import the right one, delete those that nobody needs or, when none of them is from it, remove {journal.PathOf(leftover.Urn)}, and run again"
            );
    }

    private static async Task<string?> ClaimAsync(
        IReadOnlyList<string> ids,
        ICreation creation,
        CancellationToken token
    )
    {
        foreach (var id in ids)
        {
            if (await creation.ClaimAsync(id, token).ConfigureAwait(false))
            {
                return id;
            }
        }

        return null;
    }
}
