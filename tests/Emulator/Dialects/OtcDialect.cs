using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// Open Telekom Cloud: Querying VPC Endpoint Services and Querying Connections of a VPC Endpoint Service; for what they
/// do not cover, the current reference of the same operations.
/// </summary>
internal sealed partial class OtcDialect : PublicCloudDialect
{
    public override string Name => "otc";

    public override string DefaultRegion => "eu-de";

    internal override AnswerWriter Writer { get; } = new OtcWriter();

    internal override IReadOnlySet<string> ServiceFields { get; } =
        new HashSet<string>
        {
            "port_id",
            "pool_id",
            "vip_port_id",
            "service_name",
            "vpc_id",
            "approval_enabled",
            "service_type",
            "server_type",
            "ports",
            "tcp_proxy",
            "tags",
            "description",
        };

    internal override IReadOnlySet<string> ServiceUpdateFields { get; } =
        new HashSet<string>
        {
            "approval_enabled",
            "service_name",
            "ports",
            "port_id",
            "vip_port_id",
            "tcp_proxy",
            "description",
        };

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
            "description",
            "specification_name",
            "policy_statement",
        };

    internal override IReadOnlySet<string> ServerTypes { get; } = new HashSet<string> { "VM", "LB", "VIP", "BMS" };

    internal override IReadOnlySet<string> TcpProxies { get; } =
        new HashSet<string> { "close", "toa_open", "proxy_open", "open", "proxy_vni" };

    internal override IReadOnlySet<string> Protocols { get; } = new HashSet<string> { "TCP", "UDP" };

    internal override TagRules Tags { get; } = new(36, 43, Characters(), Characters());

    internal override string CreatedKey => "create_at";

    internal override string UpdatedKey => "update_at";

    internal override long MarkersFrom => 201_515_771;

    internal override string? Words(string code) =>
        code == "EndPoint.2014" ? "The endpoint has been connected to the endpoint service." : base.Words(code);

    internal override bool TakesPolicyStatement(EndpointService service) => service.ServiceType == "gateway";

    internal override string DnsName(string endpointId, string region) =>
        $"vpcep-{endpointId}.{region}.otc.t-systems.com";

    [GeneratedRegex(@"^[\p{L}\p{N}_@-]*\z")]
    private static partial Regex Characters();
}
