using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>A VPC endpoint as the cloud has it.</summary>
[PropertyObject]
public partial record EndpointState : EndpointInputs, ISettlingState
{
    // The cloud still makes it, or its owner has yet to accept it.
    bool ISettlingState.IsUnsettled =>
        Status.IsStatus(EndpointStatus.Creating) || Status.IsStatus(EndpointStatus.PendingAcceptance);

    /// <summary>
    /// The state of the connection: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The private address that the endpoint has; absent until the connection is accepted.</summary>
    public string? Ip { get; init; }

    /// <summary>The endpoint's private domain names; absent until the connection is accepted.</summary>
    public IReadOnlyList<string>? DnsNames { get; init; }

    /// <summary>The number that marks the endpoint's packets, as text: it has up to 64 bits.</summary>
    [TerraformName("packet_id")]
    [ChangesWith]
    public string? MarkerId { get; init; }

    /// <summary>The full name of the service.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The type of the service.</summary>
    [ChangesWith]
    public OpenEnum<ServiceType>? ServiceType { get; init; }

    /// <summary>All tags: those of the program and the provider's `defaultTags`, without those of its `ignoreTags`.</summary>
    [ChangesWith("tags")]
    [RequiresFeature(nameof(CloudFeatures.TagsOnEndpointCreate))]
    public IReadOnlyDictionary<string, string>? TagsAll { get; init; }

    /// <summary>The account's states: `active`, or the reasons why the endpoint is frozen.</summary>
    public IReadOnlyList<string>? ActiveStatus { get; init; }

    /// <summary>Whether the endpoint is switched on: `enable` or `disable`.</summary>
    public string? EnableStatus { get; init; }

    /// <summary>The specification of the endpoint, where the cloud says so.</summary>
    [ChangesWith("edition")]
    public string? SpecificationName { get; init; }

    /// <summary>The edge group of the endpoint, where it belongs to one.</summary>
    [ChangesWith]
    public string? PublicBorderGroup { get; init; }

    /// <summary>Id of the project that owns the endpoint.</summary>
    [ChangesWith]
    public string? ProjectId { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    [ChangesWith]
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>
    /// Names of inputs that an import could not learn: before the connection is accepted, the cloud tells no address, neither
    /// `portIp` nor IPv6, nor whether `enableDns` was asked for. What the program says of them is taken for what is there; a refresh after the
    /// acceptance tells. Absent when nothing is left to tell.
    /// </summary>
    [ChangesWith("portIp", "enableDns", "ipVersion", "ipv6Address")]
    public IReadOnlyList<string>? Untold { get; init; }
}
