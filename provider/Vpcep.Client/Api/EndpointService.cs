namespace Vpcep.Client;

/// <summary>A VPC endpoint service as the cloud reports it. Sites differ in what they return, so any field may be missing.</summary>
public sealed record EndpointService : IReported<EndpointService>
{
    /// <summary>The service's id.</summary>
    public required string Id { get; init; }

    /// <summary>The port, NIC or load balancer port behind the service.</summary>
    public string? PortId { get; init; }

    /// <summary>The port of the virtual IP, on sites that still have server type VIP.</summary>
    public string? VipPortId { get; init; }

    /// <summary>The VPC of the backend.</summary>
    public string? VpcId { get; init; }

    /// <summary>The cloud's full name: <c>region.id</c>, <c>region.name.id</c>, or a bare name. See <see cref="ServiceName"/>.</summary>
    public string? Name { get; init; }

    /// <summary><c>interface</c> or <c>gateway</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary><c>VM</c>, <c>LB</c>, <c>VIP</c> or <c>BMS</c>.</summary>
    public string? ServerType { get; init; }

    /// <summary>Whether connections wait for the owner's approval.</summary>
    public bool? ApprovalEnabled { get; init; }

    /// <summary>One of <see cref="ServiceStatus"/>, compared without regard to case.</summary>
    public string? Status { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UTC, as <see cref="CreatedAt"/>.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The project that owns the service.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The account that owns the service.</summary>
    public string? DomainId { get; init; }

    /// <summary>The port mappings; null when the answer has none.</summary>
    public IReadOnlyList<PortMapping>? Ports { get; init; }

    /// <summary>How the client's address reaches the backend: <c>close</c>, <c>toa_open</c>, <c>proxy_open</c>, <c>open</c>, <c>proxy_vni</c>.</summary>
    public string? TcpProxy { get; init; }

    /// <summary>Endpoints that are creating or accepted; only lists report it.</summary>
    public long? ConnectionCount { get; init; }

    /// <summary>Why the status is <c>failed</c>; empty otherwise.</summary>
    public IReadOnlyList<CloudError> Errors { get; init; } = [];

    /// <summary>A free text; empty when there is none, null when the site does not report it.</summary>
    public string? Description { get; init; }

    /// <summary>The cluster of a dedicated site.</summary>
    public string? PoolId { get; init; }

    /// <summary>The type of the service's address range.</summary>
    public string? CidrType { get; init; }

    /// <summary>The backend's IPv4 address or domain name, of interface services in a VLAN.</summary>
    public string? Ip { get; init; }

    /// <summary><c>ipv4</c> or <c>ipv6</c>.</summary>
    public string? IpVersion { get; init; }

    /// <summary>The network that an <c>ipv6</c> service reaches its backend from.</summary>
    public string? SnatNetworkId { get; init; }

    /// <summary>Whether endpoints of the service may have a policy.</summary>
    public bool? EnablePolicy { get; init; }

    /// <summary>The edge group the service belongs to.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary>Endpoint editions the service supports, as <see cref="Edition"/> names them; null when the answer does not tell.</summary>
    public IReadOnlyList<string>? SupportedEditions { get; init; }

    /// <summary>Tags; null when the site does not report them.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>Whether the answer has what any service has. Free texts and tags do not count: many sites never tell of them.</summary>
    public bool IsWhole =>
        PortId is not null
        && VpcId is not null
        && Name is not null
        && ServiceType is not null
        && ServerType is not null
        && ApprovalEnabled is not null
        && Ports is not null
        && TcpProxy is not null;

    /// <summary>This answer with what only another one about the same service has.</summary>
    public EndpointService FilledFrom(EndpointService other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            PortId = PortId ?? other.PortId,
            VipPortId = VipPortId ?? other.VipPortId,
            VpcId = VpcId ?? other.VpcId,
            Name = Name ?? other.Name,
            ServiceType = ServiceType ?? other.ServiceType,
            ServerType = ServerType ?? other.ServerType,
            ApprovalEnabled = ApprovalEnabled ?? other.ApprovalEnabled,
            Status = Status ?? other.Status,
            CreatedAt = CreatedAt ?? other.CreatedAt,
            UpdatedAt = UpdatedAt ?? other.UpdatedAt,
            ProjectId = ProjectId ?? other.ProjectId,
            DomainId = DomainId ?? other.DomainId,
            Ports = Ports ?? other.Ports,
            TcpProxy = TcpProxy ?? other.TcpProxy,
            ConnectionCount = ConnectionCount ?? other.ConnectionCount,
            Errors = Errors is [] ? other.Errors : Errors,
            Description = Description ?? other.Description,
            PoolId = PoolId ?? other.PoolId,
            CidrType = CidrType ?? other.CidrType,
            Ip = Ip ?? other.Ip,
            IpVersion = IpVersion ?? other.IpVersion,
            SnatNetworkId = SnatNetworkId ?? other.SnatNetworkId,
            EnablePolicy = EnablePolicy ?? other.EnablePolicy,
            PublicBorderGroup = PublicBorderGroup ?? other.PublicBorderGroup,
            SupportedEditions = SupportedEditions ?? other.SupportedEditions,
            Tags = Tags ?? other.Tags,
        };
    }
}

/// <summary>One opened port: what endpoints connect to, and what the backend listens on.</summary>
/// <param name="ClientPort">1-65535, at the endpoint.</param>
/// <param name="ServerPort">1-65535, at the backend.</param>
/// <param name="Protocol"><c>TCP</c> (also <c>UDP</c> on some sites); null when the answer omits it, which means TCP.</param>
public sealed record PortMapping(int? ClientPort, int? ServerPort, string? Protocol);

/// <summary>A tag.</summary>
public sealed record ResourceTag(string Key, string? Value);

/// <summary>Why the cloud failed to make something, as reported inside it.</summary>
/// <param name="Code">The code, normalised like <see cref="VpcepException.Code"/>.</param>
/// <param name="Message">The cloud's words.</param>
public sealed record CloudError(string? Code, string? Message)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Code, Message) switch
        {
            (null, null) => "no reason given",
            (null, { } message) => message,
            ({ } code, null) => code,
            _ => $"{Code}: {Message}",
        };
}
