using System.Buffers;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>From requests to JSON bytes. What is null is left out.</summary>
internal static class Encode
{
    /// <summary>The body of a service's creation.</summary>
    public static byte[] Create(CreateServiceRequest request) =>
        Object(json =>
        {
            json.Text("port_id", request.PortId);
            json.Text("vip_port_id", request.VipPortId);
            json.Text("vpc_id", request.VpcId);
            json.Text("server_type", request.ServerType);
            json.Text("service_name", request.ServiceName);
            json.Flag("approval_enabled", request.ApprovalEnabled);
            json.Text("service_type", request.ServiceType);
            Ports(json, request.Ports);
            json.Text("tcp_proxy", request.TcpProxy);
            json.Text("description", request.Description);
            json.Text("pool_id", request.PoolId);
            json.Text("ip", request.Ip);
            json.Text("ip_version", request.IpVersion);
            json.Text("snat_network_id", request.SnatNetworkId);
            json.Flag("enable_policy", request.EnablePolicy);
            Tags(json, request.Tags);
        });

    /// <summary>The body of a service's change.</summary>
    public static byte[] Update(UpdateServiceRequest request) =>
        Object(json =>
        {
            json.Text("port_id", request.PortId);
            json.Text("vip_port_id", request.VipPortId);
            json.Text("service_name", request.ServiceName);
            json.Flag("approval_enabled", request.ApprovalEnabled);
            Ports(json, request.Ports);
            json.Text("tcp_proxy", request.TcpProxy);
            json.Text("description", request.Description);
            json.Text("ip", request.Ip);
        });

    /// <summary>The body of an endpoint's creation.</summary>
    public static byte[] Create(CreateEndpointRequest request) =>
        Object(json =>
        {
            json.Text("endpoint_service_id", request.EndpointServiceId);
            json.Text("vpc_id", request.VpcId);
            json.Text("subnet_id", request.SubnetId);
            json.Flag("enable_dns", request.EnableDns);
            json.Texts("routetables", request.RouteTables);
            json.Text("port_ip", request.PortIp);
            json.Texts("whitelist", request.Whitelist);
            json.Flag("enable_whitelist", request.EnableWhitelist);
            json.Text("description", request.Description);
            json.Text("specification_name", request.SpecificationName);
            json.Raw("policy_statement", request.PolicyStatement);
            json.Raw("policy_document", request.PolicyDocument);
            json.Text("ip_version", request.IpVersion);
            json.Text("ipv6_address", request.Ipv6Address);
            Tags(json, request.Tags);
        });

    /// <summary>The body of an endpoint whitelist's change.</summary>
    public static byte[] Whitelist(IReadOnlyList<string>? whitelist, bool? enabled) =>
        Object(json =>
        {
            json.Texts("whitelist", whitelist);
            json.Flag("enable_whitelist", enabled);
        });

    /// <summary>The body of a route table change.</summary>
    public static byte[] RouteTables(IReadOnlyList<string> routeTables) =>
        Object(json => json.Texts("routetables", routeTables));

    /// <summary>The body of adding or removing permissions: at least one, all of one type.</summary>
    public static byte[] Permissions(IReadOnlyList<string> permissions, string action) =>
        Object(json =>
        {
            json.Texts("permissions", permissions);
            json.Text("action", action);
            PermissionType(json, permissions[0]);
        });

    /// <summary>The body of accepting or rejecting a connection.</summary>
    public static byte[] Connection(string endpointId, string action) =>
        Object(json =>
        {
            json.Texts("endpoints", [endpointId]);
            json.Text("action", action);
        });

    /// <summary>The body of adding permissions with texts.</summary>
    public static byte[] DescribedPermission(string permission, string description) =>
        Object(json =>
        {
            json.WriteStartArray("permissions");
            json.WriteStartObject();
            json.Text("permission", permission);
            json.Text("description", description);
            json.WriteEndObject();
            json.WriteEndArray();
            PermissionType(json, permission);
        });

    /// <summary>The body of a permission's new text.</summary>
    public static byte[] PermissionDescription(string description) =>
        Object(json =>
        {
            json.WriteStartObject("permission");
            json.Text("description", description);
            json.WriteEndObject();
        });

    /// <summary>The body of a connection's new text.</summary>
    public static byte[] ConnectionDescription(string endpointId, string description) =>
        Object(json =>
        {
            json.WriteStartArray("connections");
            json.WriteStartObject();
            json.Text("id", endpointId);
            json.Text("description", description);
            json.WriteEndObject();
            json.WriteEndArray();
        });

    /// <summary>The body of an endpoint's new policy.</summary>
    public static byte[] Policy(string? statements, string? document) =>
        Object(json =>
        {
            json.Raw("policy_statement", statements);
            json.Raw("policy_document", document);
        });

    /// <summary>The body of bringing a service to another edition.</summary>
    public static byte[] ServiceUpgrade(string action, bool? manyServers) =>
        Object(json =>
        {
            json.Text("action", action);
            json.Flag("enable_multi_server", manyServers);
        });

    /// <summary>The body of an endpoint's upgrade.</summary>
    public static byte[] EndpointUpgrade() => Object(static json => json.Text("action", "start"));

    /// <summary>The body of adding servers to a service.</summary>
    public static byte[] Servers(IReadOnlyList<ServerResource> servers) =>
        Object(json =>
        {
            json.WriteStartArray("server_resources");
            foreach (var server in servers)
            {
                json.WriteStartObject();
                json.Text("resource_id", server.ResourceId);
                json.Text("availability_zone_id", server.AvailabilityZoneId);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    /// <summary>The body of adding or removing tags.</summary>
    public static byte[] TagAction(string action, IReadOnlyList<ResourceTag> tags) =>
        Object(json =>
        {
            json.Text("action", action);
            Tags(json, tags);
        });

    /// <summary>The body of a question for things by their tags. Both numbers are texts there, and not for counting.</summary>
    public static byte[] TagQuery(string action, TagQuery query, int? limit, int? offset) =>
        Object(json =>
        {
            json.Text("action", action);
            json.Text("limit", limit is { } most ? Paths.Number(most) : null);
            json.Text("offset", offset is { } first ? Paths.Number(first) : null);
            TagValues(json, "tags", query.Tags);
            TagValues(json, "tags_any", query.TagsAny);
            TagValues(json, "not_tags", query.NotTags);
            TagValues(json, "not_tags_any", query.NotTagsAny);
            TagValues(json, "sys_tags", query.SystemTags);
            json.Flag("without_any_tag", query.WithoutAnyTag);
            Pairs(json, "matches", query.Matches);
        });

    /// <summary>An object with what <paramref name="members"/> writes.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    // Accounts are the default, and the only type that sites without this member know.
    private static void PermissionType(Utf8JsonWriter json, string permission)
    {
        if (PermissionName.TypeOf(permission) == "orgPath")
        {
            json.Text("permission_type", "orgPath");
        }
    }

    private static void Ports(Utf8JsonWriter json, IReadOnlyList<PortMapping>? ports)
    {
        if (ports is null)
        {
            return;
        }
        json.WriteStartArray("ports");
        foreach (var port in ports)
        {
            json.WriteStartObject();
            json.Whole("client_port", port.ClientPort);
            json.Whole("server_port", port.ServerPort);
            json.Text("protocol", port.Protocol);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void TagValues(Utf8JsonWriter json, string name, IReadOnlyList<TagValues>? tags)
    {
        if (tags is null or [])
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var tag in tags)
        {
            json.WriteStartObject();
            json.Text("key", tag.Key);
            json.Texts("values", tag.Values);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Tags(Utf8JsonWriter json, IReadOnlyList<ResourceTag>? tags) => Pairs(json, "tags", tags);

    private static void Pairs(Utf8JsonWriter json, string name, IReadOnlyList<ResourceTag>? tags)
    {
        // None need no word for them, which some sites do not know.
        if (tags is null or [])
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var tag in tags)
        {
            json.WriteStartObject();
            json.Text("key", tag.Key);
            json.Text("value", tag.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
