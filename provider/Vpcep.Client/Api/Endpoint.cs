namespace Vpcep.Client;

/// <summary>A VPC endpoint as the cloud reports it. Sites differ in what they return, so any field may be missing.</summary>
public sealed record Endpoint : IReported<Endpoint>
{
    /// <summary>The endpoint's id.</summary>
    public required string Id { get; init; }

    /// <summary><c>interface</c> or <c>gateway</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary>One of <see cref="EndpointStatus"/>, compared without regard to case.</summary>
    public string? Status { get; init; }

    /// <summary>The account's states (<c>active</c>, <c>frozen</c>, <c>arrear_frozen</c>…); some sites give one, some a list.</summary>
    public IReadOnlyList<string>? ActiveStatus { get; init; }

    /// <summary>The full name of the service.</summary>
    public string? EndpointServiceName { get; init; }

    /// <summary>The service's id.</summary>
    public string? EndpointServiceId { get; init; }

    /// <summary>The packet id, decimal digits. It exceeds 32 bits, and sites give it as number or string.</summary>
    public string? MarkerId { get; init; }

    /// <summary>Whether a private domain name is made. False while the endpoint waits for acceptance, whatever was asked for.</summary>
    public bool? EnableDns { get; init; }

    /// <summary>Private domain names; null until there are any.</summary>
    public IReadOnlyList<string>? DnsNames { get; init; }

    /// <summary>The address in the subnet; assigned on acceptance.</summary>
    public string? Ip { get; init; }

    /// <summary>The IPv6 address of a dual-stack endpoint.</summary>
    public string? Ipv6Address { get; init; }

    /// <summary><c>ipv4</c> or <c>dualstack</c>.</summary>
    public string? IpVersion { get; init; }

    /// <summary>The VPC of the endpoint.</summary>
    public string? VpcId { get; init; }

    /// <summary>The network id of the subnet (interface endpoints).</summary>
    public string? SubnetId { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UTC, as <see cref="CreatedAt"/>.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The project that owns the endpoint.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Addresses and CIDR blocks that may use the endpoint.</summary>
    public IReadOnlyList<string>? Whitelist { get; init; }

    /// <summary>Whether <see cref="Whitelist"/> is enforced.</summary>
    public bool? EnableWhitelist { get; init; }

    /// <summary>Route tables (gateway endpoints).</summary>
    public IReadOnlyList<string>? RouteTables { get; init; }

    /// <summary><c>enable</c> or <c>disable</c>.</summary>
    public string? EnableStatus { get; init; }

    /// <summary>Why the status is <c>failed</c>; empty otherwise.</summary>
    public IReadOnlyList<CloudError> Errors { get; init; } = [];

    /// <summary>A free text; empty when there is none, null when the site does not report it.</summary>
    public string? Description { get; init; }

    /// <summary>The specification of the endpoint.</summary>
    public string? SpecificationName { get; init; }

    /// <summary>
    /// The policy statements as a JSON array, written as <see cref="PolicyText.Canonical(string)"/> does;
    /// <see cref="PolicyText.None"/> for none, null when the answer does not tell.
    /// </summary>
    public string? PolicyStatement { get; init; }

    /// <summary>The policy document as a JSON object, written as <see cref="PolicyStatement"/>.</summary>
    public string? PolicyDocument { get; init; }

    /// <summary>The pool behind the endpoint (being retired by the clouds).</summary>
    public string? EndpointPoolId { get; init; }

    /// <summary>The edge group the endpoint belongs to.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary>Tags; null when the answer has none.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }

    /// <summary>
    /// Whether the answer has what any endpoint in its state has. Free texts, tags and policies do not count: many sites
    /// never tell of them.
    /// </summary>
    public bool IsWhole =>
        EndpointServiceId is not null
        && VpcId is not null
        && EnableDns is not null
        && ServiceType switch
        {
            "gateway" => RouteTables is not null,
            null => false,
            _ => SubnetId is not null && (!Status.IsStatus(EndpointStatus.Accepted) || (Ip is not null && HasItsNames)),
        };

    private bool HasItsNames => EnableDns is not true || DnsNames is { Count: > 0 };

    /// <summary>This answer with what only another one about the same endpoint has.</summary>
    public Endpoint FilledFrom(Endpoint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            ServiceType = ServiceType ?? other.ServiceType,
            Status = Status ?? other.Status,
            ActiveStatus = ActiveStatus ?? other.ActiveStatus,
            EndpointServiceName = EndpointServiceName ?? other.EndpointServiceName,
            EndpointServiceId = EndpointServiceId ?? other.EndpointServiceId,
            MarkerId = MarkerId ?? other.MarkerId,
            EnableDns = EnableDns ?? other.EnableDns,
            DnsNames = DnsNames ?? other.DnsNames,
            Ip = Ip ?? other.Ip,
            Ipv6Address = Ipv6Address ?? other.Ipv6Address,
            IpVersion = IpVersion ?? other.IpVersion,
            VpcId = VpcId ?? other.VpcId,
            SubnetId = SubnetId ?? other.SubnetId,
            CreatedAt = CreatedAt ?? other.CreatedAt,
            UpdatedAt = UpdatedAt ?? other.UpdatedAt,
            ProjectId = ProjectId ?? other.ProjectId,
            Whitelist = Whitelist ?? other.Whitelist,
            EnableWhitelist = EnableWhitelist ?? other.EnableWhitelist,
            RouteTables = RouteTables ?? other.RouteTables,
            EnableStatus = EnableStatus ?? other.EnableStatus,
            Errors = Errors is [] ? other.Errors : Errors,
            Description = Description ?? other.Description,
            SpecificationName = SpecificationName ?? other.SpecificationName,
            PolicyStatement = PolicyStatement ?? other.PolicyStatement,
            PolicyDocument = PolicyDocument ?? other.PolicyDocument,
            EndpointPoolId = EndpointPoolId ?? other.EndpointPoolId,
            PublicBorderGroup = PublicBorderGroup ?? other.PublicBorderGroup,
            Tags = Tags ?? other.Tags,
        };
    }
}
