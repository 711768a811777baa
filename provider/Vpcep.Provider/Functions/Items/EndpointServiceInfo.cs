using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Resources.EndpointService;
using EndpointService = Vpcep.Client.EndpointService;
using PortMapping = Vpcep.Provider.Resources.EndpointService.PortMapping;

namespace Vpcep.Provider.Functions.Items;

/// <summary>A VPC endpoint service of the project. What the cloud at hand does not report is absent.</summary>
[PropertyObject("vpcep:index:EndpointServiceInfo")]
public partial record EndpointServiceInfo
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The full name: `region.name.id`, or `region.id` without a short name.</summary>
    [TerraformName("service_name")]
    public string? FullName { get; init; }

    /// <summary>The short name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The state: `creating`, `available`, `failed` or `deleting`.</summary>
    public string? Status { get; init; }

    /// <summary>The type: `interface` or `gateway`.</summary>
    public string? ServiceType { get; init; }

    /// <summary>The kind of server: `VM`, `LB`, `VIP` or `BMS`.</summary>
    public string? ServerType { get; init; }

    /// <summary>Id of the VPC that the server is in.</summary>
    public string? VpcId { get; init; }

    /// <summary>Id of the server's network port.</summary>
    public string? PortId { get; init; }

    /// <summary>Id of the port of the virtual address, for `VIP`.</summary>
    public string? VipPortId { get; init; }

    /// <summary>The ports that clients connect to, and those of the server that answer.</summary>
    [TerraformName("port")]
    public IReadOnlyList<PortMapping>? Ports { get; init; }

    /// <summary>Whether the owner must accept each connection.</summary>
    public bool? ApprovalEnabled { get; init; }

    /// <summary>Whether and how the client's address and port reach the server.</summary>
    public string? TcpProxy { get; init; }

    /// <summary>How many endpoints are connected or being connected; only lists report it.</summary>
    public long? ConnectionCount { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Id of the project that owns the service.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Id of the account (domain) that owns the service.</summary>
    public string? DomainId { get; init; }

    /// <summary>Id of the cluster, on dedicated sites.</summary>
    public string? PoolId { get; init; }

    /// <summary>The type of the service's address range.</summary>
    public string? CidrType { get; init; }

    /// <summary>The server's IPv4 address or domain name, of interface services in a VLAN.</summary>
    public string? Ip { get; init; }

    /// <summary>`ipv4` or `ipv6`.</summary>
    public string? IpVersion { get; init; }

    /// <summary>Network id of the subnet that the server of an IPv6 service sees requests come from.</summary>
    public string? SnatNetworkId { get; init; }

    /// <summary>The editions of endpoints that may connect, as the cloud names them: `basic`, `profession`.</summary>
    public IReadOnlyList<string>? SupportedEditions { get; init; }

    /// <summary>Whether endpoints of the service may have a policy.</summary>
    public bool? EnablePolicy { get; init; }

    /// <summary>The edge group of the service.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>Why it failed; empty unless it did.</summary>
    public required IReadOnlyList<CloudErrorInfo> Errors { get; init; }

    internal static EndpointServiceInfo From(EndpointService service) =>
        new()
        {
            Id = service.Id,
            FullName = service.Name,
            ServiceName = Client.ServiceName.Parse(service.Name).Name,
            Status = service.Status,
            ServiceType = service.ServiceType,
            ServerType = service.ServerType,
            VpcId = service.VpcId,
            PortId = service.PortId,
            VipPortId = service.VipPortId,
            Ports = service.Ports is { } ports ? [.. ports.Select(EndpointServiceMapping.Mapping)] : null,
            ApprovalEnabled = service.ApprovalEnabled,
            TcpProxy = service.TcpProxy,
            ConnectionCount = service.ConnectionCount,
            Description = StateOf.Text(service.Description, null),
            Tags = TagMap.From(service.Tags),
            ProjectId = service.ProjectId,
            DomainId = service.DomainId,
            PoolId = service.PoolId,
            CidrType = service.CidrType,
            Ip = service.Ip,
            IpVersion = service.IpVersion,
            SnatNetworkId = service.SnatNetworkId,
            SupportedEditions = service.SupportedEditions,
            EnablePolicy = service.EnablePolicy,
            PublicBorderGroup = service.PublicBorderGroup,
            CreatedAt = service.CreatedAt,
            UpdatedAt = service.UpdatedAt,
            Errors = CloudErrorInfo.From(service.Errors),
        };
}
