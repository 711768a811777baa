using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Connects a VPC privately to a VPC endpoint service.</summary>
/// <remarks>
/// <para>
/// Creating and deleting take the cloud one to two minutes. The resource is done when the endpoint is `accepted`, or
/// `pendingAcceptance` where the service's owner still has to accept it: until then it has neither address nor private
/// names. A later `pulumi refresh` brings them in; `waitForAcceptance` waits for them.
/// </para>
/// <para>
/// ## Import
/// </para>
/// <para>An endpoint is imported by its id:</para>
/// <code language="sh">
/// pulumi import vpcep:index:Endpoint example 4189d3c2-8882-4871-a3c2-d380272eed83
/// </code>
/// </remarks>
[PropertyObject]
public partial record EndpointInputs
{
    /// <summary>Id of the service to connect to.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    public required string EndpointServiceId { get; init; }

    /// <summary>Id of the VPC to connect.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    public required string VpcId { get; init; }

    /// <summary>
    /// Network id of the subnet, in that VPC, that the endpoint takes its address from. Interface services need it. Its
    /// CIDR block must not overlap 198.19.128.0/17.
    /// </summary>
    [Computed]
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    public string? SubnetId { get; init; }

    /// <summary>
    /// The address that the endpoint shall have in the subnet; interface services only. Left out, the cloud picks a free
    /// one. Either way, `ip` is the one it has.
    /// </summary>
    [Computed]
    [ReplaceOnChange]
    [Ipv4Address]
    public string? PortIp { get; init; }

    /// <summary>Whether the endpoint gets private domain names, `dnsNames`; interface services only.</summary>
    [DefaultValue(false)]
    [ReplaceOnChange]
    public bool? EnableDns { get; init; }

    /// <summary>
    /// Ids of the route tables that lead to the endpoint; gateway services only. Left out, the VPC's default one.
    /// </summary>
    [Computed]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.RouteTableUpdate))]
    [Unordered]
    [StringLength(64, MinimumLength = 1)]
    public IReadOnlyList<string>? RouteTables { get; init; }

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
    /// What the endpoint's users may do with the service, at most 10 statements, for services that support policies.
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
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// Whether to wait until the service's owner has accepted the endpoint, up to the timeout of the create. Being
    /// rejected is an error then.
    /// </summary>
    [DefaultValue(false)]
    public bool? WaitForAcceptance { get; init; }
}
