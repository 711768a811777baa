using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>A port that clients connect to, and the port of the server that answers.</summary>
[PropertyObject("vpcep:index:PortMapping")]
public sealed partial record PortMapping
{
    /// <summary>The port that clients connect to.</summary>
    [TerraformName("terminal_port")]
    [Range(1, 65535)]
    public required int ClientPort { get; init; }

    /// <summary>The port of the server.</summary>
    [TerraformName("service_port")]
    [Range(1, 65535)]
    public required int ServerPort { get; init; }

    /// <summary>The protocol.</summary>
    [DefaultValue(EndpointService.Protocol.Tcp)]
    public OpenEnum<Protocol>? Protocol { get; init; }
}

/// <summary>The protocol of a port mapping.</summary>
[PropertyEnum("vpcep:index:Protocol")]
public enum Protocol
{
    /// <summary>TCP.</summary>
    [EnumMember(Value = "TCP")]
    Tcp,

    /// <summary>UDP.</summary>
    [RequiresFeature(nameof(CloudFeatures.Udp))]
    [EnumMember(Value = "UDP")]
    Udp,
}

/// <summary>The kind of server behind a service.</summary>
[PropertyEnum("vpcep:index:ServerType")]
public enum ServerType
{
    /// <summary>A cloud server.</summary>
    [EnumMember(Value = "VM")]
    Vm,

    /// <summary>A load balancer; the most reliable choice for high traffic.</summary>
    [EnumMember(Value = "LB")]
    Lb,

    /// <summary>A virtual address on a physical server.</summary>
    [EnumMember(Value = "VIP")]
    [Obsolete("The clouds phase it out; use LB.")]
    [RequiresFeature(nameof(CloudFeatures.Vip))]
    Vip,

    /// <summary>A bare metal server.</summary>
    [EnumMember(Value = "BMS")]
    [Obsolete("The clouds phase it out; use LB.")]
    [RequiresFeature(nameof(CloudFeatures.Bms))]
    Bms,
}

/// <summary>Whether and how the client's address and port reach the server.</summary>
[PropertyEnum("vpcep:index:TcpProxy")]
public enum TcpProxy
{
    /// <summary>They do not.</summary>
    [EnumMember(Value = "close")]
    Close,

    /// <summary>In a TCP option; for OBS only.</summary>
    [EnumMember(Value = "toa_open")]
    ToaOpen,

    /// <summary>In the Proxy Protocol: the server must understand it.</summary>
    [EnumMember(Value = "proxy_open")]
    ProxyOpen,

    /// <summary>In both ways.</summary>
    [EnumMember(Value = "open")]
    Open,

    /// <summary>The client's network id, in the Proxy Protocol.</summary>
    [EnumMember(Value = "proxy_vni")]
    [RequiresFeature(nameof(CloudFeatures.ProxyVni))]
    ProxyVni,
}
