using System.Text.Json;

namespace Vpcep.Client;

/// <summary>From JSON to records.</summary>
internal static class Decode
{
    /// <summary>An endpoint service; null when the object has no id and so is none.</summary>
    public static EndpointService? Service(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new EndpointService
            {
                Id = id,
                PortId = item.Text("port_id"),
                VipPortId = item.Text("vip_port_id"),
                VpcId = item.Text("vpc_id"),
                Name = item.Text("service_name", "endpoint_service_name"),
                ServiceType = Type(item),
                ServerType = item.Text("server_type"),
                ApprovalEnabled = item.Flag("approval_enabled"),
                Status = item.Text("status"),
                CreatedAt = item.Time("created_at", "create_at"),
                UpdatedAt = item.Time("updated_at", "update_at"),
                ProjectId = item.Text("project_id"),
                DomainId = item.Text("domain_id"),
                Ports = item.Has("ports") ? [.. item.Items("ports").Select(Port)] : null,
                TcpProxy = item.Text("tcp_proxy"),
                ConnectionCount = item.Whole("connection_count"),
                Errors = Errors(item),
                Description = item.FreeText("description"),
                PoolId = item.Text("pool_id"),
                CidrType = item.Text("cidr_type"),
                Ip = item.Text("ip"),
                IpVersion = item.Text("ip_version"),
                SnatNetworkId = item.Text("snat_network_id"),
                EnablePolicy = item.Flag("enable_policy"),
                PublicBorderGroup = item.Text("public_border_group"),
                SupportedEditions = item.Texts("supported_editions"),
                Tags = Tags(item),
            };

    /// <summary>An endpoint; null when the object has no id.</summary>
    public static Endpoint? Endpoint(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new Endpoint
            {
                Id = id,
                ServiceType = Type(item),
                Status = item.Text("status"),
                ActiveStatus = item.Texts("active_status", "active_statuses"),
                EndpointServiceName = item.Text("endpoint_service_name"),
                EndpointServiceId = item.Text("endpoint_service_id"),
                MarkerId = item.Digits("marker_id"),
                EnableDns = item.Flag("enable_dns"),
                DnsNames = item.Texts("dns_names", "dns_name"),
                Ip = item.Text("ip", "port_ip"),
                Ipv6Address = item.Text("ipv6_address"),
                IpVersion = item.Text("ip_version"),
                VpcId = item.Text("vpc_id"),
                SubnetId = item.Text("subnet_id"),
                CreatedAt = item.Time("created_at", "create_at"),
                UpdatedAt = item.Time("updated_at", "update_at"),
                ProjectId = item.Text("project_id"),
                Whitelist = item.Texts("whitelist"),
                EnableWhitelist = item.Flag("enable_whitelist"),
                RouteTables = item.Texts("routetables"),
                EnableStatus = item.Text("enable_status"),
                Errors = Errors(item),
                Description = item.FreeText("description"),
                SpecificationName = item.Text("specification_name"),
                PolicyStatement = Policy(item, "policy_statement"),
                PolicyDocument = Policy(item, "policy_document"),
                EndpointPoolId = item.Text("endpoint_pool_id"),
                PublicBorderGroup = item.Text("public_border_group"),
                Tags = Tags(item),
            };

    /// <summary>A whitelist record; null when it names nobody.</summary>
    public static Permission? Permission(JsonElement item) =>
        item.Text("permission") is not { } name
            ? null
            : new Permission
            {
                Id = item.Text("id"),
                Name = PermissionName.Normalize(name),
                PermissionType = item.Text("permission_type") ?? PermissionName.TypeOf(name),
                Description = item.FreeText("description"),
                CreatedAt = item.Time("created_at", "create_at"),
            };

    /// <summary>A connection; null when the object has no id.</summary>
    public static Connection? Connection(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new Connection
            {
                EndpointId = id,
                MarkerId = item.Digits("marker_id"),
                DomainId = item.Text("domain_id"),
                Status = item.Text("status"),
                CreatedAt = item.Time("created_at", "create_at"),
                UpdatedAt = item.Time("updated_at", "update_at"),
                Description = item.FreeText("description"),
                Errors = Errors(item),
            };

    /// <summary>A public service; null when the object has no id.</summary>
    public static PublicService? PublicService(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new PublicService
            {
                Id = id,
                Owner = item.Text("owner"),
                Name = item.Text("service_name", "endpoint_service_name"),
                ServiceType = Type(item),
                CreatedAt = item.Time("created_at", "create_at"),
                IsCharge = item.Flag("is_charge"),
                EnablePolicy = item.Flag("enable_policy"),
            };

    /// <summary>A service's description; null when the object has no id.</summary>
    public static ServiceDescription? Description(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new ServiceDescription
            {
                Id = id,
                Name = item.Text("service_name", "endpoint_service_name"),
                ServiceType = Type(item),
                CreatedAt = item.Time("created_at", "create_at"),
                IsCharge = item.Flag("is_charge"),
                EnablePolicy = item.Flag("enable_policy"),
                PublicBorderGroup = item.Text("public_border_group"),
            };

    /// <summary>A connection to a P2C VPN gateway; null when the object has no id.</summary>
    public static P2cConnection? P2cConnection(JsonElement item) =>
        item.Text("connection_id", "id") is not { } id
            ? null
            : new P2cConnection
            {
                Id = id,
                ClientVirtualIp = item.Text("client_virtual_ip"),
                ClientIp = item.Text("client_ip"),
                ClientUserName = item.Text("client_user_name"),
                InboundPackets = item.Whole("inbound_packets"),
                OutboundPackets = item.Whole("outbound_packets"),
                InboundBytes = item.Whole("inbound_bytes"),
                OutboundBytes = item.Whole("outbound_bytes"),
                EstablishedAt = item.Time("connection_established_time"),
                Timestamp = item.Time("timestamp"),
            };

    /// <summary>A key with its values; null when there is none.</summary>
    public static TagValues? TagValues(JsonElement item) =>
        item.Text("key") is { } key ? new TagValues(key, item.Texts("values", "value") ?? []) : null;

    /// <summary>What was found by its tags; null when the object has no id.</summary>
    public static TaggedResource? TaggedResource(JsonElement item) =>
        item.Text("resource_id") is not { } id
            ? null
            : new TaggedResource
            {
                Id = id,
                Name = item.Text("resource_name"),
                Tags = Tags(item),
            };

    /// <summary>A quota; null when it does not say of what.</summary>
    public static ResourceQuota? Quota(JsonElement item) =>
        item.Text("type") is { } type ? new ResourceQuota(type, item.Whole("used"), item.Whole("quota")) : null;

    /// <summary>An API version; null when the object has no id.</summary>
    public static ApiVersion? Version(JsonElement item) =>
        item.Text("id") is not { } id
            ? null
            : new ApiVersion
            {
                Id = id,
                Status = item.Text("status"),
                Updated = item.Time("updated"),
                Version = item.Text("version"),
                MinVersion = item.Text("min_version"),
                Links =
                [
                    .. item.Items("links")
                        .Select(link => new ApiLink(link.Text("href"), link.Text("type"), link.Text("rel"))),
                ],
            };

    // The documents' prose says Interface and Gateway.
    private static string? Type(JsonElement item) => item.Text("service_type")?.ToLowerInvariant();

    // None at all is told, too: by null, where the site tells of policies.
    private static string? Policy(JsonElement item, string name) =>
        item.Has(name) ? PolicyText.Canonical(item.GetProperty(name))
        : item.IsNull(name) ? PolicyText.None
        : null;

    private static PortMapping Port(JsonElement item) =>
        new((int?)item.Whole("client_port"), (int?)item.Whole("server_port"), item.Text("protocol"));

    private static IReadOnlyList<CloudError> Errors(JsonElement item) =>
        [
            .. item.Items("error")
                .Select(error => new CloudError(
                    ErrorCodes.Normalize(error.Text("error_code", "code")),
                    error.Text("error_message", "error_msg", "message")
                ))
                .Where(error => error is not { Code: null, Message: null }),
        ];

    private static List<ResourceTag>? Tags(JsonElement item) =>
        item.Has("tags")
            ?
            [
                .. item.Items("tags")
                    .Where(tag => tag.Text("key") is not null)
                    .Select(tag => new ResourceTag(tag.Text("key")!, tag.Text("value"))),
            ]
            : null;
}
