using System.Text;
using Pulumi.Provider.Model;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Recovery;

/// <summary>How one kind of thing is made, found again and looked up.</summary>
/// <param name="Kind">What to call it.</param>
/// <param name="PostAsync">Sends the request; answers the id.</param>
/// <param name="FindAsync">Looks for what such a request, sent at the given time or later, may have made; answers all ids.</param>
/// <param name="ClaimAsync">Takes the id for this resource; false when it is gone or another resource's.</param>
internal sealed record Creator(
    string Kind,
    Func<CancellationToken, Task<string>> PostAsync,
    Func<DateTimeOffset, CancellationToken, Task<IReadOnlyList<string>>> FindAsync,
    Func<string, CancellationToken, Task<bool>> ClaimAsync
);

/// <summary>Creates that survive being killed: first finishes what an interrupted run began.</summary>
internal sealed class RecoverableCreate(CreationJournal journal, TimeProvider time)
{
    private const int MostLooks = 3;

    /// <summary>Makes the thing, or goes on with the one that an interrupted run made for the same resource.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> RunAsync(Operation operation, PropertyMap inputs, Creator creator)
    {
        var token = operation.CancellationToken;
        var note = new CreationNote(
            operation.Urn,
            Fingerprint.Of(Encoding.UTF8.GetBytes(inputs.ToString())),
            time.GetUtcNow()
        );
        if (journal.Leftover(operation.Urn) is { } found)
        {
            var leftover = await journal.SettledAsync(found, time, token).ConfigureAwait(false);
            if (await RecoverAsync(leftover, note, operation, creator, token).ConfigureAwait(false) is { } recovered)
            {
                journal.Adopted(note, recovered);
                return recovered;
            }
        }

        journal.Begin(note);
        string id;
        try
        {
            id = await creator.PostAsync(token).ConfigureAwait(false);
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
        CreationNote note,
        Operation operation,
        Creator creator,
        CancellationToken token
    )
    {
        var same = leftover.Fingerprint == note.Fingerprint;
        var id = leftover.Id ?? (same ? await FindAsync(leftover, creator, token).ConfigureAwait(false) : null);
        if (id is null || !await creator.ClaimAsync(id, token).ConfigureAwait(false))
        {
            return null;
        }

        if (same)
        {
            operation.Warn($"goes on with {creator.Kind} {id}, which an interrupted run made");
            return id;
        }

        operation.Warn(
            $"{creator.Kind} {id} was made by an interrupted run with other inputs and belongs to no stack; delete it in the cloud, or import it"
        );
        return null;
    }

    // Lists lag behind what was just made: nothing found at once is no proof.
    private async Task<string?> FindAsync(CreationNote leftover, Creator creator, CancellationToken token)
    {
        for (var look = 1; ; look++)
        {
            var id = await FindOneAsync(leftover, creator, token).ConfigureAwait(false);
            if (id is not null || look == MostLooks)
            {
                return id;
            }

            await Task.Delay(TimeSpan.FromSeconds(3), time, token).ConfigureAwait(false);
        }
    }

    private static async Task<string?> FindOneAsync(CreationNote leftover, Creator creator, CancellationToken token)
    {
        // The clocks of this machine and of the cloud need not agree to the second.
        var since = leftover.StartedAt - TimeSpan.FromMinutes(1);
        var found = await creator.FindAsync(since, token).ConfigureAwait(false);
        return found switch
        {
            [] => null,
            [var one] => one,
            _ => throw new OperationException(
                FailureKind.FailedPrecondition,
                $"an interrupted run may have made any of these: {string.Join(", ", found)}; delete those that are not needed, or import the right one"
            ),
        };
    }
}
