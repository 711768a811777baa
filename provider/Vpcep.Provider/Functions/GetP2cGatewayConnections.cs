using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Of which gateway.</summary>
[PropertyObject]
public sealed partial record GetP2cGatewayConnectionsArgs
{
    /// <summary>Id of the point-to-client (P2C) VPN gateway.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string P2cGatewayId { get; init; }
}

/// <summary>
/// The clients that are connected to a point-to-client (P2C) VPN gateway, from all pages. The VPN service is asked, at
/// the address that the cloud and the region give or that `vpnEndpoint` of the configuration sets.
/// </summary>
[PropertyObject]
public sealed partial record GetP2cGatewayConnectionsResult
{
    /// <summary>The connections.</summary>
    public required IReadOnlyList<P2cConnectionInfo> Connections { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>A client's connection to a P2C VPN gateway.</summary>
[PropertyObject("vpcep:vpn:P2cConnectionInfo")]
public sealed partial record P2cConnectionInfo
{
    /// <summary>The id.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>The client's address in the VPN.</summary>
    public string? ClientVirtualIp { get; init; }

    /// <summary>The public address that the client comes from; parts of it may be masked.</summary>
    public string? ClientIp { get; init; }

    /// <summary>The user.</summary>
    public string? ClientUserName { get; init; }

    /// <summary>Packets received from the client.</summary>
    public double? InboundPackets { get; init; }

    /// <summary>Packets sent to the client.</summary>
    public double? OutboundPackets { get; init; }

    /// <summary>Bytes received from the client.</summary>
    public double? InboundBytes { get; init; }

    /// <summary>Bytes sent to the client.</summary>
    public double? OutboundBytes { get; init; }

    /// <summary>When the client connected, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? ConnectionEstablishedTime { get; init; }

    /// <summary>When the figures were taken, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? Timestamp { get; init; }

    internal static P2cConnectionInfo From(P2cConnection connection) =>
        new()
        {
            ConnectionId = connection.Id,
            ClientVirtualIp = connection.ClientVirtualIp,
            ClientIp = connection.ClientIp,
            ClientUserName = connection.ClientUserName,
            InboundPackets = connection.InboundPackets,
            OutboundPackets = connection.OutboundPackets,
            InboundBytes = connection.InboundBytes,
            OutboundBytes = connection.OutboundBytes,
            ConnectionEstablishedTime = connection.EstablishedAt,
            Timestamp = connection.Timestamp,
        };
}

/// <summary>Lists the connections of a VPN gateway.</summary>
internal sealed class GetP2cGatewayConnections(Session session)
    : IFunction<GetP2cGatewayConnectionsArgs, GetP2cGatewayConnectionsResult>
{
    public async Task<GetP2cGatewayConnectionsResult> InvokeAsync(Invocation call, GetP2cGatewayConnectionsArgs args)
    {
        var found = await session
            .Client.Vpn.ListP2cConnectionsAsync(args.P2cGatewayId, call.CancellationToken)
            .CollectAsync(call.CancellationToken)
            .ConfigureAwait(false);
        return new() { Connections = [.. found.Select(P2cConnectionInfo.From)], TotalCount = found.Count };
    }
}
