using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>What the owner of a service notes on its connections.</summary>
internal static class ConnectionNotes
{
    private static readonly HashSet<string> Fields = ["connections"];

    public static Answer Set(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var items = call.Body(Fields).Objects("connections") ?? [];
        if (items.Count == 0)
        {
            throw new ApiException("EndPoint.2002", "connections");
        }
        var changed = items.Select(item => Described(call, service, item)).ToList();
        changed.ForEach(call.Cloud.Put);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["connections"] = new JsonArray([
                    .. changed.Select(endpoint => call.Dialect.Writer.Connection(endpoint, Shape.Create)),
                ]),
            }
        );
    }

    private static VpcEndpoint Described(Call call, EndpointService service, BodyReader item)
    {
        var id = item.Id("id", "EndPoint.2017") ?? throw new ApiException("EndPoint.2017", "no id");
        var description = item.Description() ?? throw new ApiException("EndPoint.2002", "description");
        return call.Cloud.FindEndpoint(id, call.Cloud.View) is { } endpoint && endpoint.EndpointServiceId == service.Id
            ? endpoint with
            {
                ConnectionDescription = description,
            }
            : throw new ApiException("EndPoint.2013");
    }
}
