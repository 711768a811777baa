using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>Of which service to list permissions.</summary>
[PropertyObject]
public sealed partial record ServicePermissionQuery
{
    /// <summary>Id of the service.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string EndpointServiceId { get; init; }
}
