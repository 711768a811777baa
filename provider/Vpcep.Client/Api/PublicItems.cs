namespace Vpcep.Client;

/// <summary>A service that the cloud's operator offers to everyone.</summary>
public sealed record PublicService
{
    /// <summary>The service's id.</summary>
    public required string Id { get; init; }

    /// <summary>Who runs it.</summary>
    public string? Owner { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary><c>interface</c> or <c>gateway</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Whether endpoints of it cost money.</summary>
    public bool? IsCharge { get; init; }

    /// <summary>Whether endpoints of it may have a policy.</summary>
    public bool? EnablePolicy { get; init; }
}

/// <summary>What anyone allowed to connect may know about a service.</summary>
public sealed record ServiceDescription
{
    /// <summary>The service's id.</summary>
    public required string Id { get; init; }

    /// <summary>The full name.</summary>
    public string? Name { get; init; }

    /// <summary><c>interface</c> or <c>gateway</c>.</summary>
    public string? ServiceType { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>Whether endpoints of it cost money.</summary>
    public bool? IsCharge { get; init; }

    /// <summary>Whether endpoints of it may have a policy.</summary>
    public bool? EnablePolicy { get; init; }

    /// <summary>The edge group the service belongs to.</summary>
    public string? PublicBorderGroup { get; init; }
}

/// <summary>How much of one kind the project has and may have.</summary>
/// <param name="Type"><c>endpoint_service</c> or <c>endpoint</c>.</param>
/// <param name="Used">How many there are.</param>
/// <param name="Limit">How many there may be.</param>
public sealed record ResourceQuota(string Type, long? Used, long? Limit);

/// <summary>A version of the API that the host offers.</summary>
public sealed record ApiVersion
{
    /// <summary>For example <c>v1</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>CURRENT</c>, <c>SUPPORT</c> or <c>DEPRECATED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public string? Updated { get; init; }

    /// <summary>The highest microversion, often empty.</summary>
    public string? Version { get; init; }

    /// <summary>The lowest microversion, often empty.</summary>
    public string? MinVersion { get; init; }

    /// <summary>Where it is served.</summary>
    public IReadOnlyList<ApiLink> Links { get; init; } = [];
}

/// <summary>A link of an <see cref="ApiVersion"/>.</summary>
public sealed record ApiLink(string? Href, string? Type, string? Rel);
