using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Functions;

/// <summary>The states that lists of services can be filtered by.</summary>
[PropertyEnum("vpcep:index:ServiceStatus")]
public enum ServiceStatusFilter
{
    /// <summary>Being made.</summary>
    [EnumMember(Value = "creating")]
    Creating,

    /// <summary>Ready for connections.</summary>
    [EnumMember(Value = "available")]
    Available,

    /// <summary>Could not be made.</summary>
    [EnumMember(Value = "failed")]
    Failed,
}

/// <summary>The states that lists of connections can be filtered by.</summary>
[PropertyEnum("vpcep:index:ConnectionStatus")]
public enum ConnectionStatusFilter
{
    /// <summary>Waits for the service's owner.</summary>
    [EnumMember(Value = "pendingAcceptance")]
    PendingAcceptance,

    /// <summary>Connected.</summary>
    [EnumMember(Value = "accepted")]
    Accepted,

    /// <summary>Refused by the service's owner.</summary>
    [EnumMember(Value = "rejected")]
    Rejected,

    /// <summary>Could not be made.</summary>
    [EnumMember(Value = "failed")]
    Failed,
}
