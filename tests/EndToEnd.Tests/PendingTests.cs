using System.Text.Json.Nodes;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>
/// Endpoints that are not accepted yet finish by themselves: the next preview or update reads them, those alone and until they
/// are settled, and nobody runs a refresh.
/// </summary>
public sealed class PendingTests
{
    private static readonly string[] OneRead = ["GetEndpoint"];

    [Theory]
    [InlineData("ankara")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task What_somebody_accepts_is_in_the_outputs_of_the_next_update(string dialect)
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of(dialect), TimeSpan.FromSeconds(0.5));
        using var project = Project.OfPaths(cloud, paths: 1);
        project.Configure("approval", "true");
        project.Configure("approves", "false");

        (await project.RunAsync("up", "--yes", "--skip-preview"))
            .Succeeds()
            .Says("+ 4 created")
            .Says("pendingAcceptance");
        Assert.Equal((true, null), await EndpointAsync(project));

        // Nothing has happened: it is looked at, and stays what it is.
        await cloud.CallsAsync();
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("    4 unchanged");
        Assert.Equal(OneRead, await cloud.CallsAsync());
        Assert.Equal((true, null), await EndpointAsync(project));

        var endpoint = (await project.ResourcesAsync()).Single(static one => one.Type == "vpcep:index:Endpoint").Id;
        await cloud.PatchAsync($"endpoints/{endpoint}", new JsonObject { ["status"] = "accepted" });
        var address = (string)(await cloud.StateAsync())["endpoints"]![0]!["ip"]!;

        await cloud.CallsAsync();
        (await project.RunAsync("preview")).Succeeds().Says(address).Says("    4 unchanged");
        Assert.Equal(OneRead, await cloud.CallsAsync());
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says(address).Says("    4 unchanged");
        Assert.Equal(OneRead, await cloud.CallsAsync());
        Assert.Equal((false, address), await EndpointAsync(project));

        // What is settled costs nothing.
        (await project.RunAsync("preview"))
            .Succeeds()
            .Says("    4 unchanged");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("    4 unchanged");
        Assert.Empty(await cloud.CallsAsync());
    }

    [Fact]
    public async Task Endpoints_of_a_private_link_have_their_own_address_after_the_next_update()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.5));
        using var project = Project.OfExample(cloud, "private-link");
        project.ConfigureIds("serviceVpcId", "servicePortId");
        var consumer = new JsonObject { ["vpcId"] = $"{Guid.NewGuid()}", ["subnetId"] = $"{Guid.NewGuid()}" };
        project.Configure("consumers", new JsonObject { ["shop"] = consumer }.ToJsonString());

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        var address = (string)(await cloud.StateAsync())["endpoints"]![0]!["ip"]!;
        Assert.Equal((true, null), await EndpointAsync(project));

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("unchanged");
        Assert.Equal((false, address), await EndpointAsync(project));
    }

    // Whether the engine reads it first, and the address that it has in the state.
    private static async Task<(bool IsReadFirst, string? Ip)> EndpointAsync(Project project)
    {
        var export = (await project.RunAsync("stack", "export")).Succeeds();
        var endpoint = JsonNode.Parse(export.Output)!["deployment"]!["resources"]!
            .AsArray()
            .Single(static one => (string)one!["type"]! == "vpcep:index:Endpoint")!;
        return ((bool?)endpoint["refreshBeforeUpdate"] ?? false, (string?)endpoint["outputs"]!["ip"]);
    }
}
