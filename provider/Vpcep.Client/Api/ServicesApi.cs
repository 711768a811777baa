namespace Vpcep.Client;

/// <summary>The endpoint services of the project.</summary>
public sealed class ServicesApi
{
    /// <summary>What progress shows while endpoints keep a service from being deleted.</summary>
    public const string InUse = "in use by endpoints";

    private readonly Transport _transport;
    private readonly Pager _pager;
    private readonly CreateLedger<EndpointService> _ledger;
    private readonly SharedReads<EndpointService> _reads;

    internal ServicesApi(
        Transport transport,
        TimeProvider time,
        Func<ServicesApi, Waiter<EndpointService>> waiter,
        Func<ServicesApi, CreateLedger<EndpointService>> ledger
    )
    {
        _transport = transport;
        _pager = new Pager(transport);
        _ledger = ledger(this);
        _reads = new(time, transport, static service => service.Id, GetWholeAsync, token => ListAsync(null, token));
        Waiter = waiter(this);
    }

    /// <summary>The one poll loop that all waits for services share.</summary>
    public Waiter<EndpointService> Waiter { get; }

    /// <summary>
    /// Makes a service; the cloud goes on working on it after this returns. When the answer is lost, what was made is
    /// looked for and returned. Once the request is under way the token no longer stops it: the id is always learned.
    /// </summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Unknown"/>: it may or may not have been made.</exception>
    public async Task<EndpointService> CreateAsync(CreateServiceRequest request, CancellationToken cancellationToken) =>
        await CreateAsync(
                request,
                await BeforeCreateAsync(request, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <inheritdoc cref="CreateAsync(CreateServiceRequest, CancellationToken)"/>
    /// <param name="request">What to make.</param>
    /// <param name="before">What <see cref="BeforeCreateAsync"/> told.</param>
    /// <param name="cancellationToken">Gives up what has not been sent.</param>
    public Task<EndpointService> CreateAsync(
        CreateServiceRequest request,
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
        CreateServiceRequest request,
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
    public Task<IReadOnlyList<EndpointService>> FindCreatedAsync(
        CreateServiceRequest request,
        IReadOnlySet<string>? before,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return _ledger.FindAsync(CreatePlans.For(request, ListAsync), before, cancellationToken);
    }

    /// <summary>
    /// Reserves a service that <see cref="FindCreatedAsync"/> found, so that neither a create that lost its answer nor
    /// another recovery takes it too. False when it belongs to someone already.
    /// </summary>
    public bool TryClaim(string id) => _ledger.TryClaim(id);

    /// <summary>The service, or null when it is gone.</summary>
    public async Task<EndpointService?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Get, Paths.Service(id), $"read endpoint service {id}");
            var found = await _transport.SendAsync(request, Decode.Service, cancellationToken).ConfigureAwait(false);
            return Required(found, request.Operation);
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error, ofService: true))
        {
            return null;
        }
        catch (VpcepException error) when (ErrorCodes.MayMeanGone(error))
        {
            return await FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The service with what any has (<see cref="EndpointService.IsWhole"/>), or null when it is gone.</summary>
    public async Task<EndpointService?> GetWholeAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? await CompleteAsync(found, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>The service with all that the cloud tells of it anywhere, or null when it is gone.</summary>
    public async Task<EndpointService?> GetFullAsync(string id, CancellationToken cancellationToken) =>
        await GetAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? await FillAsync(found, cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>Fills in what an answer lacks, if that is more than sites may leave out, from the list, which leaves out other things.</summary>
    public Task<EndpointService> CompleteAsync(EndpointService found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.IsWhole ? Task.FromResult(found) : FillAsync(found, cancellationToken);
    }

    /// <summary>The service as the list has it, or null when it has not.</summary>
    public async Task<EndpointService?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var filter = new ServiceFilter { Id = id };
        await foreach (var found in ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(found.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return found;
            }
        }
        return null;
    }

    private async Task<EndpointService> FillAsync(EndpointService found, CancellationToken cancellationToken) =>
        await FindAsync(found.Id, cancellationToken).ConfigureAwait(false) is { } listed
            ? found.FilledFrom(listed)
            : found;

    /// <summary>True when a call about a service failed because the service is not there.</summary>
    public async Task<bool> IsGoneAsync(VpcepException error, string id, CancellationToken cancellationToken) =>
        ErrorCodes.MeansGone(error, ofService: true)
        || (ErrorCodes.MayMeanGone(error) && await FindAsync(id, cancellationToken).ConfigureAwait(false) is null);

    /// <summary>The service, or null when it is gone. Of many that are read together, one list tells.</summary>
    /// <param name="id">The service.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="isEnough">Whether the service as a list shows it, or its absence there, tells all that is wanted; otherwise it is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<EndpointService?> ReadAsync(
        string id,
        string asker,
        Func<EndpointService?, bool> isEnough,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(id, asker, isEnough, cancellationToken);

    /// <summary>Changes a service in place.</summary>
    /// <returns>The service as the answer shows it.</returns>
    public async Task<EndpointService> UpdateAsync(
        string id,
        UpdateServiceRequest change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        var request = new ApiRequest(HttpMethod.Put, Paths.Service(id), $"update endpoint service {id}")
        {
            Body = Encode.Update(change),
        };
        // Sites may answer with nothing at all.
        return await _transport.SendAsync(request, Decode.Service, cancellationToken).ConfigureAwait(false)
            ?? await GetAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new VpcepException(ErrorClass.NotFound, request.Operation, "it is gone: someone else deleted it");
    }

    /// <summary>Starts to delete a service; one that is gone already is fine.</summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="VpcepException"><c>EndPoint.3006</c>: endpoints still use it.</exception>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, Paths.Service(id), $"delete endpoint service {id}");
            await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error, ofService: true))
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

    /// <summary>
    /// Deletes a service and waits until it is gone. While endpoints still use it, waits for them to go; what they
    /// are is for the caller to find out (<see cref="ConnectionsApi"/>) when the token fires first.
    /// </summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<bool> DeleteAndWaitAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.DeleteAsync(this, id, progress, cancellationToken);

    /// <summary>All services that match, each once, newest first as a rule.</summary>
    public IAsyncEnumerable<EndpointService> ListAsync(ServiceFilter? filter, CancellationToken cancellationToken) =>
        _pager.ListAsync(
            Paths.WithQuery(
                Paths.Services,
                ("endpoint_service_name", filter?.Name),
                ("id", filter?.Id),
                ("status", filter?.Status)
            ),
            "list endpoint services",
            "endpoint_services",
            Decode.Service,
            service => service.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>The services that the operator offers to everyone.</summary>
    public IAsyncEnumerable<PublicService> ListPublicAsync(
        ServiceFilter? filter,
        CancellationToken cancellationToken
    ) =>
        _pager.ListAsync(
            Paths.WithQuery(Paths.PublicServices, ("endpoint_service_name", filter?.Name), ("id", filter?.Id)),
            "list public endpoint services",
            "endpoint_services",
            Decode.PublicService,
            service => service.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>What a caller who may connect can know of a service, also of another account's. Null when there is none.</summary>
    /// <param name="id">The service's id; or null with a name.</param>
    /// <param name="name">The service's full name; or null with an id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ServiceDescription?> DescribeAsync(string? id, string? name, CancellationToken cancellationToken)
    {
        if (id is null == name is null)
        {
            throw new ArgumentException("give either the id or the name of the service");
        }
        try
        {
            var request = new ApiRequest(
                HttpMethod.Get,
                Paths.WithQuery(Paths.Describe, ("endpoint_service_name", name), ("id", id)),
                $"describe endpoint service {id ?? name}"
            );
            var found = await _transport
                .SendAsync(request, Decode.Description, cancellationToken)
                .ConfigureAwait(false);
            return Required(found, request.Operation);
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error, ofService: true))
        {
            return null;
        }
    }

    /// <summary>Waits until the service is available.</summary>
    /// <returns>The service as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<EndpointService> WaitUntilAvailableAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilAvailableAsync(Waiter, id, progress, cancellationToken);

    /// <summary>Waits until the service is gone.</summary>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task WaitUntilGoneAsync(string id, Action<WaitProgress>? progress, CancellationToken cancellationToken) =>
        Waits.UntilGoneAsync(Waiter, id, progress, cancellationToken);

    internal void Close() => Waiter.Close();

    internal static T Required<T>(T? item, string operation)
        where T : class =>
        item
        ?? throw new VpcepException(ErrorClass.Internal, operation, "the answer lacks the id of what was asked for");
}
