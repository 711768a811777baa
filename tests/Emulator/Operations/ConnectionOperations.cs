using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Sections 4.2.6 and 4.2.7: endpoints of any account as the owner of their service sees them.</summary>
internal static class ConnectionOperations
{
    private static readonly HashSet<string> Fields = ["action", "endpoints"];

    public static Answer List(Call call)
    {
        var view = call.View;
        var service = call.OwnService("EndPoint.2003", view);
        var id = call.Query.Id("id", "EndPoint.2017");
        var status = call.Query.OneOf(
            "status",
            "EndPoint.0019",
            Statuses.PendingAcceptance,
            Statuses.Accepted,
            Statuses.Rejected,
            Statuses.Failed
        );
        var marker = MarkerOf(call);
        var found = call
            .Cloud.ConnectionsOf(service.Id, view)
            .Where(endpoint =>
                (id is null || endpoint.Id == id)
                && (marker is null || endpoint.MarkerId == marker)
                && (status is null || endpoint.Status == status)
            );
        return Listing.Page(
            call,
            "connections",
            found,
            SortKeys<VpcEndpoint>.Of<VpcEndpoint>(),
            endpoint => call.Dialect.Writer.Connection(endpoint, Shape.List)
        );
    }

    public static Answer Act(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var body = call.Body(Fields);
        var target = body.Text("action", "EndPoint.2027") switch
        {
            "receive" => Statuses.Accepted,
            "reject" => Statuses.Rejected,
            var other => throw new ApiException("EndPoint.2027", other),
        };
        var ids = body.Texts("endpoints") ?? throw new ApiException("EndPoint.2002", "endpoints");
        if (ids.Count != 1)
        {
            throw new ApiException("EndPoint.2031", $"{ids.Count} endpoints");
        }
        if (!Rules.IsId(ids[0]))
        {
            throw new ApiException("EndPoint.2017", ids[0]);
        }
        if (
            call.Cloud.FindEndpoint(ids[0], call.Cloud.View) is not { } endpoint
            || endpoint.EndpointServiceId != service.Id
        )
        {
            throw new ApiException("EndPoint.2013");
        }
        CheckAllows(endpoint, target);
        call.Cloud.Put(
            endpoint with
            {
                Status = ShownMeanwhile(endpoint, target),
                Next = call.Effects.NeverReady ? null : new Transition(call.Now + call.Options.ApprovalDelay, target),
                UpdatedAt = call.Now,
            }
        );
        var changed = call.Cloud.FindEndpoint(endpoint.Id, call.Cloud.View)!;
        return Answer.Ok(() =>
            new JsonObject { ["connections"] = new JsonArray(call.Dialect.Writer.Connection(changed, Shape.Create)) }
        );
    }

    private static void CheckAllows(VpcEndpoint endpoint, string target)
    {
        switch (endpoint.Status)
        {
            case Statuses.Creating:
                throw new ApiException("EndPoint.2019");
            case Statuses.Deleting:
                throw new ApiException("EndPoint.2018");
            case Statuses.Accepted when target == Statuses.Accepted:
                throw new ApiException("EndPoint.2014");
            case Statuses.Failed:
                throw new ApiException("EndPoint.2027", "the endpoint has failed");
        }
    }

    /// <summary>Accepting passes through creating; what is rejected keeps its status until it is.</summary>
    private static string ShownMeanwhile(VpcEndpoint endpoint, string target) =>
        target == Statuses.Accepted ? Statuses.Creating : endpoint.Status;

    private static long? MarkerOf(Call call) =>
        call.Query.Text("marker_id") is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var marker) ? marker
        : throw new ApiException("EndPoint.0021", text);
}
