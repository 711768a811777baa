using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>What can be said of an endpoint wherever one is declared: by itself, or as the consumer of a private link.</summary>
public abstract record EndpointSettings
{
    /// <summary>Id of the VPC to connect.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string VpcId { get; init; }

    /// <summary>
    /// The address that the endpoint shall have in the subnet; interface services only. Left out, the cloud picks a free
    /// one. Either way, `ip` is the one it has.
    /// </summary>
    [TerraformName("ip_address")]
    [Computed]
    [ReplaceOnChange]
    [Ipv4Address]
    public string? PortIp { get; init; }

    /// <summary>Whether the endpoint gets private domain names, `dnsNames`; interface services only.</summary>
    [DefaultValue(false)]
    [ReplaceOnChange]
    public bool? EnableDns { get; init; }

    /// <summary>
    /// The IPv4 addresses and CIDR blocks that may use the endpoint; interface services only. In force while
    /// `enableWhitelist` is true; an empty list then lets nobody in.
    /// </summary>
    [Count(0, 20)]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.WhitelistUpdate))]
    [Unordered]
    [Ipv4OrCidr]
    [CidrForm]
    public IReadOnlyList<string>? Whitelist { get; init; }

    /// <summary>Whether only the addresses of `whitelist` may use the endpoint; interface services only.</summary>
    [DefaultValue(false)]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.WhitelistUpdate))]
    public bool? EnableWhitelist { get; init; }

    /// <summary>
    /// What the endpoint's users may do with the service, at most 10 statements, for gateway services that support policies.
    /// Left out or empty, everything.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.PolicyOnCreate))]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.PolicyUpdate))]
    [Count(0, 10)]
    [Unordered]
    public IReadOnlyList<PolicyStatement>? PolicyStatements { get; init; }

    /// <summary>What the endpoint is for, up to 128 characters without angle brackets.</summary>
    [RequiresFeature(nameof(CloudFeatures.Description))]
    [ReplaceOnChange]
    [RegularExpression("[^<>]{0,128}", ErrorMessage = "up to 128 characters, none of them < or >")]
    public string? Description { get; init; }

    /// <summary>Tags, at most 20. Which characters they may have depends on the cloud.</summary>
    [RequiresFeature(nameof(CloudFeatures.TagsOnEndpointCreate))]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.TagUpdate))]
    [Count(0, 20)]
    [Reserved(TagRules.ReservedPrefix)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
