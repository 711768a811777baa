namespace Vpcep.Client;

/// <summary>An endpoint seen from the service it connects to, also across accounts.</summary>
public sealed record Connection
{
    /// <summary>The id of the endpoint.</summary>
    public required string EndpointId { get; init; }

    /// <summary>The packet id, decimal digits (more than 32 bits).</summary>
    public string? MarkerId { get; init; }

    /// <summary>The account that owns the endpoint.</summary>
    public string? DomainId { get; init; }

    /// <summary>One of <see cref="EndpointStatus"/>, compared without regard to case.</summary>
    public string? Status { get; init; }

    /// <summary>UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UTC, as <see cref="CreatedAt"/>.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>A free text of the service's owner; empty when there is none, null when the site does not report it.</summary>
    public string? Description { get; init; }

    /// <summary>Why the status is <c>failed</c>; empty otherwise.</summary>
    public IReadOnlyList<CloudError> Errors { get; init; } = [];
}
