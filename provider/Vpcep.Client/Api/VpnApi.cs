using System.Runtime.CompilerServices;

namespace Vpcep.Client;

/// <summary>The VPN service: another host (<see cref="VpcepClientOptions.VpnEndpoint"/>), the same credential and project.</summary>
public sealed class VpnApi
{
    /// <summary>What is wrong where no host of the service is known.</summary>
    public const string NoEndpoint = "no endpoint of the VPN service is set";

    private readonly Lazy<Transport?> _transport;

    // Of no use without a host, and few programs need it: made when first used.
    internal VpnApi(Func<Transport?> transport) => _transport = new(transport);

    /// <summary>All connections of a P2C VPN gateway, each once.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.InvalidInput"/>: no VPN endpoint is set.</exception>
    public async IAsyncEnumerable<P2cConnection> ListP2cConnectionsAsync(
        string gatewayId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var operation = $"list connections of P2C VPN gateway {gatewayId}";
        var connections = new Pager(Transport(operation)).ListAsync(
            Paths.P2cConnections(gatewayId),
            operation,
            "connections",
            Decode.P2cConnection,
            connection => connection.Id,
            Pager.VpnPage,
            cancellationToken,
            isWholeByDefault: true
        );
        await foreach (var connection in connections.ConfigureAwait(false))
        {
            yield return connection;
        }
    }

    /// <summary>How many connections the gateway has, as it counts them itself.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.InvalidInput"/>: no VPN endpoint is set.</exception>
    public async Task<long> CountP2cConnectionsAsync(string gatewayId, CancellationToken cancellationToken)
    {
        var operation = $"count connections of P2C VPN gateway {gatewayId}";
        var path = Paths.WithQuery(Paths.P2cConnections(gatewayId), ("limit", Paths.Number(1)));
        return await Transport(operation)
                .SendAsync(
                    new ApiRequest(HttpMethod.Get, path, operation),
                    static body => body.Whole("total_count"),
                    cancellationToken
                )
                .ConfigureAwait(false)
            ?? throw new VpcepException(ErrorClass.Internal, operation, "the answer has no 'total_count'");
    }

    internal void Close()
    {
        if (_transport.IsValueCreated)
        {
            _transport.Value?.Dispose();
        }
    }

    private Transport Transport(string operation) =>
        _transport.Value
        ?? throw new VpcepException(ErrorClass.InvalidInput, operation, NoEndpoint)
        {
            Hint = "Set the VPN endpoint: the host of the VPN service in the gateway's region",
        };
}
