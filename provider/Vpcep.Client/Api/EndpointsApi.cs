namespace Vpcep.Client;

/// <summary>The endpoints of the project.</summary>
public sealed class EndpointsApi
{
    private readonly Transport _transport;
    private readonly Pager _pager;
    private readonly CreateLedger<Endpoint> _ledger;
    private readonly SharedReads<Endpoint> _reads;

    internal EndpointsApi(
        Transport transport,
        TimeProvider time,
        Func<EndpointsApi, Waiter<Endpoint>> waiter,
        Func<EndpointsApi, CreateLedger<Endpoint>> ledger
    )
    {
        _transport = transport;
        _pager = new Pager(transport);
        _ledger = ledger(this);
        _reads = new(time, transport, static endpoint => endpoint.Id, GetWholeAsync, token => ListAsync(null, token));
        Waiter = waiter(this);
    }

    /// <summary>The one poll loop that all waits for endpoints share.</summary>
    public Waiter<Endpoint> Waiter { get; }

    /// <summary>
    /// Makes an endpoint; the cloud goes on working on it after this returns. When the answer is lost, what was made
    /// is looked for and returned. Once the request is under way the token no longer stops it: the id is always learned.
    /// </summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Unknown"/>: it may or may not have been made.</exception>
    public async Task<Endpoint> CreateAsync(CreateEndpointRequest request, CancellationToken cancellationToken) =>
        await CreateAsync(
                request,
                await BeforeCreateAsync(request, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <inheritdoc cref="CreateAsync(CreateEndpointRequest, CancellationToken)"/>
    /// <param name="request">What to make.</param>
    /// <param name="before">What <see cref="BeforeCreateAsync"/> told.</param>
    /// <param name="cancellationToken">Gives up what has not been sent.</param>
    public Task<Endpoint> CreateAsync(
        CreateEndpointRequest request,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return _ledger.CreateAsync(CreatePlans.For(request, ListAsync), before, cancellationToken);
    }

    /// <summary>
    /// Ids of what is there and could be mistaken for what <paramref name="request"/> will make; null when the cloud does
    /// not tell. One listing serves all requests of a minute.
    /// </summary>
    public Task<IReadOnlySet<string>?> BeforeCreateAsync(
        CreateEndpointRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return _ledger.BeforeAsync(CreatePlans.For(request, ListAsync), cancellationToken);
    }

    /// <summary>What <paramref name="request"/> may have made, sent by a process that ended before its answer.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="before">Ids of what was there before; null when nobody knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<Endpoint>> FindCreatedAsync(
        CreateEndpointRequest request,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return _ledger.FindAsync(CreatePlans.For(request, ListAsync), before, cancellationToken);
    }

    /// <summary>
    /// Reserves an endpoint that <see cref="FindCreatedAsync"/> found, so that neither a create that lost its answer
    /// nor another recovery takes it too. False when it belongs to someone already.
    /// </summary>
    public bool TryClaim(string id) => _ledger.TryClaim(id);

    /// <summary>The endpoint, or null when it is gone.</summary>
    public async Task<Endpoint?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Get, Paths.Endpoint(id), $"read endpoint {id}");
            var found = await _transport.SendAsync(request, Decode.Endpoint, cancellationToken).ConfigureAwait(false);
            return ServicesApi.Required(found, request.Operation);
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error))
        {
            return null;
        }
        catch (VpcepException error) when (ErrorCodes.MayMeanGone(error))
        {
            return await FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The endpoint with what any has (<see cref="Endpoint.IsWhole"/>), or null when it is gone.</summary>
    public async Task<Endpoint?> GetWholeAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? await CompleteAsync(found, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>The endpoint with all that the cloud tells of it anywhere, or null when it is gone.</summary>
    public async Task<Endpoint?> GetFullAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? await FillAsync(found, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Fills in what an answer lacks, if that is more than sites may leave out, from the list, which leaves out other things.</summary>
    public Task<Endpoint> CompleteAsync(Endpoint found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.IsWhole ? Task.FromResult(found) : FillAsync(found, cancellationToken);
    }

    /// <summary>The endpoint as the list has it, or null when it has not.</summary>
    public async Task<Endpoint?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var filter = new EndpointFilter { Id = id };
        await foreach (var found in ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(found.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return found;
            }
        }
        return null;
    }

    private async Task<Endpoint> FillAsync(Endpoint found, CancellationToken cancellationToken) =>
        await FindAsync(found.Id, cancellationToken).ConfigureAwait(false) is { } listed
            ? found.FilledFrom(listed)
            : found;

    /// <summary>The endpoint, or null when it is gone. Of many that are read together, one list tells.</summary>
    /// <param name="id">The endpoint.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="isEnough">Whether the endpoint as a list shows it, or its absence there, tells all that is wanted; otherwise it is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Endpoint?> ReadAsync(
        string id,
        string asker,
        Func<Endpoint?, bool> isEnough,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(id, asker, isEnough, cancellationToken);

    /// <summary>Changes whitelist and its enforcement in place, on sites that can.</summary>
    public async Task<Endpoint> UpdateWhitelistAsync(
        string id,
        IReadOnlyList<string>? whitelist,
        bool? enabled,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(HttpMethod.Put, Paths.Endpoint(id), $"update the whitelist of endpoint {id}")
        {
            Body = Encode.Whitelist(whitelist, enabled),
        };
        return await _transport.SendAsync(request, Decode.Endpoint, cancellationToken).ConfigureAwait(false)
            ?? await GetAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new VpcepException(ErrorClass.NotFound, request.Operation, "it is gone: someone else deleted it");
    }

    /// <summary>Changes the route tables of a gateway endpoint in place, on sites that can.</summary>
    /// <returns>The route tables that are bound now, and what went wrong with the others: the call can half succeed.</returns>
    public Task<RouteTableUpdate> UpdateRouteTablesAsync(
        string id,
        IReadOnlyList<string> routeTables,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(routeTables);
        var request = new ApiRequest(
            HttpMethod.Put,
            Paths.Endpoint(id) + "/routetables",
            $"update the route tables of endpoint {id}"
        )
        {
            Body = Encode.RouteTables(routeTables),
        };
        return _transport.SendAsync(request, RouteTableUpdate.Read, cancellationToken);
    }

    /// <summary>Sets the policy of an endpoint, on sites that can (<see cref="CloudFeatures.PolicyUpdate"/>).</summary>
    /// <param name="id">The endpoint.</param>
    /// <param name="policyStatementJson">All statements, a JSON array of 1-10: they replace what is there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The policy is no JSON.</exception>
    public async Task SetPolicyAsync(string id, string policyStatementJson, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Put, Paths.Policy(id), $"set the policy of endpoint {id}")
        {
            Body = Encode.Policy(PolicyText.Canonical(policyStatementJson)),
        };
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the policy off an endpoint; the cloud's default holds again. One that has none is fine.</summary>
    public async Task DeletePolicyAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, Paths.Policy(id), $"remove the policy of endpoint {id}");
            await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.NoPolicy)
        {
            // What was asked for is the case.
        }
    }

    /// <summary>Starts to delete an endpoint; one that is gone already is fine.</summary>
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, Paths.Endpoint(id), $"delete endpoint {id}");
            await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.EndpointDeleting)
        {
            return true;
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error))
        {
            return false;
        }
        catch (VpcepException error) when (ErrorCodes.MayMeanGone(error))
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
            {
                throw;
            }
            return false;
        }
    }

    /// <summary>All endpoints that match, each once, newest first as a rule.</summary>
    public IAsyncEnumerable<Endpoint> ListAsync(EndpointFilter? filter, CancellationToken cancellationToken) =>
        _pager.ListAsync(
            Paths.WithQuery(
                Paths.Endpoints,
                ("endpoint_service_name", filter?.EndpointServiceName),
                ("vpc_id", filter?.VpcId),
                ("id", filter?.Id)
            ),
            "list endpoints",
            "endpoints",
            Decode.Endpoint,
            endpoint => endpoint.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>Waits until the endpoint is accepted or waits for acceptance. Rejected also ends the wait: the status tells.</summary>
    /// <returns>The endpoint as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<Endpoint> WaitUntilSettledAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilSettledAsync(Waiter, id, progress, cancellationToken);

    /// <summary>
    /// Waits until the service's owner has decided: waiting for acceptance goes on, accepted and rejected end it, and
    /// the status tells which.
    /// </summary>
    /// <returns>The endpoint as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<Endpoint> WaitUntilAcceptedAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilDecidedAsync(Waiter, id, progress, cancellationToken);

    /// <summary>Waits until the endpoint is gone.</summary>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task WaitUntilGoneAsync(string id, Action<WaitProgress>? progress, CancellationToken cancellationToken) =>
        Waits.UntilGoneAsync(Waiter, id, progress, cancellationToken);

    internal void Close() => Waiter.Close();
}
