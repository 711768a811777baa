namespace Vpcep.Client;

/// <summary>Which services to list; null asks for all. Names match in part and without regard to case.</summary>
public sealed record ServiceFilter
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="ServiceStatus"/>.</summary>
    public string? Status { get; init; }

    /// <summary>The edge group, on clouds with <see cref="CloudFeatures.ServiceFilters"/>.</summary>
    public string? PublicBorderGroup { get; init; }

    /// <summary><c>vlan</c>, <c>vxlan</c> or <c>all</c>, on clouds with <see cref="CloudFeatures.ServiceFilters"/>.</summary>
    public string? NetType { get; init; }
}

/// <summary>Which endpoints to list; null asks for all. Names match in part and without regard to case.</summary>
public sealed record EndpointFilter
{
    /// <summary>Part of the service's name.</summary>
    public string? EndpointServiceName { get; init; }

    /// <summary>The VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>The id.</summary>
    public string? Id { get; init; }
}

/// <summary>Which permissions to list; null asks for all.</summary>
public sealed record PermissionFilter
{
    /// <summary>Part of the permission, as the cloud writes it (<c>iam:domain::ID</c>, <c>*</c>).</summary>
    public string? Permission { get; init; }
}

/// <summary>Which connections to list; null asks for all.</summary>
public sealed record ConnectionFilter
{
    /// <summary>The endpoint's id.</summary>
    public string? EndpointId { get; init; }

    /// <summary>The packet id.</summary>
    public string? MarkerId { get; init; }

    /// <summary><c>pendingAcceptance</c>, <c>accepted</c>, <c>rejected</c> or <c>failed</c>: the cloud knows no other here.</summary>
    public string? Status { get; init; }
}
