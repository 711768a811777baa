using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>A permission as the cloud has it.</summary>
[PropertyObject]
public partial record ServicePermissionState : ServicePermissionInputs
{
    /// <summary>The cloud's own id of the record.</summary>
    [ChangesWith]
    public string? PermissionId { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    [ChangesWith]
    public string? CreatedAt { get; init; }

    /// <summary>
    /// Tells this resource from another that stands for the same record, such as the one that it replaced: the record stays
    /// while one of them does.
    /// </summary>
    [ChangesWith]
    public string? ClaimId { get; init; }
}
