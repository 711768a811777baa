using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>As Huawei Cloud answers.</summary>
internal sealed class HuaweiCloudWriter : PublicCloudWriter
{
    private const string DefaultDocument = """
        {"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":["*"]}]}
        """;

    public override JsonObject Service(EndpointService service, Shape shape, int connections = 0)
    {
        var json = base.Service(service, shape, connections);
        json["enable_policy"] = service.EnablePolicy;
        AddIfSet(json, "ip", service.Ip);
        AddIfSet(json, "pool_id", service.PoolId);
        if (shape != Shape.List)
        {
            AddIfSet(json, "ip_version", service.IpVersion);
        }
        if (shape == Shape.Get)
        {
            AddIfSet(json, "snat_network_id", service.SnatNetworkId);
            json["cidr_type"] = "internal";
        }
        if (shape != Shape.Create)
        {
            json["supported_editions"] = Texts(service.SupportedEditions);
        }
        if (shape == Shape.List)
        {
            // As the example of Querying VPC Endpoint Services spells it.
            json["update_at"] = Rules.Time(service.UpdatedAt);
            json.Remove("updated_at");
            AddIfSet(json, "public_border_group", service.PublicBorderGroup);
        }
        return json;
    }

    public override JsonObject Endpoint(VpcEndpoint endpoint, Shape shape, EndpointService? service)
    {
        var json = base.Endpoint(endpoint, shape, service);
        if (shape != Shape.List && endpoint.Materialised)
        {
            AddIfSet(json, "ipv6_address", endpoint.Ipv6Address);
        }
        if (shape == Shape.Get)
        {
            AddIfSet(json, "ip_version", endpoint.IpVersion);
        }
        AddIfSet(json, "public_border_group", endpoint.PublicBorderGroup);
        if (service is { EnablePolicy: true, ServiceType: "gateway" })
        {
            json["policy_statement"] = Copy(endpoint.PolicyStatement) ?? DefaultPolicy();
        }
        // Of a private service only what was given; of the cloud's own, its default too.
        if (endpoint.PolicyDocument is { } document)
        {
            json["policy_document"] = Copy(document);
        }
        else if (service is { EnablePolicy: true, ServiceType: "interface", IsPublic: true })
        {
            json["policy_document"] = JsonNode.Parse(DefaultDocument);
        }
        if (shape == Shape.List)
        {
            json.Remove("enable_status");
            json.Remove("specification_name");
        }
        return json;
    }

    public override JsonObject Connection(VpcEndpoint endpoint, Shape shape)
    {
        var json = base.Connection(endpoint, shape);
        json["description"] = endpoint.ConnectionDescription;
        return json;
    }

    public override JsonObject Permissions(IEnumerable<Permission> permissions, string type)
    {
        var json = base.Permissions(permissions, type);
        json["permission_type"] = type;
        return json;
    }

    public override JsonObject BasicInformation(EndpointService service)
    {
        var json = base.BasicInformation(service);
        json["enable_policy"] = service.EnablePolicy;
        AddIfSet(json, "public_border_group", service.PublicBorderGroup);
        return json;
    }

    // Its own default has one text where a request has a list.
    protected override JsonArray DefaultPolicy() => Policy("*", "*", "*/*");

    // Table 7 of the list says error_code and error_message; the details come otherwise.
    protected override JsonObject ServiceError(ResourceError error, Shape shape) =>
        shape == Shape.Get
            ? new() { ["code"] = error.ErrorCode, ["message"] = error.ErrorMessage }
            : base.ServiceError(error, shape);

    private static void AddIfSet(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
