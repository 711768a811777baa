using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Support;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>Each example does what its README says: preview, up, nothing more to do, destroy.</summary>
public sealed class ExampleTests
{
    private const string OtherProject = "295dacf46a4842fcbf7844dc2dc2489d";
    private const string OtherDomain = "6e9dfd51d1124e8d8498dce894923a0e";

    [Fact]
    public async Task Csharp_connects_two_vpcs()
    {
        await using var cloud = await StartAsync("ankara");
        using var project = Project.OfExample(cloud, "csharp");
        project.ConfigureIds("serviceVpcId", "servicePortId", "consumerVpcId", "consumerSubnetId");

        project.Configure("consumerDomainId", OtherDomain);
        (await LivesAsync(cloud, project, resources: 4)).Says("endpointStatus: \"accepted\"");
    }

    [Theory]
    [InlineData("ankara", false)]
    [InlineData("otc", true)]
    public async Task Approval_lets_an_endpoint_in(string dialect, bool ofAnotherAccount)
    {
        await using var cloud = await StartAsync(dialect);
        using var project = Project.OfExample(cloud, "approval");
        project.ConfigureIds("serviceVpcId", "servicePortId", "consumerVpcId", "consumerSubnetId");

        if (ofAnotherAccount)
        {
            project.Configure("consumerProjectId", OtherProject);
            project.Configure("consumerDomainId", OtherDomain);
            project.Configure("consumerAccessKey", "EMULATORACCESSKEY002");
            project.Configure("consumerSecretKey", "emulator-secret-key-not-a-real-one-00002");
        }

        (await LivesAsync(cloud, project, resources: ofAnotherAccount ? 6 : 4))
            .Says("connection: \"accepted\"")
            .Says("address   : \"");
    }

    [Fact]
    public async Task Private_link_connects_each_consumer()
    {
        await using var cloud = await StartAsync("huaweicloud");
        using var project = Project.OfExample(cloud, "private-link");
        project.Configure("serviceVpcId", Guid.NewGuid().ToString());
        project.Configure("servicePortId", Guid.NewGuid().ToString());
        project.Configure("allowedAccounts", $"[\"{OtherDomain}\"]");
        var consumers = new JsonObject();
        foreach (var name in (string[])["reports", "shop"])
        {
            consumers[name] = new JsonObject { ["vpcId"] = $"{Guid.NewGuid()}", ["subnetId"] = $"{Guid.NewGuid()}" };
            project.Configure("consumers", consumers.ToJsonString());
        }

        (await LivesAsync(cloud, project, resources: 8)).Says("reports: \"").Says("shop   : \"");
    }

    [Fact]
    public async Task Consumer_waits_until_the_owner_lets_it_in()
    {
        await using var cloud = await StartAsync("ankara");
        var service = await cloud.PostAsync(
            "services",
            new JsonObject
            {
                ["project_id"] = OtherProject,
                ["name"] = "reports",
                ["permissions"] = new JsonArray(new JsonObject { ["value"] = "*" }),
            }
        );
        using var project = Project.OfExample(cloud, "consumer");
        project.Configure("serviceName", $"tr-central-201.reports.{service["id"]}");
        project.Configure("vpcId", Guid.NewGuid().ToString());
        project.Configure("subnetId", Guid.NewGuid().ToString());

        using var engine = project.Start("up", "--yes", "--skip-preview");
        var ended = Tools.EndAsync(engine);
        var endpoint = await PendingAsync(cloud, ended);
        await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(2)));
        Assert.False(ended.IsCompleted);
        await cloud.PatchAsync($"endpoints/{endpoint}", new JsonObject { ["status"] = "accepted" });

        (await ended).Succeeds().Says("pendingAcceptance").Says("address   : \"");
        (await project.RunAsync("preview")).Succeeds().Says("    2 unchanged");
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds();
        Assert.DoesNotContain(endpoint, await cloud.IdsAsync());
    }

    [Theory]
    [InlineData("ankara", false)]
    [InlineData("huaweicloud", true)]
    public async Task Gateway_connects_to_a_public_service(string dialect, bool withPolicy)
    {
        await using var cloud = await StartAsync(dialect);
        using var project = Project.OfExample(cloud, "gateway");
        var table = Guid.NewGuid().ToString();
        project.Configure("vpcId", Guid.NewGuid().ToString());
        project.Configure("routeTables", $"[\"{table}\"]");
        if (withPolicy)
        {
            project.Configure("bucket", "my-bucket");
        }

        (await LivesAsync(cloud, project, resources: 2)).Says("status       : \"accepted\"").Says(table);
    }

    [Fact]
    public async Task Queries_only_ask()
    {
        await using var cloud = await StartAsync("huaweicloud");
        var service = await cloud.PostAsync("services", new JsonObject { ["name"] = "web" });
        await cloud.PostAsync(
            "endpoints",
            new JsonObject { ["project_id"] = OtherProject, ["endpoint_service_id"] = (string)service["id"]! }
        );
        using var project = Project.OfExample(cloud, "queries");

        (await LivesAsync(cloud, project, resources: 1))
            .Says("endpoint_service: \"1 of 10000\"")
            .Says($"of account {OtherDomain} is ")
            .Says("OBS");
    }

    [Fact]
    public void Every_example_is_listed_and_explains_its_configuration()
    {
        var examples = Path.Combine(Repository.Root, "examples");
        var list = File.ReadAllText(Path.Combine(examples, "README.md"));
        foreach (var folder in Directory.GetDirectories(examples).Where(HasReadme))
        {
            Assert.Contains($"]({Path.GetFileName(folder)})", list, StringComparison.Ordinal);
            var words = File.ReadAllText(Path.Combine(folder, "README.md"));
            var keys = Directory
                .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(folder, "index.ts"))
                .SelectMany(static file =>
                    Regex.Matches(File.ReadAllText(file), @"config\.\w+(?:<[^>]*>)?\(""(\w+)""\)")
                )
                .Select(static match => match.Groups[1].Value);
            Assert.All(keys, key => Assert.Contains($"`{key}`", words, StringComparison.Ordinal));
        }

        static bool HasReadme(string folder) => File.Exists(Path.Combine(folder, "README.md"));
    }

    private static Task<EmulatedCloud> StartAsync(string dialect) =>
        EmulatedCloud.StartAsync(Site.Of(dialect), TimeSpan.FromSeconds(0.5));

    /// <summary>What `up` said.</summary>
    private static async Task<Run> LivesAsync(EmulatedCloud cloud, Project project, int resources)
    {
        var before = await cloud.IdsAsync();
        (await project.RunAsync("preview")).Succeeds().Says($"+ {resources} to create");
        Assert.Equal(before, await cloud.IdsAsync());

        var up = (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says($"+ {resources} created");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says($"    {resources} unchanged");
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds().Says($"- {resources} deleted");
        Assert.Equal(before, await cloud.IdsAsync());
        return up;
    }

    private static async Task<string> PendingAsync(EmulatedCloud cloud, Task<Run> ended)
    {
        while (!ended.IsCompleted)
        {
            var endpoints = (await cloud.StateAsync())["endpoints"]!.AsArray();
            if (endpoints is [{ } endpoint] && (string)endpoint["status"]! == "pendingAcceptance")
            {
                return (string)endpoint["id"]!;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"the run ended before its endpoint was made:\n{(await ended).Output}");
    }
}
