using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// Huawei Cloud: Querying VPC Endpoint Services, 2022-12-06; for what it does not cover, the current reference of the
/// same operations.
/// </summary>
internal sealed partial class HuaweiCloudDialect : PublicCloudDialect
{
    public override string Name => "huaweicloud";

    public override string DefaultRegion => "ap-southeast-1";

    internal override AnswerWriter Writer { get; } = new HuaweiCloudWriter();

    internal override IReadOnlySet<string> Extras { get; } =
        new HashSet<string>
        {
            "ActOnTags",
            "ListTags",
            "QueryResourcesByTag",
            "UpdateServiceName",
            "UpdateConnectionDescriptions",
            "CreatePermissions",
            "DeletePermissions",
            "UpdatePermission",
            "UpdateEndpointWhitelist",
            "UpdateEndpointRouteTables",
            "UpdateEndpointPolicy",
            "DeleteEndpointPolicy",
            "UpgradeService",
            "UpgradeEndpoint",
            "AddServers",
            "ListVpnConnections",
        };

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
            "pool_id",
            "ip",
            "ip_version",
            "snat_network_id",
            "enable_policy",
        };

    internal override IReadOnlySet<string> ServiceUpdateFields { get; } =
        new HashSet<string>
        {
            "approval_enabled",
            "service_name",
            "ports",
            "port_id",
            "tcp_proxy",
            "description",
            "ip",
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
            "policy_statement",
            "policy_document",
            "ip_version",
            "ipv6_address",
        };

    internal override IReadOnlySet<string> PermissionFields { get; } =
        new HashSet<string> { "permissions", "action", "permission_type" };

    internal override IReadOnlySet<string> TagQueryFields { get; } =
        new HashSet<string>
        {
            "action",
            "limit",
            "offset",
            "tags",
            "tags_any",
            "not_tags",
            "not_tags_any",
            "matches",
            "without_any_tag",
            "sys_tags",
        };

    internal override int MostTagKeys => 10;

    internal override int LongestTagKey => 128;

    internal override bool FiltersServices => true;

    internal override IReadOnlySet<string> ServerTypes { get; } = new HashSet<string> { "VM", "LB", "VIP" };

    internal override IReadOnlySet<string> TcpProxies { get; } =
        new HashSet<string> { "close", "toa_open", "proxy_open", "open", "proxy_vni" };

    internal override TagRules Tags { get; } = new(128, 255, Key(), Value());

    internal override int TagStatus => StatusCodes.Status204NoContent;

    // Its clients read 32 bits.
    internal override long MarkersFrom => 16_777_216;

    internal override bool TakesPolicyStatement(EndpointService service) =>
        service is { EnablePolicy: true, ServiceType: "gateway" };

    internal override IReadOnlySet<string> PolicyElements { get; } =
        new HashSet<string> { "Effect", "Action", "Resource", "Condition", "Sid" };

    internal override bool TakesPolicyDocument(EndpointService service) =>
        service is { EnablePolicy: true, ServiceType: "interface" };

    internal override string DnsName(string endpointId, string region) =>
        $"vpcep-{endpointId}.{region}.huaweicloud.com";

    [GeneratedRegex(@"^(?! )(?!_sys_)[\p{L}\p{N} _.:=+\-@]*(?<! )\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[\p{L}\p{N} _.:/=+\-@]*\z")]
    private static partial Regex Value();
}
