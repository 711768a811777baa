using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>Which services to list; all of the project without any.</summary>
[PropertyObject]
public sealed partial record EndpointServiceQuery
{
    /// <summary>Part of the full name; letter case does not matter.</summary>
    public string? Name { get; init; }
}
