using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Writes objects as the tables of the Ankara reference say. What other documents add or spell differently is
/// a subclass.</summary>
internal class AnswerWriter
{
    public virtual JsonObject Service(EndpointService service, Shape shape, int connections = 0)
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
            json["connection_count"] = connections + service.MoreConnections;
        }
        if (shape != Shape.Create)
        {
            AddError(json, service, error => ServiceError(error, shape));
        }
        return json;
    }

    public virtual JsonObject Endpoint(VpcEndpoint endpoint, Shape shape, EndpointService? service)
    {
        var json = new JsonObject
        {
            ["id"] = endpoint.Id,
            ["status"] = endpoint.Status,
            ["service_type"] = endpoint.ServiceType,
            ["marker_id"] = MarkerId(endpoint.MarkerId, shape),
            ["active_status"] = ActiveStatus(endpoint.ActiveStatus),
            ["vpc_id"] = endpoint.VpcId,
            ["enable_dns"] = EnableDns(endpoint.EnableDns && endpoint.Materialised, shape),
            ["endpoint_service_name"] = endpoint.EndpointServiceName,
            ["endpoint_service_id"] = endpoint.EndpointServiceId,
            ["project_id"] = endpoint.ProjectId,
            ["enable_status"] = endpoint.EnableStatus,
            ["created_at"] = Rules.Time(endpoint.CreatedAt),
            ["updated_at"] = Rules.Time(endpoint.UpdatedAt),
            ["tags"] = Tags(endpoint.Tags),
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
            AddError(json, endpoint, Error);
        }
        return json;
    }

    public virtual JsonObject Connection(VpcEndpoint endpoint, Shape shape)
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
        AddError(json, endpoint, Error);
        return json;
    }

    public virtual JsonObject Permission(Permission permission) =>
        new()
        {
            ["id"] = permission.Id,
            ["permission"] = permission.Value,
            ["description"] = permission.Description,
            ["created_at"] = Rules.Time(permission.CreatedAt),
        };

    /// <summary>The answer to adding or removing permissions: all that the service then has.</summary>
    public virtual JsonObject Permissions(IEnumerable<Permission> permissions, string type) =>
        new() { ["permissions"] = Texts(permissions.Select(permission => permission.Value)) };

    public virtual JsonObject PublicService(EndpointService service)
    {
        var json = BasicInformation(service);
        json["owner"] = service.Owner;
        return json;
    }

    public virtual JsonObject BasicInformation(EndpointService service) =>
        new()
        {
            ["id"] = service.Id,
            ["service_name"] = service.ServiceName,
            ["service_type"] = service.ServiceType,
            ["created_at"] = Rules.Time(service.CreatedAt),
            ["is_charge"] = IsCharge(service.IsCharge),
        };

    /// <summary>A resource found by tag.</summary>
    public virtual JsonObject TaggedResource(string id, string name, IEnumerable<Tag> tags) =>
        new()
        {
            ["resource_id"] = id,
            ["resource_name"] = name,
            ["tags"] = Tags(tags),
        };

    protected virtual JsonNode MarkerId(long markerId, Shape shape) => markerId;

    protected virtual JsonNode ConnectionMarkerId(long markerId, Shape shape) => markerId;

    protected virtual JsonNode EnableDns(bool enableDns, Shape shape) => enableDns;

    protected virtual JsonNode IsCharge(bool isCharge) => isCharge;

    protected virtual JsonNode ActiveStatus(string status) => status;

    protected virtual JsonObject ServiceError(ResourceError error, Shape shape) => Error(error);

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

    protected static JsonArray Tags(IEnumerable<Tag> tags) =>
        new([.. tags.Select(tag => new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]);

    protected static JsonNode? Copy(JsonElement? element) =>
        element is { } given ? JsonNode.Parse(given.GetRawText()) : null;

    private static JsonObject Error(ResourceError error) =>
        new() { ["error_code"] = error.ErrorCode, ["error_message"] = error.ErrorMessage };

    private static JsonObject Port(PortMapping port) =>
        new()
        {
            ["client_port"] = port.ClientPort,
            ["server_port"] = port.ServerPort,
            ["protocol"] = port.Protocol,
        };

    private static void AddError(JsonObject json, CloudObject item, Func<ResourceError, JsonObject> write)
    {
        if (item.Status == Statuses.Failed)
        {
            json["error"] = new JsonArray([.. item.Error.Select(write)]);
        }
    }
}
