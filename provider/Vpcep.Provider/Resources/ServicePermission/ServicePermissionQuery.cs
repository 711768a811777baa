using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>Of which service to list permissions.</summary>
[PropertyObject]
public sealed partial record ServicePermissionQuery
{
    /// <summary>Id of the service.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }
}
