using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>The services of the region and their addresses, which tokens hold, too.</summary>
internal static class CatalogOperations
{
    public static Answer Get(Call call) =>
        Answer.Ok(() =>
            new JsonObject
            {
                ["catalog"] = Catalog(call, call.Caller.ProjectId),
                ["links"] = new JsonObject { ["self"] = $"{Url(call)}/v3/auth/catalog" },
            }
        );

    /// <summary>The catalog as a project sees it; whoever asks for none gets marks in the project's place.</summary>
    public static JsonArray Catalog(Call call, string project)
    {
        var id = project.Length > 0 ? project : "$(tenant_id)s";
        return call.Options.Catalog is { } told
            ? JsonNode.Parse(told.Replace("{url}", Url(call), StringComparison.Ordinal))!.AsArray()
            : new(Service(call, "iam", "/v3"), Service(call, "vpcep", $"/v1/{id}"), Service(call, "vpn", $"/v5/{id}"));
    }

    private static JsonObject Service(Call call, string type, string path) =>
        new()
        {
            ["id"] = Guid.NewGuid().ToString("N"),
            ["type"] = type,
            ["name"] = type,
            ["endpoints"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = Guid.NewGuid().ToString("N"),
                    ["interface"] = "public",
                    ["region"] = call.Options.Region,
                    ["region_id"] = call.Options.Region,
                    ["url"] = Url(call) + path,
                }
            ),
        };

    private static string Url(Call call) => $"http://{call.Request.Header("Host")}";
}
