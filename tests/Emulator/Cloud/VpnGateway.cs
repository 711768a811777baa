namespace Vpcep.Emulator;

/// <summary>A P2C VPN gateway: connections of people's machines to a VPC.</summary>
public sealed record VpnGateway
{
    /// <summary>The id of the gateway that every emulator has unless told otherwise.</summary>
    public const string DefaultId = "620fadcf-5b35-4b5c-8d1c-9a3a0d3b1c0e";

    public required string Id { get; init; }

    /// <summary>The project that sees it; null for all.</summary>
    public string? ProjectId { get; init; }

    /// <summary>In the order they are listed.</summary>
    public IReadOnlyList<VpnConnection> Connections { get; init; } = [];

    /// <summary>The two connections of the document's example, and one whose counters do not fit 53 bits.</summary>
    internal static VpnGateway Default { get; } =
        new()
        {
            Id = DefaultId,
            Connections =
            [
                new VpnConnection
                {
                    ConnectionId = "10293371-114e-4d2a-878e-c6a616d0ec0e",
                    ClientVirtualIp = "36.***.***.149",
                    ClientIp = "100.***.***.100",
                    ClientUserName = "1111",
                    InboundPackets = 13,
                    OutboundPackets = 24,
                    InboundBytes = 4185,
                    OutboundBytes = 10480,
                    ConnectionEstablishedTime = "2024-06-17T02:58:27.213Z",
                    Timestamp = "2024-06-17T02:58:48Z",
                },
                new VpnConnection
                {
                    ConnectionId = "6ade9de6-b19e-4b87-874d-f4880be317c1",
                    ClientVirtualIp = "36.***.***.145",
                    ClientIp = "100.***.***.100",
                    ClientUserName = "1111",
                    InboundPackets = 13,
                    OutboundPackets = 38,
                    InboundBytes = 4185,
                    OutboundBytes = 15804,
                    ConnectionEstablishedTime = "2024-06-17T02:58:12.413Z",
                    Timestamp = "2024-06-17T02:58:48Z",
                },
                new VpnConnection
                {
                    ConnectionId = "b7c1f0a4-0f0e-4a55-9d0b-1f6f2f6f8a11",
                    ClientVirtualIp = "10.1.0.7",
                    ClientIp = "203.0.113.9",
                    ClientUserName = "always-on",
                    InboundPackets = 5_000_000_000,
                    OutboundPackets = 6_000_000_000,
                    InboundBytes = 9_007_199_254_740_993,
                    OutboundBytes = 9_007_199_254_740_995,
                    ConnectionEstablishedTime = "2024-01-01T00:00:00Z",
                    Timestamp = "2024-06-17T02:58:48Z",
                },
            ],
        };
}

/// <summary>One connection. Addresses may be masked and times are written in more than one way, so both are texts.</summary>
public sealed record VpnConnection
{
    public required string ConnectionId { get; init; }
    public string ClientVirtualIp { get; init; } = "";
    public string ClientIp { get; init; } = "";
    public string ClientUserName { get; init; } = "";
    public long InboundPackets { get; init; }
    public long OutboundPackets { get; init; }
    public long InboundBytes { get; init; }
    public long OutboundBytes { get; init; }
    public string ConnectionEstablishedTime { get; init; } = "";
    public string Timestamp { get; init; } = "";
}
