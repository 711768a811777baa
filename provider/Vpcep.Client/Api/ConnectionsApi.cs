namespace Vpcep.Client;

/// <summary>Connections to endpoint services, as the services' owner sees them: also from other projects and accounts.</summary>
public sealed class ConnectionsApi
{
    private readonly Transport _transport;
    private readonly Pager _pager;

    internal ConnectionsApi(Transport transport)
    {
        _transport = transport;
        _pager = new Pager(transport);
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
    public async Task<Connection?> GetAsync(string serviceId, string endpointId, CancellationToken cancellationToken)
    {
        try
        {
            var filter = new ConnectionFilter { EndpointId = endpointId };
            await foreach (var found in ListAsync(serviceId, filter, cancellationToken).ConfigureAwait(false))
            {
                if (string.Equals(found.EndpointId, endpointId, StringComparison.OrdinalIgnoreCase))
                {
                    return found;
                }
            }
            return null;
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error, ofService: true))
        {
            return null;
        }
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
    public static bool IsGone(VpcepException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return ErrorCodes.MeansGone(error)
            || ErrorCodes.MeansGone(error, ofService: true)
            || error.Code == VpcepCodes.NotConnected;
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
