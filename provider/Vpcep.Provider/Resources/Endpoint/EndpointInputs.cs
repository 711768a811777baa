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
/// names. The next `pulumi up` or preview brings them in; `waitForAcceptance` waits for them.
/// </para>
/// <para>
/// ## Import
/// </para>
/// <para>An endpoint is imported by its id:</para>
/// <code language="sh">
/// pulumi import vpcep:index:Endpoint example 4189d3c2-8882-4871-a3c2-d380272eed83
/// </code>
/// </remarks>
[TerraformName("vpcep_endpoint", "vpcep_endpoint_v1")]
[PropertyObject]
public partial record EndpointInputs : EndpointSettings
{
    /// <summary>Id of the service to connect to.</summary>
    [TerraformName("service_id")]
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }

    /// <summary>
    /// Network id of the subnet, in that VPC, that the endpoint takes its address from. Interface services need it. Its
    /// CIDR block must not overlap 198.19.128.0/17.
    /// </summary>
    [TerraformName("network_id")]
    [Computed]
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public string? SubnetId { get; init; }

    /// <summary>
    /// Ids of the route tables that lead to the endpoint; gateway services only. Left out, the VPC's default one.
    /// </summary>
    [TerraformName("routetables")]
    [Computed]
    [ReplaceOnChangeUnless(nameof(CloudFeatures.RouteTableUpdate))]
    [Unordered]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public IReadOnlyList<string>? RouteTables { get; init; }

    /// <summary>
    /// What the endpoint's users may do with the service, for the cloud's own interface services that support policies. Left
    /// out, everything. Endpoints of gateway services have `policyStatements`, those of private services no policy.
    /// </summary>
    [RequiresFeature(nameof(CloudFeatures.PolicyDocument))]
    public PolicyDocument? PolicyDocument { get; init; }

    /// <summary>
    /// Whether to wait until the service's owner has accepted the endpoint, up to the timeout of the create. Being
    /// rejected is an error then.
    /// </summary>
    [DefaultValue(false)]
    public bool? WaitForAcceptance { get; init; }
}
