using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources;

/// <summary>The edition of a service or an endpoint.</summary>
[PropertyEnum("vpcep:index:Edition")]
public enum Edition
{
    /// <summary>The edition that every region has.</summary>
    [EnumMember(Value = "basic")]
    Basic,

    /// <summary>The edition that knows IPv6 and several servers of a service; some regions have it.</summary>
    [EnumMember(Value = "professional")]
    Professional,
}
