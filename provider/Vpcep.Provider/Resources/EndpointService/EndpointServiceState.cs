using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>A VPC endpoint service as the cloud has it.</summary>
[PropertyObject]
public partial record EndpointServiceState : EndpointServiceInputs, ISettlingState
{
    bool ISettlingState.IsUnsettled => Status.IsStatus(ServiceStatus.Creating);

    /// <summary>
    /// The full name that consumers look for: `region.name.id`, or `region.id` for a service without a short name.
    /// </summary>
    [TerraformName("service_name")]
    [ChangesWith("serviceName")]
    public required string FullName { get; init; }

    /// <summary>The state of the service: `creating`, `available`, `failed` or `deleting`.</summary>
    public required string Status { get; init; }

    /// <summary>All tags: those of the program and the provider's `defaultTags`, without those of its `ignoreTags`.</summary>
    [ChangesWith("tags")]
    [RequiresFeature(nameof(CloudFeatures.Tags))]
    public IReadOnlyDictionary<string, string>? TagsAll { get; init; }

    /// <summary>The editions of endpoints that may connect, as the cloud names them: `basic`, `profession`.</summary>
    [RequiresFeature(nameof(CloudFeatures.Editions))]
    [ChangesWith("edition", "serverResources")]
    public IReadOnlyList<string>? SupportedEditions { get; init; }

    /// <summary>The edge group of the service, where it belongs to one.</summary>
    [ChangesWith]
    public string? PublicBorderGroup { get; init; }

    /// <summary>Id of the project that owns the service.</summary>
    [ChangesWith]
    public string? ProjectId { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    [ChangesWith]
    public string? CreatedAt { get; init; }

    /// <summary>When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>How many endpoints are connected or being connected, where the cloud says so.</summary>
    public long? ConnectionCount { get; init; }

    /// <summary>
    /// Names of inputs that an import could not learn, for the cloud did not tell them. What the program says of them is taken
    /// for what is there. Absent when nothing is left to tell.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Editions))]
    [ChangesWith("ipVersion", "snatNetworkId", "serverResources")]
    public IReadOnlyList<string>? Untold { get; init; }
}
