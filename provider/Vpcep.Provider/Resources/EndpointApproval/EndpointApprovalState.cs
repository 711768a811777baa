using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>A connection as the service's owner sees it.</summary>
[PropertyObject]
public partial record EndpointApprovalState : EndpointApprovalInputs
{
    /// <summary>
    /// The state of the connection: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The number that marks the endpoint's packets, as text: it has up to 64 bits.</summary>
    [ChangesWith]
    public string? MarkerId { get; init; }

    /// <summary>Id of the account (domain) that owns the endpoint.</summary>
    [ChangesWith]
    public string? DomainId { get; init; }

    /// <summary>The endpoint's private address; absent where this project cannot see the endpoint.</summary>
    [ChangesWith("decision")]
    public string? Ip { get; init; }

    /// <summary>The endpoint's private domain names; absent where this project cannot see the endpoint.</summary>
    [ChangesWith("decision")]
    public IReadOnlyList<string>? DnsNames { get; init; }

    /// <summary>When the connection was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    [ChangesWith]
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>
    /// Tells this resource from another that stands for the same connection, such as the one that it replaced: the connection stays
    /// while one of them does.
    /// </summary>
    [ChangesWith]
    public string? ClaimId { get; init; }
}
