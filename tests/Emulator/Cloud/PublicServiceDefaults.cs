namespace Vpcep.Emulator;

/// <summary>The public services an emulator has unless told otherwise: one gateway, two interfaces.</summary>
public static class PublicServiceDefaults
{
    /// <summary>Object storage, of type gateway.</summary>
    public const string GatewayId = "26391a76-546b-42a9-b2fc-496ec68c0e4d";

    /// <summary>Name resolution, of type interface.</summary>
    public const string InterfaceId = "b0e22f6f-26f4-461c-b140-d873464d4fa0";

    /// <summary>Keys, of type interface; its endpoints may have policies.</summary>
    public const string KeysId = "5c1d7a60-93b2-4f0e-8a55-2be1f4a7c913";

    internal static IReadOnlyList<EndpointService> All { get; } =
    [
        Make(KeysId, "KMS", "interface", new(2018, 3, 6, 8, 15, 0, TimeSpan.Zero), enablePolicy: true),
        Make(InterfaceId, "DNS", "interface", new(2018, 9, 10, 13, 13, 23, TimeSpan.Zero)),
        Make(GatewayId, "OBS", "gateway", new(2019, 3, 28, 9, 30, 27, TimeSpan.Zero), enablePolicy: true),
    ];

    private static EndpointService Make(
        string id,
        string name,
        string type,
        DateTimeOffset since,
        bool enablePolicy = false
    ) =>
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
            EnablePolicy = enablePolicy,
        };
}
