using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>
/// Accepts the connection of one VPC endpoint to a VPC endpoint service, or holds it rejected, on behalf of the service's
/// owner. The endpoint may be in another project or account.
/// </summary>
/// <remarks>
/// <para>
/// Needed for services with approval. A connection that someone else rejects (or accepts) shows as drift of `decision`, and
/// the next `pulumi up` decides it again. Deleting the resource rejects the connection; the endpoint itself stays.
/// </para>
/// <para>
/// ## Import
/// </para>
/// <para>An approval is imported by the service's id and the endpoint's:</para>
/// <code language="sh">
/// pulumi import vpcep:index:EndpointApproval example 4189d3c2-8882-4871-a3c2-d380272eed83/3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11
/// </code>
/// </remarks>
[PropertyObject]
public partial record EndpointApprovalInputs
{
    /// <summary>Id of the service.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }

    /// <summary>Id of the endpoint.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointId { get; init; }

    /// <summary>Whether the connection is let in. Changes in place.</summary>
    [DefaultValue(ApprovalDecision.Accept)]
    public ApprovalDecision? Decision { get; init; }

    /// <summary>What the connection is for, up to 128 characters without angle brackets. Changes in place.</summary>
    [RequiresFeature(nameof(CloudFeatures.ConnectionDescription))]
    [RegularExpression("[^<>]{0,128}", ErrorMessage = "up to 128 characters, none of them < or >")]
    public string? Description { get; init; }
}

/// <summary>What the owner of a service decides about a connection.</summary>
[PropertyEnum("vpcep:index:ApprovalDecision")]
public enum ApprovalDecision
{
    /// <summary>The endpoint may connect.</summary>
    [EnumMember(Value = "accept")]
    Accept,

    /// <summary>The endpoint may not connect; a connection that exists is cut.</summary>
    [EnumMember(Value = "reject")]
    Reject,

    /// <summary>
    /// The connection stays as it is. What an import or a refresh finds while nobody has decided; an accepted or rejected
    /// connection does not become pending again.
    /// </summary>
    [EnumMember(Value = "pending")]
    Pending,
}
