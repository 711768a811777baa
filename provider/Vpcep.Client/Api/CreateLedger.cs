using System.Collections.Concurrent;

namespace Vpcep.Client;

/// <summary>
/// Creates things of one kind so that a lost answer neither loses what was made nor makes it twice. Creates of one
/// group run side by side; but while one looks for what it made, its group stands still, so that nothing it finds
/// belongs to an answer still on its way.
/// </summary>
/// <remarks>
/// What a create has made matches its request in full, belongs to nobody, and was not there before. When the cloud says
/// that it was made plays no part: its stamps may lag, lead, or be in the time of some zone.
/// </remarks>
internal sealed class CreateLedger<T>(
    Transport transport,
    TimeProvider time,
    IClientLog? log,
    Inventory<T> inventory,
    Func<T, string> idOf,
    Func<T, string?> statusOf
)
    where T : class
{
    private const int MostSends = 3;

    /// <summary>Pauses before each look; lists lag behind, and a gateway's timeout may outrun the work behind it.</summary>
    private static readonly TimeSpan[] Looks =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(4),
        TimeSpan.FromSeconds(8),
    ];

    private readonly ConcurrentDictionary<string, bool> _claimed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CreateGroup<T>> _groups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reserves an id for one owner; false when it has one.</summary>
    public bool TryClaim(string id) => _claimed.TryAdd(id, true);

    /// <summary>Ids of what is there now and could be mistaken for what the plan makes; null when the cloud does not tell.</summary>
    public Task<IReadOnlySet<string>?> BeforeAsync(CreatePlan<T> plan, CancellationToken cancellationToken) =>
        inventory.IdsAsync(plan.Group, cancellationToken);

    /// <summary>Makes the thing and learns its id, whatever happens to the answer.</summary>
    /// <param name="plan">How.</param>
    /// <param name="before">What <see cref="BeforeAsync"/> told.</param>
    /// <param name="cancellationToken">Gives up what has not been sent.</param>
    public async Task<T> CreateAsync(
        CreatePlan<T> plan,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        var group = Group(plan.Group);
        VpcepException? last = null;
        for (var send = 1; send <= MostSends; send++)
        {
            await group.EnterAsync(cancellationToken).ConfigureAwait(false);
            var (made, error, lost) = await SendAsync(plan, group, cancellationToken).ConfigureAwait(false);
            if (made is not null)
            {
                return made;
            }
            if (!lost && !(send > 1 && error!.Class == ErrorClass.Conflict))
            {
                throw error!;
            }
            log?.Notice($"{plan.Request.Operation}: {error!.Problem}; looking for what it made");
            var found = await group
                .SearchAsync(plan.Matches, owed => SearchAsync(plan, before, owed, error!, cancellationToken))
                .ConfigureAwait(false);
            if (found is not null)
            {
                log?.Notice($"{plan.Request.Operation}: found {idOf(found)}");
                return found;
            }
            if (!lost || cancellationToken.IsCancellationRequested)
            {
                throw lost ? plan.Unknown(error!, "it was cancelled before that could be told", []) : error!;
            }
            last = error;
        }
        throw plan.Unknown(last!, $"nothing it made was found after {MostSends} attempts", []);
    }

    /// <summary>
    /// Things that may come of a request that an earlier process sent. Waits for the answers of creates under way, so that
    /// what they make is not among them.
    /// </summary>
    /// <param name="plan">The request.</param>
    /// <param name="before">What was there before it was sent; null when nobody knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<T>> FindAsync(
        CreatePlan<T> plan,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    ) => Group(plan.Group).StandStillAsync(() => MatchesAsync(plan, before, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<T>> MatchesAsync(
        CreatePlan<T> plan,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        var found = new List<T>();
        await foreach (var item in plan.List(cancellationToken).ConfigureAwait(false))
        {
            if (before?.Contains(idOf(item)) is not true && !_claimed.ContainsKey(idOf(item)) && IsMatch(plan, item))
            {
                found.Add(item);
            }
        }
        return found;
    }

    private bool IsMatch(CreatePlan<T> plan, T item) =>
        plan.Matches(item) && !statusOf(item).IsStatus(ServiceStatus.Deleting);

    private async Task<(T? Made, VpcepException? Error, bool Lost)> SendAsync(
        CreatePlan<T> plan,
        CreateGroup<T> group,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var attempt = await transport.TrySendAsync(plan.Request, cancellationToken).ConfigureAwait(false);
            if (attempt.Outcome != AttemptOutcome.Succeeded)
            {
                return (null, attempt.Error, RetryRules.MayHaveTakenEffect(attempt.Outcome, attempt.Error));
            }
            if (plan.Decode(attempt.Body) is not { } made)
            {
                var odd = new VpcepException(ErrorClass.Internal, plan.Request.Operation, "the answer lacks the id");
                return (null, odd, true);
            }
            // Claimed before the group may move on, or a search could take it for its own.
            TryClaim(idOf(made));
            return (made, null, false);
        }
        finally
        {
            group.Leave();
        }
    }

    private async Task<T?> SearchAsync(
        CreatePlan<T> plan,
        IReadOnlySet<string>? before,
        Func<T, int> owed,
        VpcepException lost,
        CancellationToken cancellationToken
    )
    {
        VpcepException? blind = null;
        foreach (var pause in Looks)
        {
            // A cancelled create still looks once: whatever it made should not be forgotten.
            if (pause > TimeSpan.Zero)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
                // Who is cancelled here is in a hurry: it looks now, for the last time.
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            try
            {
                blind = null;
                var candidates = await MatchesAsync(plan, before, CancellationToken.None).ConfigureAwait(false);
                if (Choose(plan, candidates, before, owed, lost) is { } found)
                {
                    return found;
                }
            }
            catch (VpcepException failure) when (failure.Class != ErrorClass.Unknown)
            {
                blind = failure;
            }
        }
        return blind is null ? null : throw plan.Unknown(lost, $"it cannot be looked for ({blind.Problem})", []);
    }

    private T? Choose(
        CreatePlan<T> plan,
        IReadOnlyList<T> candidates,
        IReadOnlySet<string>? before,
        Func<T, int> owed,
        VpcepException lost
    )
    {
        if (candidates.Count == 0)
        {
            return null;
        }
        // As many as were lost are theirs, and they are alike; one more and nobody can tell which is whose.
        var tooMany = candidates.Count > candidates.Max(owed);
        if (tooMany || before is null)
        {
            throw plan.Unknown(
                lost,
                tooMany ? "several things may be what it made" : "this may be what it made, or was there before",
                [.. candidates.Select(idOf)]
            );
        }
        var chosen = candidates.OrderBy(owed).ThenBy(idOf, StringComparer.Ordinal).First();
        return TryClaim(idOf(chosen)) ? chosen : null;
    }

    private CreateGroup<T> Group(string key) => _groups.GetOrAdd(key, static _ => new());
}
