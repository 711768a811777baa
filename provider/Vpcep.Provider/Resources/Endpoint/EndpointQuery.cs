using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Which endpoints to list; all of the project without any.</summary>
[PropertyObject]
public sealed partial record EndpointQuery
{
    /// <summary>Part of the service's full name; letter case does not matter.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Id of the VPC.</summary>
    public string? VpcId { get; init; }
}
