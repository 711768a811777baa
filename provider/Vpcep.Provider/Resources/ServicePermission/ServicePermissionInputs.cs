using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>Allows an account, or every account, to connect VPC endpoints to a VPC endpoint service.</summary>
/// <remarks>
/// <para>
/// One record each, so that two programs can manage the permissions of one service without undoing each other's. Creating
/// one that exists already, or deleting one that is gone, succeeds. Projects of the service's own account need none.
/// </para>
/// <para>
/// ## Import
/// </para>
/// <para>A permission is imported by the service's id and the permission:</para>
/// <code language="sh">
/// pulumi import vpcep:index:ServicePermission example 4189d3c2-8882-4871-a3c2-d380272eed83/iam:domain::6e9dfd51d1124e8d8498dce894923a0d
/// </code>
/// </remarks>
[PropertyObject]
public partial record ServicePermissionInputs
{
    /// <summary>Id of the service.</summary>
    [ReplaceOnChange]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }

    /// <summary>
    /// Who may connect: `iam:domain::` and the account (domain) id, or `*` for every account. `iam:domain::*` means the
    /// same as `*`. Huawei Cloud also takes `organizations:orgPath::` and a path.
    /// </summary>
    [ReplaceOnChange]
    [Permission]
    [PermissionForm]
    public required string Permission { get; init; }

    /// <summary>Who that is, up to 128 characters without angle brackets. Changes in place.</summary>
    [RequiresFeature(nameof(CloudFeatures.PermissionDescription))]
    [RegularExpression("[^<>]{0,128}", ErrorMessage = "up to 128 characters, none of them < or >")]
    public string? Description { get; init; }
}
