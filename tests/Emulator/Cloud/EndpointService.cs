namespace Vpcep.Emulator;

/// <summary>One port that clients see and the port of the backend behind it.</summary>
public sealed record PortMapping(int ClientPort, int ServerPort, string Protocol = "TCP");

/// <summary>
/// A whitelist record: a domain that may connect (<c>iam:domain::id</c>), an organisation path
/// (<c>organizations:orgPath::path</c>), or <c>*</c> for all.
/// </summary>
public sealed record Permission(string Id, string Value, DateTimeOffset CreatedAt, string Description = "");

/// <summary>A load balancer behind a service that has several.</summary>
public sealed record ServerResource(string ResourceId, string? AvailabilityZoneId);

/// <summary>A VPC endpoint service.</summary>
public sealed record EndpointService : CloudObject
{
    /// <summary>The cluster of everything that was given none.</summary>
    internal const string DefaultPoolId = "5289d3c2-8882-4871-a3c2-d380272eed80";

    public string PortId { get; init; } = "";
    public string? VipPortId { get; init; }
    public string? PoolId { get; init; }
    public string? Ip { get; init; }
    public string? IpVersion { get; init; }
    public string? SnatNetworkId { get; init; }
    public string? PublicBorderGroup { get; init; }

    /// <summary>Which networks it serves: <c>vlan</c> or <c>vxlan</c>. Lists filter by it and never show it.</summary>
    public string NetType { get; init; } = "vxlan";

    public IReadOnlyList<string> SupportedEditions { get; init; } = Editions.OfBasic;

    /// <summary>What it will support once it has been moved; null while it is not being moved.</summary>
    public IReadOnlyList<string>? NextEditions { get; init; }

    /// <summary>Whether it may have several load balancers.</summary>
    public bool MultiServer { get; init; }

    /// <summary>The load balancers besides the first. Nothing lists them.</summary>
    public IReadOnlyList<ServerResource> ServerResources { get; init; } = [];

    /// <summary>Whether its endpoints may have a policy.</summary>
    public bool EnablePolicy { get; init; }

    /// <summary>The short name the user chose; null when none.</summary>
    public string? Name { get; init; }

    /// <summary>The full name: <c>region.name.id</c> or <c>region.id</c>.</summary>
    public required string ServiceName { get; init; }

    public string ServerType { get; init; } = "";
    public bool ApprovalEnabled { get; init; } = true;
    public string TcpProxy { get; init; } = "close";
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>Made by operations people: visible to all, owned by nobody who calls the API.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Who offers a public service.</summary>
    public string Owner { get; init; } = "";

    public bool IsCharge { get; init; } = true;

    /// <summary>Counts for <c>connection_count</c> besides the endpoints that are here.</summary>
    public long MoreConnections { get; init; }

    private protected override CloudObject Settle(Transition next) =>
        (EndpointService)base.Settle(next) with
        {
            SupportedEditions = NextEditions ?? SupportedEditions,
            NextEditions = null,
        };

    internal static string FullName(string region, string? name, string id) =>
        name is null ? $"{region}.{id}" : $"{region}.{name}.{id}";

    /// <summary>Whether endpoints of <paramref name="caller"/> may connect. The owner always may.</summary>
    internal bool Admits(Caller caller) =>
        IsPublic
        || caller.DomainId == DomainId
        || Permissions.Any(permission => PermissionText.Admits(permission.Value, caller));
}
