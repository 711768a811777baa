using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>As Open Telekom Cloud answers.</summary>
internal sealed class OtcWriter : PublicCloudWriter
{
    public override JsonObject Service(EndpointService service, Shape shape, int connections = 0)
    {
        var json = base.Service(service, shape, connections);
        json["pool_id"] = service.PoolId ?? EndpointService.DefaultPoolId;
        if (shape == Shape.Get)
        {
            return json;
        }
        // As the examples of the list and of creating spell them, against their tables.
        json["created_at"] = WithoutZone(service.CreatedAt);
        json["updated_at"] = WithoutZone(service.UpdatedAt);
        if (shape == Shape.List)
        {
            json.Remove("updated_at");
            json["update_at"] = WithoutZone(service.UpdatedAt);
        }
        return json;
    }

    public override JsonObject Endpoint(VpcEndpoint endpoint, Shape shape, EndpointService? service)
    {
        var json = base.Endpoint(endpoint, shape, service);
        if (endpoint.ServiceType == "gateway")
        {
            json["policy_statement"] = Copy(endpoint.PolicyStatement) ?? DefaultPolicy();
        }
        return json;
    }

    public override JsonObject TaggedResource(string id, string name, IEnumerable<Tag> tags)
    {
        var json = base.TaggedResource(id, name, tags);
        json["resource_detail"] = null;
        return json;
    }

    protected override JsonArray DefaultPolicy() => Policy(new JsonArray("obs:*:*"), "obs:*:*:*:*/*", "obs:*:*:*:*");

    // A boolean in its table, a string in its example.
    protected override JsonNode IsCharge(bool isCharge) => isCharge ? "true" : "false";

    private static string WithoutZone(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
