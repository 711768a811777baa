using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Section 4.4.</summary>
internal static class QuotaOperations
{
    public static Answer List(Call call)
    {
        var type = call.Query.OneOf("type", "EndPoint.3070", "endpoint_service", "endpoint");
        var view = call.View;
        var rows = new[]
        {
            ("endpoint", call.Cloud.EndpointsOf(call.Caller.ProjectId, view).Count, call.Options.EndpointQuota),
            ("endpoint_service", call.Cloud.ServicesOf(call.Caller.ProjectId, view).Count, call.Options.ServiceQuota),
        }.Where(row => type is null || row.Item1 == type);
        return Answer.Ok(() =>
            new JsonObject { ["quotas"] = new JsonObject { ["resources"] = new JsonArray([.. rows.Select(Row)]) } }
        );
    }

    private static JsonObject Row((string Type, int Used, int Quota) row) =>
        new()
        {
            ["type"] = row.Type,
            ["used"] = row.Used,
            ["quota"] = row.Quota,
        };
}
