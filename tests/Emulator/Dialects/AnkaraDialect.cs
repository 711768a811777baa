using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>The reference of 2024-04-12, as its tables say.</summary>
internal class AnkaraDialect : Dialect
{
    public override string Name => "ankara";

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

    internal override IReadOnlySet<string> Protocols { get; } = new HashSet<string> { "TCP" };

    internal override JsonObject Service(EndpointService service, Shape shape, int connections = 0)
    {
        var json = new JsonObject
        {
            ["id"] = service.Id,
            ["port_id"] = service.PortId,
            ["vpc_id"] = service.VpcId,
            ["status"] = service.Status,
            ["approval_enabled"] = service.ApprovalEnabled,
            ["service_name"] = service.ServiceName,
            ["service_type"] = service.ServiceType,
            ["server_type"] = service.ServerType,
            ["project_id"] = service.ProjectId,
            ["created_at"] = Rules.Time(service.CreatedAt),
            ["updated_at"] = Rules.Time(service.UpdatedAt),
            ["tcp_proxy"] = service.TcpProxy,
            ["ports"] = new JsonArray([.. service.Ports.Select(Port)]),
        };
        if (shape == Shape.List)
        {
            json["connection_count"] = connections;
        }
        if (shape != Shape.Create)
        {
            AddError(json, service);
        }
        return json;
    }

    internal override JsonObject Endpoint(VpcEndpoint endpoint, Shape shape)
    {
        var json = new JsonObject
        {
            ["id"] = endpoint.Id,
            ["status"] = endpoint.Status,
            ["service_type"] = endpoint.ServiceType,
            ["marker_id"] = MarkerId(endpoint.MarkerId, shape),
            ["active_status"] = endpoint.ActiveStatus,
            ["vpc_id"] = endpoint.VpcId,
            ["enable_dns"] = EnableDns(endpoint.EnableDns && endpoint.Materialised, shape),
            ["endpoint_service_name"] = endpoint.EndpointServiceName,
            ["endpoint_service_id"] = endpoint.EndpointServiceId,
            ["project_id"] = endpoint.ProjectId,
            ["enable_status"] = endpoint.EnableStatus,
            ["created_at"] = Rules.Time(endpoint.CreatedAt),
            ["updated_at"] = Rules.Time(endpoint.UpdatedAt),
            ["tags"] = new JsonArray([.. endpoint.Tags.Select(TagJson)]),
        };
        if (endpoint.ServiceType == "interface")
        {
            json["subnet_id"] = endpoint.SubnetId;
            json["whitelist"] = Texts(endpoint.Whitelist);
            json["enable_whitelist"] = endpoint.EnableWhitelist;
        }
        else
        {
            json["routetables"] = Texts(endpoint.Routetables);
        }
        if (endpoint.Materialised)
        {
            AddAddress(json, endpoint, shape);
        }
        if (shape != Shape.Create)
        {
            AddError(json, endpoint);
        }
        return json;
    }

    internal override JsonObject Connection(VpcEndpoint endpoint, Shape shape)
    {
        var json = new JsonObject
        {
            ["id"] = endpoint.Id,
            ["status"] = endpoint.Status,
            ["marker_id"] = ConnectionMarkerId(endpoint.MarkerId, shape),
            ["domain_id"] = endpoint.DomainId,
            ["created_at"] = Rules.Time(endpoint.CreatedAt),
            ["updated_at"] = Rules.Time(endpoint.UpdatedAt),
        };
        AddError(json, endpoint);
        return json;
    }

    internal override JsonObject Permission(Permission permission) =>
        new()
        {
            ["id"] = permission.Id,
            ["permission"] = permission.Value,
            ["description"] = permission.Description,
            ["created_at"] = Rules.Time(permission.CreatedAt),
        };

    internal override JsonObject PublicService(EndpointService service)
    {
        var json = BasicInformation(service);
        json["owner"] = service.Owner;
        return json;
    }

    internal override JsonObject BasicInformation(EndpointService service) =>
        new()
        {
            ["id"] = service.Id,
            ["service_name"] = service.ServiceName,
            ["service_type"] = service.ServiceType,
            ["created_at"] = Rules.Time(service.CreatedAt),
            ["is_charge"] = IsCharge(service.IsCharge),
        };

    protected virtual JsonNode MarkerId(long markerId, Shape shape) => markerId;

    protected virtual JsonNode ConnectionMarkerId(long markerId, Shape shape) => markerId;

    protected virtual JsonNode EnableDns(bool enableDns, Shape shape) => enableDns;

    protected virtual JsonNode IsCharge(bool isCharge) => isCharge;

    /// <summary>What exists only once the endpoint has been accepted. The answer to creating has no ip (table 4-55).</summary>
    protected virtual void AddAddress(JsonObject json, VpcEndpoint endpoint, Shape shape)
    {
        if (shape != Shape.Create && endpoint.Ip is { } ip)
        {
            json["ip"] = ip;
        }
        if (endpoint.DnsNames.Count > 0)
        {
            json["dns_names"] = Texts(endpoint.DnsNames);
        }
    }

    protected static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Port(PortMapping port) =>
        new()
        {
            ["client_port"] = port.ClientPort,
            ["server_port"] = port.ServerPort,
            ["protocol"] = port.Protocol,
        };

    private static JsonObject TagJson(Tag tag) => new() { ["key"] = tag.Key, ["value"] = tag.Value };

    private static void AddError(JsonObject json, CloudObject item)
    {
        if (item.Status == Statuses.Failed)
        {
            json["error"] = new JsonArray([
                .. item.Error.Select(error => new JsonObject
                {
                    ["error_code"] = error.ErrorCode,
                    ["error_message"] = error.ErrorMessage,
                }),
            ]);
        }
    }
}
