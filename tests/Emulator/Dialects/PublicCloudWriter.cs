using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>
/// What both public clouds show beyond the Ankara reference: descriptions, tags of services, policies, permission types,
/// a list as <c>active_status</c>; and what they leave out.
/// </summary>
internal abstract class PublicCloudWriter : AnswerWriter
{
    /// <summary>The policy of a gateway endpoint that was given none.</summary>
    protected abstract JsonArray DefaultPolicy();

    public override JsonObject Service(EndpointService service, Shape shape, int connections = 0)
    {
        var json = base.Service(service, shape, connections);
        json["description"] = service.Description;
        json["tags"] = Tags(service.Tags);
        // "Returned only when the backend resource of the VPC endpoint service is a virtual IP address."
        if (service is { ServerType: "VIP", VipPortId: { } vipPortId })
        {
            json["vip_port_id"] = vipPortId;
        }
        if (shape == Shape.List)
        {
            json["domain_id"] = service.DomainId;
        }
        return json;
    }

    public override JsonObject Endpoint(VpcEndpoint endpoint, Shape shape, EndpointService? service)
    {
        var json = base.Endpoint(endpoint, shape, service);
        json["description"] = endpoint.Description;
        json["specification_name"] = endpoint.SpecificationName;
        json["endpoint_pool_id"] = endpoint.EndpointPoolId;
        if (endpoint.ServiceType == "gateway")
        {
            json.Remove("enable_dns");
        }
        if (shape == Shape.Create)
        {
            json.Remove("dns_names");
        }
        return json;
    }

    public override JsonObject Permission(Permission permission)
    {
        var json = base.Permission(permission);
        json["permission_type"] = PermissionText.TypeOf(permission.Value);
        return json;
    }

    protected override JsonNode ActiveStatus(string status) => new JsonArray(status);

    protected static JsonArray Policy(JsonNode action, params ReadOnlySpan<string> resources) =>
        new(
            new JsonObject
            {
                ["Action"] = action,
                ["Resource"] = Texts(resources.ToArray()),
                ["Effect"] = "Allow",
            }
        );
}
