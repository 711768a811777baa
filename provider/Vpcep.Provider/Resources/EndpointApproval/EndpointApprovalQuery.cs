using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>Of which service to list connections.</summary>
[PropertyObject]
public sealed partial record EndpointApprovalQuery
{
    /// <summary>Id of the service.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }
}
