using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Resources.Endpoint;
using Endpoint = Vpcep.Client.Endpoint;

namespace Vpcep.Provider.Functions.Items;

/// <summary>A VPC endpoint of the project. What the cloud at hand does not report is absent.</summary>
[PropertyObject("vpcep:index:EndpointInfo")]
public partial record EndpointInfo
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The state: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The account's states: `active`, or the reasons why the endpoint is frozen.</summary>
    public IReadOnlyList<string>? ActiveStatus { get; init; }

    /// <summary>Whether the endpoint is switched on: `enable` or `disable`.</summary>
    public string? EnableStatus { get; init; }

    /// <summary>Id of the service.</summary>
    [TerraformName("service_id")]
    public string? EndpointServiceId { get; init; }

    /// <summary>The full name of the service.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The type of the service: `interface` or `gateway`.</summary>
    public string? ServiceType { get; init; }

    /// <summary>The number that marks the endpoint's packets, as text: it has up to 64 bits.</summary>
    [TerraformName("packet_id")]
    public string? MarkerId { get; init; }

    /// <summary>Id of the VPC that it connects.</summary>
    public string? VpcId { get; init; }

    /// <summary>Network id of the subnet that its address is from.</summary>
    [TerraformName("network_id")]
    public string? SubnetId { get; init; }

    /// <summary>The private address; absent until the connection is accepted.</summary>
    [TerraformName("ip_address")]
    public string? Ip { get; init; }

    /// <summary>The private IPv6 address, of dual-stack endpoints.</summary>
    public string? Ipv6Address { get; init; }

    /// <summary>`ipv4` or `dualstack`.</summary>
    public string? IpVersion { get; init; }

    /// <summary>Whether it has a private domain name.</summary>
    public bool? EnableDns { get; init; }

    /// <summary>The private domain names; absent until the connection is accepted.</summary>
    public IReadOnlyList<string>? DnsNames { get; init; }

    /// <summary>Ids of the route tables that lead to it, of gateway endpoints.</summary>
    public IReadOnlyList<string>? RouteTables { get; init; }

    /// <summary>The addresses and CIDR blocks that may use it.</summary>
    public IReadOnlyList<string>? Whitelist { get; init; }

    /// <summary>Whether only those of `whitelist` may use it.</summary>
    public bool? EnableWhitelist { get; init; }

    /// <summary>
    /// The statements of its policy, as the resource `Endpoint` takes them; absent for the one that the cloud sets by
    /// itself, which allows everything.
    /// </summary>
    public IReadOnlyList<PolicyStatement>? PolicyStatements { get; init; }

    /// <summary>The statements of its policy as the cloud has them, a JSON array.</summary>
    public string? PolicyStatement { get; init; }

    /// <summary>Its policy document, a JSON object.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The specification.</summary>
    public string? SpecificationName { get; init; }

    /// <summary>Id of the pool behind it; the clouds are giving it up.</summary>
    public string? EndpointPoolId { get; init; }

    /// <summary>The edge group.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary>Id of the project that owns it.</summary>
    public string? ProjectId { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>Why it failed; empty unless it did.</summary>
    public required IReadOnlyList<CloudErrorInfo> Errors { get; init; }

    internal static EndpointInfo From(Endpoint endpoint) =>
        new()
        {
            Id = endpoint.Id,
            Status = endpoint.Status,
            ActiveStatus = endpoint.ActiveStatus,
            EnableStatus = endpoint.EnableStatus,
            EndpointServiceId = endpoint.EndpointServiceId,
            ServiceName = endpoint.EndpointServiceName,
            ServiceType = endpoint.ServiceType,
            MarkerId = endpoint.MarkerId,
            VpcId = endpoint.VpcId,
            SubnetId = endpoint.SubnetId,
            Ip = endpoint.Ip,
            Ipv6Address = endpoint.Ipv6Address,
            IpVersion = endpoint.IpVersion,
            EnableDns = endpoint.EnableDns,
            DnsNames = endpoint.DnsNames,
            RouteTables = endpoint.RouteTables,
            Whitelist = endpoint.Whitelist,
            EnableWhitelist = endpoint.EnableWhitelist,
            PolicyStatements = PolicyJson.Statements(endpoint.PolicyStatement, null),
            PolicyStatement = Told(endpoint.PolicyStatement),
            PolicyDocument = Told(endpoint.PolicyDocument),
            Description = StateOf.Text(endpoint.Description, null),
            Tags = TagMap.From(endpoint.Tags),
            SpecificationName = endpoint.SpecificationName,
            EndpointPoolId = endpoint.EndpointPoolId,
            PublicBorderGroup = endpoint.PublicBorderGroup,
            ProjectId = endpoint.ProjectId,
            CreatedAt = endpoint.CreatedAt,
            UpdatedAt = endpoint.UpdatedAt,
            Errors = CloudErrorInfo.From(endpoint.Errors),
        };

    private static string? Told(string? policy) => policy == Client.PolicyText.None ? null : policy;
}
