namespace Vpcep.Client;

/// <summary>Things of one kind that a project has, and making them.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <typeparam name="TCreate">The request that makes one.</typeparam>
public abstract class CreatableApi<T, TCreate> : ProjectApi<T>
    where T : class, IReported<T>
{
    private readonly CreateLedger<T> _ledger;

    private protected CreatableApi(Transport transport, TimeProvider time, IClientLog? log, PollPace pace)
        : base(transport, time, log, pace)
    {
        var inventory = new Inventory<T>(time, AllAsync, GroupOf, static thing => thing.Id);
        _ledger = new(transport, time, log, inventory, static thing => thing.Id, static thing => thing.Status);
    }

    /// <summary>
    /// Makes one; the cloud goes on working on it after this returns. When the answer is lost, what was made is looked for
    /// and returned. Once the request is under way the token no longer stops it: the id is always learned.
    /// </summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Unknown"/>: it may or may not have been made.</exception>
    public async Task<T> CreateAsync(TCreate request, CancellationToken cancellationToken) =>
        await CreateAsync(
                request,
                await BeforeCreateAsync(request, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <inheritdoc cref="CreateAsync(TCreate, CancellationToken)"/>
    /// <param name="request">What to make.</param>
    /// <param name="before">What <see cref="BeforeCreateAsync"/> told.</param>
    /// <param name="cancellationToken">Gives up what has not been sent.</param>
    public Task<T> CreateAsync(TCreate request, IReadOnlySet<string>? before, CancellationToken cancellationToken) =>
        _ledger.CreateAsync(PlanOf(request), before, cancellationToken);

    /// <summary>
    /// Ids of what is there and could be mistaken for what <paramref name="request"/> will make; null when the cloud does
    /// not tell. One listing serves all requests of a minute.
    /// </summary>
    public Task<IReadOnlySet<string>?> BeforeCreateAsync(TCreate request, CancellationToken cancellationToken) =>
        _ledger.BeforeAsync(PlanOf(request), cancellationToken);

    /// <summary>What <paramref name="request"/> may have made, sent by a process that ended before its answer.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="before">Ids of what was there before; null when nobody knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<T>> FindCreatedAsync(
        TCreate request,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    ) => _ledger.FindAsync(PlanOf(request), before, cancellationToken);

    /// <summary>
    /// Reserves one that <see cref="FindCreatedAsync"/> found, so that neither a create that lost its answer nor another
    /// recovery takes it too. False when it belongs to someone already.
    /// </summary>
    public bool TryClaim(string id) => _ledger.TryClaim(id);

    private protected abstract CreatePlan<T> PlanOf(TCreate request);

    private protected abstract string GroupOf(T thing);
}
