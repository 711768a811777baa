namespace Vpcep.Client;

/// <summary>What to make an endpoint service of. What is null is not sent, and the cloud's default holds.</summary>
public sealed record CreateServiceRequest
{
    /// <summary>The backend: the port of a load balancer's private address, an ECS NIC…</summary>
    public required string PortId { get; init; }

    /// <summary>The backend's VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary><c>VM</c>, <c>LB</c>, <c>VIP</c> or <c>BMS</c>.</summary>
    public required string ServerType { get; init; }

    /// <summary>1-200 mappings.</summary>
    public required IReadOnlyList<PortMapping> Ports { get; init; }

    /// <summary>1-16 of letters, digits, <c>_</c> and <c>-</c>.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Whether connections wait for approval; the cloud's default is true.</summary>
    public bool? ApprovalEnabled { get; init; }

    /// <summary><c>interface</c>; gateways are the operator's.</summary>
    public string? ServiceType { get; init; }

    /// <summary>See <see cref="EndpointService.TcpProxy"/>.</summary>
    public string? TcpProxy { get; init; }

    /// <summary>At most 128 characters, no angle brackets.</summary>
    public string? Description { get; init; }

    /// <summary>At most 20.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>Server type VIP only.</summary>
    public string? VipPortId { get; init; }

    /// <summary>The cluster of a dedicated site.</summary>
    public string? PoolId { get; init; }

    /// <summary>The backend by address.</summary>
    public string? Ip { get; init; }

    /// <summary><c>ipv4</c> or <c>ipv6</c>.</summary>
    public string? IpVersion { get; init; }

    /// <summary>Needed when <see cref="IpVersion"/> is <c>ipv6</c>.</summary>
    public string? SnatNetworkId { get; init; }

    /// <summary>Whether endpoints of the service may have a policy.</summary>
    public bool? EnablePolicy { get; init; }
}

/// <summary>What to change of an endpoint service. What is null stays as it is.</summary>
public sealed record UpdateServiceRequest
{
    /// <summary>A new name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>A new backend.</summary>
    public string? PortId { get; init; }

    /// <summary>A new virtual IP port.</summary>
    public string? VipPortId { get; init; }

    /// <summary>All mappings: they replace what is there.</summary>
    public IReadOnlyList<PortMapping>? Ports { get; init; }

    /// <summary>Whether connections wait for approval.</summary>
    public bool? ApprovalEnabled { get; init; }

    /// <summary>See <see cref="EndpointService.TcpProxy"/>.</summary>
    public string? TcpProxy { get; init; }

    /// <summary>A new text; empty clears it.</summary>
    public string? Description { get; init; }

    /// <summary>A new backend address.</summary>
    public string? Ip { get; init; }
}

/// <summary>What to make an endpoint of. What is null is not sent, and the cloud's default holds.</summary>
public sealed record CreateEndpointRequest
{
    /// <summary>The service to connect to.</summary>
    public required string EndpointServiceId { get; init; }

    /// <summary>The VPC to make it in.</summary>
    public required string VpcId { get; init; }

    /// <summary>The network id of the subnet; interface services need it.</summary>
    public string? SubnetId { get; init; }

    /// <summary>Whether to make a private domain name; the cloud's default is false.</summary>
    public bool? EnableDns { get; init; }

    /// <summary>Route tables, for gateway services.</summary>
    public IReadOnlyList<string>? RouteTables { get; init; }

    /// <summary>A free IPv4 address of the subnet.</summary>
    public string? PortIp { get; init; }

    /// <summary>At most 20 addresses or CIDR blocks.</summary>
    public IReadOnlyList<string>? Whitelist { get; init; }

    /// <summary>Whether to enforce <see cref="Whitelist"/>.</summary>
    public bool? EnableWhitelist { get; init; }

    /// <summary>At most 20.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>At most 128 characters, no angle brackets.</summary>
    public string? Description { get; init; }

    /// <summary>The specification of the endpoint.</summary>
    public string? SpecificationName { get; init; }

    /// <summary>A JSON array of statements.</summary>
    public string? PolicyStatement { get; init; }

    /// <summary>A JSON object.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary><c>ipv4</c> or <c>dualstack</c>.</summary>
    public string? IpVersion { get; init; }

    /// <summary>An IPv6 address of the subnet.</summary>
    public string? Ipv6Address { get; init; }
}
