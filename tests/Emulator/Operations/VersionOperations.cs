using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Section 4.1.</summary>
internal static class VersionOperations
{
    private static readonly (string Id, string Updated)[] Versions =
    [
        ("v1", "2018-09-30T00:00:00Z"),
        ("v2", "2020-03-30T00:00:00Z"),
    ];

    public static Answer List(Call call) =>
        Answer.Ok(() =>
            new JsonObject
            {
                ["versions"] = new JsonArray([.. Versions.Select(version => Write(call, version.Id, version.Updated))]),
            }
        );

    public static Answer Get(Call call)
    {
        var found = Array.Find(Versions, version => version.Id == call.Path("version"));
        return found.Id is null
            ? throw new ApiException("APIGW.0101")
            : Answer.Ok(() => new JsonObject { ["version"] = Write(call, found.Id, found.Updated) });
    }

    private static JsonObject Write(Call call, string id, string updated) =>
        new()
        {
            ["status"] = "CURRENT",
            ["id"] = id,
            ["updated"] = updated,
            ["version"] = id[1..],
            ["min_version"] = "",
            ["links"] = new JsonArray(
                new JsonObject
                {
                    ["rel"] = "self",
                    ["href"] = $"http://{call.Request.Header("Host")}/{id}",
                    ["type"] = "application/json",
                }
            ),
        };
}
