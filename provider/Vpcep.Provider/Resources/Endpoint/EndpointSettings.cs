using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
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

    /// <summary>
    /// Which addresses the endpoint has; interface services only. `dualstack` is of the professional edition, which some regions
    /// have, and needs a subnet with IPv6 and a service of that edition.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Ipv6))]
    [ReplaceOnChange]
    [DefaultValue(EndpointIpVersion.Ipv4)]
    public OpenEnum<EndpointIpVersion>? IpVersion { get; init; }

    /// <summary>
    /// The IPv6 address that the endpoint shall have in the subnet, for an `ipVersion` of `dualstack`. Left out, the cloud picks
    /// a free one.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Ipv6))]
    [Computed]
    [ReplaceOnChange]
    [Ipv6Address]
    [Ipv6Form]
    public string? Ipv6Address { get; init; }

    /// <summary>
    /// The edition; interface services only. The cloud makes a basic endpoint a professional one in place, where its service is
    /// of that edition; there is no way back, so that a change to `basic` replaces it. The cloud does not show it: left out, it
    /// is as it is, and what others upgrade is not seen. A dual-stack endpoint is professional.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Editions))]
    [Computed]
    public Edition? Edition { get; init; }

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

/// <summary>Which addresses an endpoint has.</summary>
[PropertyEnum("vpcep:index:EndpointIpVersion")]
public enum EndpointIpVersion
{
    /// <summary>An IPv4 address.</summary>
    [EnumMember(Value = "ipv4")]
    Ipv4,

    /// <summary>An IPv4 address and an IPv6 address; of the professional edition.</summary>
    [EnumMember(Value = "dualstack")]
    DualStack,
}
