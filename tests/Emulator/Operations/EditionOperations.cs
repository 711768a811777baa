namespace Vpcep.Emulator;

/// <summary>The professional edition (Huawei Cloud, v2): bringing services and endpoints to it, and several servers of a service.</summary>
internal static class EditionOperations
{
    private const string Invalid = "EndPoint.0002";
    private const string Busy = "EndPoint.2051";
    private const string NothingToDo = "EndPoint.2052";
    private static readonly HashSet<string> ServiceFields = ["action", "enable_multi_server"];
    private static readonly HashSet<string> EndpointFields = ["action"];
    private static readonly HashSet<string> ServerFields = ["server_resources"];
    private static readonly HashSet<string> ServiceActions = ["upgrade", "rollback"];
    private static readonly HashSet<string> EndpointActions = ["start"];

    public static Answer UpgradeService(Call call)
    {
        var service = SettledService(call);
        // Clients there are that send none: it is an upgrade then.
        var body = call.Request.Body.Length == 0 ? null : call.Body(ServiceFields);
        var action = body?.OneOf("action", ServiceActions, "EndPoint.0007") ?? "upgrade";
        var many = body?.Flag("enable_multi_server") ?? service.MultiServer;
        if (many && service.ServerType != "LB")
        {
            throw new ApiException(Invalid, "enable_multi_server is for load balancers");
        }
        var wanted = action == "upgrade" ? Editions.OfProfessional : Editions.OfBasic;
        if (wanted.SequenceEqual(service.SupportedEditions) && many == service.MultiServer)
        {
            throw new ApiException(NothingToDo);
        }
        call.Cloud.Put(
            service with
            {
                MultiServer = action == "upgrade" && many,
                NextEditions = wanted,
                UpdatedAt = call.Now,
                Next = new(call.Now + call.Options.Delay, service.Status),
            }
        );
        return new Answer(StatusCodes.Status204NoContent);
    }

    public static Answer AddServers(Call call)
    {
        var service = SettledService(call);
        var items = call.Body(ServerFields).Objects("server_resources") ?? [];
        if (items.Count == 0)
        {
            throw new ApiException("EndPoint.2002", "server_resources");
        }
        if (!service.MultiServer)
        {
            throw new ApiException(Invalid, "the service has one server only");
        }
        var servers = service.ServerResources.Concat(items.Select(ServerOf)).ToList();
        if (servers.DistinctBy(server => server.ResourceId).Count() < servers.Count)
        {
            throw new ApiException(Invalid, "a server twice");
        }
        servers.ForEach(server => call.CheckExists(server.ResourceId, "EndPoint.3008"));
        call.Cloud.Put(service with { ServerResources = servers, UpdatedAt = call.Now });
        return new Answer(StatusCodes.Status204NoContent);
    }

    public static Answer UpgradeEndpoint(Call call)
    {
        var endpoint = call.OwnEndpoint(call.Cloud.View);
        if (endpoint.NextEdition is not null)
        {
            throw new ApiException(Busy);
        }
        endpoint = call.ChangeableEndpoint();
        _ =
            call.Body(EndpointFields).OneOf("action", EndpointActions, "EndPoint.0007")
            ?? throw new ApiException("EndPoint.0007");
        if (endpoint.Edition == Editions.Professional)
        {
            throw new ApiException(NothingToDo);
        }
        call.Cloud.Put(
            endpoint with
            {
                NextEdition = Editions.Professional,
                Status = Statuses.Creating,
                UpdatedAt = call.Now,
                Next = new(call.Now + call.Options.Delay, endpoint.Status),
            }
        );
        return new Answer(StatusCodes.Status202Accepted);
    }

    private static EndpointService SettledService(Call call)
    {
        var service = call.OwnService("EndPoint.0005", call.Cloud.View);
        return service switch
        {
            { NextEditions: not null } => throw new ApiException(Busy),
            { Status: not Statuses.Available } => throw new ApiException("EndPoint.3045", service.Status),
            _ => service,
        };
    }

    private static ServerResource ServerOf(BodyReader item) =>
        new(
            item.Id("resource_id", Invalid) ?? throw new ApiException("EndPoint.2002", "resource_id"),
            item.Text("availability_zone_id")
        );
}
