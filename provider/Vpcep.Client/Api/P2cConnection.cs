namespace Vpcep.Client;

/// <summary>
/// A client's connection to a point-to-site (P2C) VPN gateway (P2C VPN gateway connections, v5). Addresses are text:
/// the cloud may mask parts of them (<c>36.***.***.149</c>).
/// </summary>
public sealed record P2cConnection
{
    /// <summary>The connection's id.</summary>
    public required string Id { get; init; }

    /// <summary>The address that the gateway gave the client.</summary>
    public string? ClientVirtualIp { get; init; }

    /// <summary>The public address that the client comes from.</summary>
    public string? ClientIp { get; init; }

    /// <summary>Who is connected.</summary>
    public string? ClientUserName { get; init; }

    /// <summary>Packets from the client since the connection was made.</summary>
    public long? InboundPackets { get; init; }

    /// <summary>Packets to the client.</summary>
    public long? OutboundPackets { get; init; }

    /// <summary>Bytes from the client.</summary>
    public long? InboundBytes { get; init; }

    /// <summary>Bytes to the client.</summary>
    public long? OutboundBytes { get; init; }

    /// <summary>When the connection was made: UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? EstablishedAt { get; init; }

    /// <summary>When the counters were read: UTC, as <see cref="EstablishedAt"/>.</summary>
    public string? Timestamp { get; init; }
}
