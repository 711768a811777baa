using System.Collections.Concurrent;

namespace Vpcep.Client;

/// <summary>Connections to endpoint services, as the services' owner sees them: also from other projects and accounts.</summary>
public sealed class ConnectionsApi
{
    private readonly Transport _transport;
    private readonly Pager _pager;
    private readonly Func<ConnectionsApi, string, Waiter<Connection>> _waiter;
    private readonly ConcurrentDictionary<string, Waiter<Connection>> _waiters = new(StringComparer.Ordinal);
    private readonly RecordReads<Connection> _reads;

    internal ConnectionsApi(
        Transport transport,
        ServicesApi services,
        TimeProvider time,
        Func<ConnectionsApi, string, Waiter<Connection>> waiter
    )
    {
        _transport = transport;
        _pager = new Pager(transport);
        _reads = new(
            time,
            transport,
            services,
            static connection => connection.EndpointId,
            StringComparer.OrdinalIgnoreCase,
            (id, endpoint, token) => ListAsync(id, new ConnectionFilter { EndpointId = endpoint }, token),
            IsGone
        );
        _waiter = waiter;
    }

    /// <summary>All connections of a service that match, each once.</summary>
    public IAsyncEnumerable<Connection> ListAsync(
        string serviceId,
        ConnectionFilter? filter,
        CancellationToken cancellationToken
    ) =>
        _pager.ListAsync(
            Paths.WithQuery(
                Paths.Connections(serviceId),
                ("id", filter?.EndpointId),
                ("marker_id", filter?.MarkerId),
                ("status", filter?.Status)
            ),
            $"list connections of endpoint service {serviceId}",
            "connections",
            Decode.Connection,
            connection => connection.EndpointId,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>The connection of one endpoint; null when there is none or the service is gone.</summary>
    public Task<Connection?> GetAsync(string serviceId, string endpointId, CancellationToken cancellationToken) =>
        _reads.GetAsync(serviceId, endpointId, cancellationToken);

    /// <summary>
    /// The connection of one endpoint, as above. Of many that are read together, one list for each service tells.
    /// </summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Connection?> ReadAsync(
        string serviceId,
        string endpointId,
        string asker,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(serviceId, endpointId, asker, cancellationToken);

    /// <summary>
    /// Looks at the connection of one endpoint until <paramref name="done"/> is content. However many wait for
    /// connections of a service, one loop lists them.
    /// </summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="done">
    /// Given the connection as seen, or null when it is not there: no longer, or still not after
    /// <see cref="VpcepClientOptions.VisibilityGrace"/>. What it throws ends the wait.
    /// </param>
    /// <param name="progress">Told about each look.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The connection as <paramref name="done"/> liked it; null when it liked it gone.</returns>
    /// <exception cref="VpcepException">Looking fails in a way that waiting does not mend.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<Connection?> WaitUntilAsync(
        string serviceId,
        string endpointId,
        Func<Connection?, bool> done,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(done);
        ResourceId.Require(serviceId, "endpoint service");
        ResourceId.Require(endpointId, "endpoint");
        var waiter = _waiters.GetOrAdd(serviceId, static (id, self) => self._waiter(self, id), this);
        return Waits.UntilAsync(waiter, endpointId, done, progress, cancellationToken);
    }

    /// <summary>Changes the text that the service's owner keeps with a connection, on sites that can; empty clears it.</summary>
    public async Task DescribeAsync(
        string serviceId,
        string endpointId,
        string description,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(
            HttpMethod.Put,
            Paths.Connections(serviceId) + "/description",
            $"describe the connection of endpoint {endpointId} at endpoint service {serviceId}"
        )
        {
            Body = Encode.ConnectionDescription(endpointId, description),
        };
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets an endpoint connect; one that is connected already is fine.</summary>
    public async Task AcceptAsync(string serviceId, string endpointId, CancellationToken cancellationToken)
    {
        try
        {
            await ActAsync(serviceId, endpointId, "receive", "accept", cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.AlreadyConnected)
        {
            // What was asked for is the case.
        }
    }

    /// <summary>Refuses or cuts an endpoint's connection.</summary>
    public Task RejectAsync(string serviceId, string endpointId, CancellationToken cancellationToken) =>
        ActAsync(serviceId, endpointId, "reject", "reject", cancellationToken);

    /// <summary>True when a call about a connection failed because endpoint, service or connection is not there.</summary>
    public async Task<bool> IsGoneAsync(
        VpcepException error,
        string serviceId,
        string endpointId,
        CancellationToken cancellationToken
    ) =>
        IsGone(error)
        || (
            ErrorCodes.MayMeanGone(error)
            && await GetAsync(serviceId, endpointId, cancellationToken).ConfigureAwait(false) is null
        );

    /// <summary>What <see cref="IsGoneAsync"/> can tell by the code alone.</summary>
    public static bool IsGone(VpcepException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return ErrorCodes.MeansGone(error)
            || ErrorCodes.MeansGone(error, ofService: true)
            || error.Code == VpcepCodes.NotConnected;
    }

    /// <summary>All connections of a service; none when the service is gone.</summary>
    internal IAsyncEnumerable<Connection> ListOrNoneAsync(string serviceId, CancellationToken cancellationToken) =>
        _reads.ListAsync(serviceId, null, cancellationToken);

    internal void Close()
    {
        foreach (var waiter in _waiters.Values)
        {
            waiter.Close();
        }
    }

    // The API takes a list and refuses more than one.
    private async Task ActAsync(
        string serviceId,
        string endpointId,
        string action,
        string verb,
        CancellationToken cancellationToken
    ) =>
        await _transport
            .SendAsync(
                new ApiRequest(
                    HttpMethod.Post,
                    Paths.Connections(serviceId) + "/action",
                    $"{verb} endpoint {endpointId} at endpoint service {serviceId}"
                )
                {
                    Body = Encode.Connection(endpointId, action),
                },
                cancellationToken
            )
            .ConfigureAwait(false);
}
