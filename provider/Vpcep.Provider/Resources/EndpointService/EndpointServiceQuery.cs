using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>Which services to list; all of the project without any.</summary>
[PropertyObject]
public sealed partial record EndpointServiceQuery
{
    /// <summary>Part of the full name; letter case does not matter.</summary>
    public string? Name { get; init; }

    /// <summary>The edge group.</summary>
    [RequiresFeature(nameof(CloudFeatures.ServiceFilters))]
    public string? PublicBorderGroup { get; init; }

    /// <summary>The kind of network that they serve.</summary>
    [RequiresFeature(nameof(CloudFeatures.ServiceFilters))]
    public NetType? NetType { get; init; }
}

/// <summary>The kind of network that a service serves.</summary>
[PropertyEnum("vpcep:index:NetType")]
public enum NetType
{
    /// <summary>VLANs.</summary>
    [EnumMember(Value = "vlan")]
    Vlan,

    /// <summary>VXLANs.</summary>
    [EnumMember(Value = "vxlan")]
    Vxlan,

    /// <summary>Either.</summary>
    [EnumMember(Value = "all")]
    All,
}
