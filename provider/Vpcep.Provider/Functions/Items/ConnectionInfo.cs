using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider.Functions.Items;

/// <summary>A connection to a VPC endpoint service, as the service's owner sees it.</summary>
[PropertyObject("vpcep:index:ConnectionInfo")]
public sealed partial record ConnectionInfo
{
    /// <summary>Id of the endpoint.</summary>
    public required string EndpointId { get; init; }

    /// <summary>
    /// The state: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The number that marks the endpoint's packets, as text: it has up to 64 bits.</summary>
    public string? MarkerId { get; init; }

    /// <summary>Id of the account (domain) that owns the endpoint.</summary>
    public string? DomainId { get; init; }

    /// <summary>The description that the service's owner gave the connection.</summary>
    public string? Description { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>Why it failed; empty unless it did.</summary>
    public required IReadOnlyList<CloudErrorInfo> Errors { get; init; }

    internal static ConnectionInfo From(Connection connection) =>
        new()
        {
            EndpointId = connection.EndpointId,
            Status = connection.Status,
            MarkerId = connection.MarkerId,
            DomainId = connection.DomainId,
            Description = StateOf.Text(connection.Description, null),
            CreatedAt = connection.CreatedAt,
            UpdatedAt = connection.UpdatedAt,
            Errors = CloudErrorInfo.From(connection.Errors),
        };
}
