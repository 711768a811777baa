using System.Text.Json.Nodes;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>The example that brings endpoints under management which were made by hand.</summary>
public sealed class AdoptionTests
{
    private const string ObjectStorage = "26391a76-546b-42a9-b2fc-496ec68c0e4d";

    [Theory]
    [InlineData("ankara")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Everything_there_is_gets_imported_and_the_program_changes_nothing(string dialect)
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of(dialect), TimeSpan.FromSeconds(0.5));
        await MakeByHandAsync(cloud);
        var before = await cloud.IdsAsync();
        using var inventory = Project.OfExample(cloud, "adopt/inventory");
        using var endpoints = Project.OfExample(cloud, "adopt/endpoints", beside: inventory);

        (await inventory.RunAsync("preview")).Succeeds().Says("web-").Says("endpoints: [");
        Rename(endpoints, "gateway-", "storage");
        (await inventory.RunAsync("preview")).Succeeds().Says("\"storage\"");

        (await endpoints.RunAsync("import", "--file", "import.json", "--yes")).Succeeds().Says("= 4 imported");
        (await endpoints.RunAsync("preview")).Succeeds().Says("    5 unchanged").SaysNot(" to ");
        (await endpoints.RunAsync("up", "--yes")).Succeeds().Says("    5 unchanged");
        (await endpoints.RunAsync("destroy", "--yes")).Fails().Says("protected");
        Assert.Equal(before, await cloud.IdsAsync());
    }

    // Some of every kind, with all that people set on them.
    private static async Task MakeByHandAsync(EmulatedCloud cloud)
    {
        var web = await cloud.PostAsync("services", new JsonObject { ["name"] = "web" });
        var service = (string)web["id"]!;
        await MakeAsync(new JsonObject { ["endpoint_service_id"] = service, ["status"] = "accepted" });
        await MakeAsync(new JsonObject { ["endpoint_service_id"] = service, ["status"] = "pendingAcceptance" });
        await MakeAsync(
            new JsonObject
            {
                ["endpoint_service_id"] = service,
                ["status"] = "accepted",
                ["enable_dns"] = true,
                ["enable_whitelist"] = true,
                ["whitelist"] = new JsonArray("10.0.0.0/24", "10.1.2.3"),
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "network" }),
                ["description"] = cloud.Site.HasTags ? "made by hand" : "",
            }
        );
        var gateway = new JsonObject
        {
            ["endpoint_service_id"] = ObjectStorage,
            ["status"] = "accepted",
            ["routetables"] = new JsonArray(Guid.NewGuid().ToString(), Guid.NewGuid().ToString()),
        };
        if (cloud.Site.HasTags)
        {
            gateway["policy_statement"] = new JsonArray(
                new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Action"] = new JsonArray("obs:bucket:ListBucket"),
                    ["Resource"] = new JsonArray("obs:*:*:bucket:my-bucket"),
                    ["Sid"] = "list",
                    ["Condition"] = new JsonObject
                    {
                        ["StringEquals"] = new JsonObject { ["g:SourceVpc"] = new JsonArray("a", "b") },
                    },
                    ["Newer"] = new JsonObject { ["a"] = 1 },
                }
            );
        }

        await MakeAsync(gateway);

        Task MakeAsync(JsonObject fields) => cloud.PostAsync("endpoints", fields);
    }

    private static void Rename(Project project, string start, string name)
    {
        var file = Path.Combine(project.Folder, "endpoints.json");
        var endpoints = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var (old, endpoint) = endpoints.Single(pair => pair.Key.StartsWith(start, StringComparison.Ordinal));
        endpoints.Remove(old);
        endpoints[name] = endpoint;
        File.WriteAllText(file, endpoints.ToJsonString());
    }
}
