using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// Cloud.ru, as far as its own client for Terraform tells: an older Huawei Cloud, without policies, with TCP, load balancers and
/// cloud servers only. Tags and whitelists change in place, organizations can be permitted.
/// </summary>
internal sealed partial class CloudRuDialect : PublicCloudDialect
{
    public override string Name => "cloudru";

    public override string DefaultRegion => "ru-moscow-1";

    internal override AnswerWriter Writer { get; } = new CloudRuWriter();

    internal override IReadOnlySet<string> Extras { get; } =
        new HashSet<string> { "ActOnTags", "UpdateEndpointWhitelist", "ListVpnConnections" };

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
            "tags",
            "description",
            "enable_policy",
        };

    internal override IReadOnlySet<string> ServiceUpdateFields { get; } =
        new HashSet<string> { "approval_enabled", "service_name", "ports", "port_id", "tcp_proxy", "description" };

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
        };

    internal override IReadOnlySet<string> PermissionFields { get; } =
        new HashSet<string> { "permissions", "action", "permission_type" };

    internal override IReadOnlySet<string> ServerTypes { get; } = new HashSet<string> { "VM", "LB" };

    internal override IReadOnlySet<string> TcpProxies { get; } =
        new HashSet<string> { "close", "toa_open", "proxy_open", "open" };

    internal override TagRules Tags { get; } = new(128, 255, Anything(), Anything());

    internal override int TagStatus => StatusCodes.Status204NoContent;

    internal override string DnsName(string endpointId, string region) =>
        $"vpcep-{endpointId}.{region}.hc.sbercloud.ru";

    [GeneratedRegex("")]
    private static partial Regex Anything();
}
