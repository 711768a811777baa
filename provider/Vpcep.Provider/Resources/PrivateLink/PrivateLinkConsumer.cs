using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>A VPC that a private link connects.</summary>
[PropertyObject("vpcep:index:PrivateLinkConsumer")]
public sealed partial record PrivateLinkConsumer : EndpointSettings
{
    /// <summary>
    /// Network id of the subnet, in that VPC, that the endpoint takes its address from. Its CIDR block must not overlap
    /// 198.19.128.0/17.
    /// </summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string SubnetId { get; init; }
}
