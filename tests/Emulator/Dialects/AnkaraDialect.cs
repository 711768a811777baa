using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>VPC Endpoint API Reference, Ankara region, 2024-04-12; how answers are spelled is up to the writer.</summary>
internal sealed partial class AnkaraDialect(string name, AnswerWriter writer) : Dialect
{
    public override string Name => name;

    public override string DefaultRegion => "tr-central-201";

    internal override AnswerWriter Writer => writer;

    // The VPN service is not in this document; the region has it all the same.
    internal override IReadOnlySet<string> Extras { get; } = new HashSet<string> { "ListVpnConnections" };

    internal override IReadOnlySet<string> ServiceFields { get; } =
        new HashSet<string>
        {
            "port_id",
            "service_name",
            "vpc_id",
            "approval_enabled",
            "service_type",
            "server_type",
            "ports",
            "tcp_proxy",
        };

    internal override IReadOnlySet<string> ServiceUpdateFields { get; } =
        new HashSet<string> { "approval_enabled", "service_name", "ports", "port_id", "tcp_proxy" };

    // tags is in no table, but in the example request.
    internal override IReadOnlySet<string> EndpointFields { get; } =
        new HashSet<string>
        {
            "subnet_id",
            "endpoint_service_id",
            "vpc_id",
            "enable_dns",
            "routetables",
            "port_ip",
            "whitelist",
            "enable_whitelist",
            "tags",
        };

    internal override IReadOnlySet<string> ServerTypes { get; } = new HashSet<string> { "VM", "LB", "VIP", "BMS" };

    internal override IReadOnlySet<string> TcpProxies { get; } =
        new HashSet<string> { "close", "toa_open", "proxy_open", "open", "proxy_vni" };

    // Nothing is documented but that there are rules (3066 to 3073): the widest of what others have.
    internal override TagRules Tags { get; } = new(128, 255, Anything(), Anything());

    [GeneratedRegex("")]
    private static partial Regex Anything();
}
