using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources;

/// <summary>The type of a VPC endpoint service.</summary>
[PropertyEnum("vpcep:index:ServiceType")]
public enum ServiceType
{
    /// <summary>Endpoints get a private address in a subnet.</summary>
    [EnumMember(Value = "interface")]
    Interface,

    /// <summary>Endpoints are targets of route tables; made by the cloud's operator.</summary>
    [EnumMember(Value = "gateway")]
    Gateway,
}
