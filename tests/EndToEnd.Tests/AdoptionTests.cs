using System.Text.Json.Nodes;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>The example that brings under management what was made by hand.</summary>
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
        using var project = Project.OfExample(cloud, "adopt");

        (await project.RunPluginAsync("adopt", "--output", "import.json"))
            .Succeeds()
            .Says("import.json: 1 service, 1 permission, 4 endpoints, 3 approvals");
        Rename(project, "obs-", "storage");
        (
            await project.RunPluginAsync([
                "adopt",
                "--names",
                "import.json",
                "--format",
                "json",
                "--output",
                "resources.json",
            ])
        ).Succeeds();

        (await project.RunAsync("import", "--file", "import.json", "--yes")).Succeeds().Says("= 9 imported");
        (await project.RunAsync("preview")).Succeeds().Says("    10 unchanged").SaysNot(" to ");
        (await project.RunAsync("up", "--yes")).Succeeds().Says("    10 unchanged");
        (await project.RunAsync("destroy", "--yes")).Fails().Says("protected");
        Assert.Contains("storage", (await project.ResourcesAsync()).Select(static one => one.Name));
        Assert.Equal(before, await cloud.IdsAsync());
    }

    [Fact]
    public async Task A_map_is_printed_where_no_file_is_named()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.5));
        await MakeByHandAsync(cloud);
        using var project = Project.OfExample(cloud, "adopt");

        (await project.RunPluginAsync("adopt", "--format", "mermaid"))
            .Succeeds()
            .Says("flowchart LR")
            .Says("any account may connect");
    }

    // Some of every kind, with all that people set on them.
    private static async Task MakeByHandAsync(EmulatedCloud cloud)
    {
        var web = await cloud.PostAsync("services", new JsonObject { ["name"] = "web" });
        var service = (string)web["id"]!;
        await cloud.PostAsync($"services/{service}/permissions", new JsonObject { ["permission"] = "*" });
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
        var file = Path.Combine(project.Folder, "import.json");
        var import = JsonNode.Parse(File.ReadAllText(file))!;
        var resource = import["resources"]!
            .AsArray()
            .Single(one => ((string)one!["name"]!).StartsWith(start, StringComparison.OrdinalIgnoreCase))!;
        resource["name"] = name;
        File.WriteAllText(file, import.ToJsonString());
    }
}
