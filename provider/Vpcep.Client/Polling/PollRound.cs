namespace Vpcep.Client;

/// <summary>One look at everything that is waited for.</summary>
/// <param name="log">Is told when looking fails for now.</param>
/// <param name="idOf">A thing's id.</param>
/// <param name="statusOf">A thing's state.</param>
/// <param name="get">Asks for one thing; null is gone.</param>
/// <param name="list">Lists all things.</param>
/// <param name="isListComplete">Whether what a list lacks is not there: nothing else could tell.</param>
internal sealed class PollRound<T>(
    IClientLog? log,
    Func<T, string> idOf,
    Func<T, string?> statusOf,
    Func<string, CancellationToken, Task<T?>> get,
    Func<CancellationToken, IAsyncEnumerable<T>> list,
    bool isListComplete = false
)
    where T : class
{
    /// <summary>Up to this many things are asked for one by one.</summary>
    private const int FewThings = 2;

    /// <summary>
    /// What a list lacks is asked for before it counts as gone: so many at a time, and more in the same look only while all
    /// that were asked for have reached their end. So many that end together are done at once, and what lists hide costs
    /// few calls a look. Of what was told to go, <see cref="FewThings"/> are asked for and speak for others.
    /// </summary>
    private const int MostConfirmations = 16;

    /// <summary>Answers that make no sense in a row before the waits are told.</summary>
    private const int MostOddAnswers = 5;

    private readonly ListTrust _trust = new();
    private List<string> _unconfirmed = [];
    private int _odd;

    /// <summary>Looks once and tells the waits. Only a cancellation throws.</summary>
    public async Task LookAsync(Func<Wait<T>[]> waits, CancellationToken cancellationToken)
    {
        try
        {
            // Who joins while it looks has to wait for the next: what is on its way may be older.
            var waiting = waits().ToLookup(static wait => wait.Id, StringComparer.Ordinal);
            var isListed = waiting.Count > FewThings;
            var missing = waiting.Select(static one => one.Key).ToHashSet(StringComparer.Ordinal);
            if (isListed)
            {
                await ListAsync(missing, waiting, cancellationToken).ConfigureAwait(false);
            }
            if (isListed && isListComplete)
            {
                foreach (var id in missing)
                {
                    Tell(waiting[id], null);
                }
            }
            else
            {
                await ConfirmAsync(missing, waiting, isListed, cancellationToken).ConfigureAwait(false);
            }
            _odd = 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (!Passes(failure))
        {
            foreach (var wait in waits())
            {
                wait.Fail(failure);
            }
        }
        catch (VpcepException failure)
        {
            log?.Notice($"{failure.Message}; looking again");
        }
    }

    /// <summary>Tells of what is listed, and takes it out of what is missing.</summary>
    private async Task ListAsync(
        HashSet<string> missing,
        ILookup<string, Wait<T>> waiting,
        CancellationToken cancellationToken
    )
    {
        await foreach (var item in list(cancellationToken).ConfigureAwait(false))
        {
            if (missing.Remove(idOf(item)))
            {
                Tell(waiting[idOf(item)], item);
                if (missing.Count == 0)
                {
                    break;
                }
            }
        }
    }

    private async Task ConfirmAsync(
        HashSet<string> missing,
        ILookup<string, Wait<T>> waiting,
        bool isListed,
        CancellationToken cancellationToken
    )
    {
        var conclusive = true;
        while (missing.Count > 0 && conclusive)
        {
            if (isListed)
            {
                Believe(missing, waiting);
            }
            var sample = isListed && !_trust.IsLost && missing.All(id => IsGoing(waiting[id]));
            var turn = Turn(missing, sample ? FewThings : MostConfirmations);
            await Task.WhenAll(turn.Select(id => AskAsync(id, waiting[id], cancellationToken))).ConfigureAwait(false);
            missing.ExceptWith(turn);
            conclusive = turn.TrueForAll(id => waiting[id].All(static wait => wait.Completion.IsCompleted));
            foreach (var id in isListed ? turn : [])
            {
                if (IsGoing(waiting[id]))
                {
                    _trust.Learn(wasGone: IsOver(waiting[id]));
                }
            }
        }
    }

    private static bool IsGoing(IEnumerable<Wait<T>> waits) => waits.All(static wait => wait.IsGoing);

    private static bool IsOver(IEnumerable<Wait<T>> waits) =>
        waits.All(static wait => wait.Completion.IsCompletedSuccessfully);

    /// <summary>Tells of what a list lacks and was told to go, as far as lists are believed.</summary>
    private void Believe(HashSet<string> missing, ILookup<string, Wait<T>> waiting)
    {
        foreach (var id in missing.Where(id => IsGoing(waiting[id])).ToList())
        {
            if (!_trust.TrySpend())
            {
                return;
            }
            missing.Remove(id);
            Tell(waiting[id], null);
        }
    }

    private async Task AskAsync(string id, IEnumerable<Wait<T>> waits, CancellationToken cancellationToken)
    {
        try
        {
            Tell(waits, await get(id, cancellationToken).ConfigureAwait(false));
        }
        catch (VpcepException failure)
            when (failure is { IsTransient: false, Class: not (ErrorClass.Auth or ErrorClass.Internal) })
        {
            // About this thing only; the others go on.
            foreach (var wait in waits)
            {
                wait.Fail(failure);
            }
        }
    }

    private bool Passes(Exception failure) =>
        failure is VpcepException { IsTransient: true }
        || (
            failure is VpcepException { Class: ErrorClass.Internal } && Interlocked.Increment(ref _odd) < MostOddAnswers
        );

    private void Tell(IEnumerable<Wait<T>> waits, T? item)
    {
        var status = item is null ? WaitProgress.Gone : statusOf(item);
        foreach (var wait in waits)
        {
            wait.See(item, status);
        }
    }

    // First come, first asked: a thing that lists hide keeps its place behind those that were not asked for yet.
    private List<string> Turn(HashSet<string> missing, int most)
    {
        if (missing.Count <= most)
        {
            return [.. missing];
        }
        var queued = _unconfirmed.Where(missing.Contains).ToList();
        queued.AddRange(missing.Except(queued, StringComparer.Ordinal));
        var turn = queued[..most];
        _unconfirmed = [.. queued[most..], .. turn];
        return turn;
    }
}
