using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>
/// Publishes a server of one VPC, so that VPC endpoints of other VPCs, projects or accounts can reach it privately.
/// </summary>
/// <remarks>
/// <para>
/// Creating and deleting take the cloud one to two minutes; the resource is done when the service is `available`, or
/// gone. A service that endpoints still use cannot be deleted: see `rejectConnectionsOnDelete`.
/// </para>
/// <para>
/// A service without approval lets every permitted account connect at once. With approval, which is the default, each
/// connection waits for the service's owner.
/// </para>
/// <para>
/// ## Import
/// </para>
/// <para>A service is imported by its id or its full name:</para>
/// <code language="sh">
/// pulumi import vpcep:index:EndpointService example 4189d3c2-8882-4871-a3c2-d380272eed83
/// </code>
/// </remarks>
[TerraformName("vpcep_service", "vpcep_service_v1")]
[PropertyObject]
public partial record EndpointServiceInputs
{
    /// <summary>
    /// Id of the VPC that the server is in. Its CIDR blocks must not overlap 198.19.128.0/17, which the service uses.
    /// </summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string VpcId { get; init; }

    /// <summary>
    /// Id of the server's network port: for `LB` the port of the load balancer's private address, for `VM` the network
    /// interface of the server. Changes in place.
    /// </summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string PortId { get; init; }

    /// <summary>What kind of server it is.</summary>
    [ReplaceOnChange]
    public required OpenEnum<ServerType> ServerType { get; init; }

    /// <summary>
    /// The ports that clients connect to and the ports of the server that answer. The order means nothing; the same
    /// mapping may not appear twice. Services that share a port id may not share a server port of one protocol, and on
    /// public clouds no client port either.
    /// </summary>
    [TerraformName("port_mapping", "port")]
    [Count(1, 200)]
    [Unordered]
    public required IReadOnlyList<PortMapping> Ports { get; init; }

    /// <summary>
    /// The short name, a part of the full one: 1 to 16 letters, digits, `_` or `-` (up to 64 on Huawei Cloud Stack). Left out,
    /// the full name has only the region and the id. Changes in place; removing it from the program keeps the name the service
    /// has.
    /// </summary>
    [TerraformName("name")]
    [Computed]
    [AutoName(16)]
    [RegularExpression("[A-Za-z0-9_-]+", ErrorMessage = "only characters of A-Z, a-z, 0-9, _ and -")]
    public string? ServiceName { get; init; }

    /// <summary>
    /// Whether the owner must accept each connection. Turning it off lets every permitted account connect unasked.
    /// </summary>
    [TerraformName("approval")]
    [DefaultValue(true)]
    public bool? ApprovalEnabled { get; init; }

    /// <summary>The type of the service. Users can make only interface services; gateway services are the operator's.</summary>
    [ReplaceOnChange]
    [DefaultValue(Resources.ServiceType.Interface)]
    public OpenEnum<ServiceType>? ServiceType { get; init; }

    /// <summary>Whether and how the client's address and port reach the server.</summary>
    [DefaultValue(EndpointService.TcpProxy.Close)]
    public OpenEnum<TcpProxy>? TcpProxy { get; init; }

    /// <summary>
    /// Where the server is, for interface services in a VLAN: its IPv4 address or its domain name. Left out, as the port says.
    /// Changes in place.
    /// </summary>
    [TerraformName("ip_address")]
    [RequiresFeature(nameof(CloudFeatures.ServiceAddress))]
    [Computed]
    [AddressOrName]
    [AnyCaseForm]
    public string? Ip { get; init; }

    /// <summary>
    /// Which addresses the service has. `ipv6` is of the professional edition, which some regions have, and needs
    /// `snatNetworkId`.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Ipv6))]
    [ReplaceOnChange]
    [DefaultValue(ServiceIpVersion.Ipv4)]
    public OpenEnum<ServiceIpVersion>? IpVersion { get; init; }

    /// <summary>
    /// Network id of the subnet, in the service's VPC, that the server sees requests come from; for an `ipVersion` of `ipv6`,
    /// which needs it.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Ipv6))]
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public string? SnatNetworkId { get; init; }

    /// <summary>
    /// The edition. A service of `professional`, which some regions have, lets endpoints of that edition connect besides basic
    /// ones. Left out, it is as the cloud has it. Changes in place, both ways; takes the cloud a minute or two.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Editions))]
    [Computed]
    public Edition? Edition { get; init; }

    /// <summary>
    /// The load balancers behind the service besides that of `portId`, such as those of other availability zones; for a
    /// `serverType` of `LB` and an `edition` of `professional`. The cloud adds them in place, and can neither take one off nor
    /// list them: a list without one that was there replaces the service, and what others add is not seen.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.Editions))]
    [Unordered]
    public IReadOnlyList<ServerResource>? ServerResources { get; init; }

    /// <summary>
    /// Whether endpoints of the service may have policies. The cloud takes it only when a service is made. Left out, it is as
    /// the cloud has it: they may not.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.ServicePolicies))]
    [Computed]
    [ReplaceOnChange]
    public bool? EnablePolicy { get; init; }

    /// <summary>What the service is for, up to 128 characters without angle brackets. Changes in place.</summary>
    [RequiresFeature(nameof(CloudFeatures.Description))]
    [RegularExpression("[^<>]{0,128}", ErrorMessage = "up to 128 characters, none of them < or >")]
    public string? Description { get; init; }

    /// <summary>Tags, at most 20. Which characters they may have depends on the cloud. Change in place.</summary>
    [RequiresFeature(nameof(CloudFeatures.Tags))]
    [Count(0, 20)]
    [Reserved(TagRules.ReservedPrefix)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// Whether deleting the service first rejects all connections to it. Otherwise a service in use waits for its
    /// endpoints to go until the timeout of the delete, and then says who still uses it.
    /// </summary>
    [DefaultValue(false)]
    public bool? RejectConnectionsOnDelete { get; init; }
}
