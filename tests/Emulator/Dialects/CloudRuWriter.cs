using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>As Cloud.ru answers: as public clouds do, with a text on each connection.</summary>
internal sealed class CloudRuWriter : PublicCloudWriter
{
    public override JsonObject Service(EndpointService service, Shape shape, int connections = 0)
    {
        var json = base.Service(service, shape, connections);
        json["enable_policy"] = service.EnablePolicy;
        return json;
    }

    public override JsonObject Connection(VpcEndpoint endpoint, Shape shape)
    {
        var json = base.Connection(endpoint, shape);
        json["description"] = endpoint.ConnectionDescription;
        return json;
    }

    protected override JsonArray DefaultPolicy() => Policy("*", "*");
}
