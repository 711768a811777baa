namespace Vpcep.Emulator;

/// <summary>The public services an emulator has unless told otherwise: one gateway, one interface.</summary>
public static class PublicServiceDefaults
{
    /// <summary>Object storage, of type gateway.</summary>
    public const string GatewayId = "26391a76-546b-42a9-b2fc-496ec68c0e4d";

    /// <summary>Name resolution, of type interface.</summary>
    public const string InterfaceId = "b0e22f6f-26f4-461c-b140-d873464d4fa0";

    internal static IReadOnlyList<EndpointService> All { get; } =
    [
        Make(InterfaceId, "DNS", "interface", new(2018, 9, 10, 13, 13, 23, TimeSpan.Zero)),
        Make(GatewayId, "OBS", "gateway", new(2019, 3, 28, 9, 30, 27, TimeSpan.Zero)),
    ];

    private static EndpointService Make(string id, string name, string type, DateTimeOffset since) =>
        new()
        {
            Id = id,
            DomainId = "",
            ProjectId = "",
            VpcId = "",
            ServiceName = name,
            ServiceType = type,
            Status = Statuses.Available,
            ApprovalEnabled = false,
            CreatedAt = since,
            UpdatedAt = since,
            IsPublic = true,
            Owner = "operations",
            EnablePolicy = type == "gateway",
        };
}
