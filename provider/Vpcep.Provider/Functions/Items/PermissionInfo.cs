using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider.Functions.Items;

/// <summary>Who may connect to a VPC endpoint service.</summary>
[PropertyObject("vpcep:index:PermissionInfo")]
public sealed partial record PermissionInfo
{
    /// <summary>The cloud's id of the record.</summary>
    [TerraformName("permission_id")]
    public string? Id { get; init; }

    /// <summary>Who: `iam:domain::` and an account id, `*` for everyone, or `organizations:orgPath::` and a path.</summary>
    public required string Permission { get; init; }

    /// <summary>`domainId` or `orgPath`.</summary>
    public string? PermissionType { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }

    internal static PermissionInfo From(Permission permission) =>
        new()
        {
            Id = permission.Id,
            Permission = permission.Name,
            PermissionType = permission.PermissionType,
            Description = StateOf.Text(permission.Description, null),
            CreatedAt = permission.CreatedAt,
        };
}
