using System.Text.Json.Nodes;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>What the demo shows, as a test on every cloud: program, engine, plugin and cloud as processes of their own.</summary>
public abstract class LifecycleTests(string dialect)
{
    [Fact]
    public async Task A_stack_lives_a_whole_life()
    {
        var site = Site.Of(dialect);
        await using var cloud = await EmulatedCloud.StartAsync(site, TimeSpan.FromSeconds(1));
        using var project = Project.OfPaths(cloud);

        (await project.RunAsync("preview")).Succeeds().Says("+ 10 to create");
        Assert.Empty(await cloud.IdsAsync());

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        Assert.Equal(9, (await cloud.IdsAsync()).Length);
        Assert.Equal(await cloud.IdsAsync(), await project.IdsAsync());
        Assert.False(project.HasNotes);
        (await project.RunAsync("preview")).Succeeds().Says("10 unchanged");

        await DriftsAndIsRepairedAsync(cloud, project);

        // Ports change in place everywhere; labels where there are any: on services and, in place too, on endpoints.
        project.Configure("clientPort", "81");
        project.Configure("stage", "test");
        var updates = site.HasTags ? 6 : 3;
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says($"~ {updates} updated");

        project.Configure("whitelist", "[\"10.0.0.0/24\"]");
        var before = await cloud.IdsAsync();
        (await project.RunAsync("up", "--yes"))
            .Succeeds()
            .Says(site.UpdatesWhitelists ? "~ 3 to update" : "+-3 to replace")
            .Says(site.UpdatesWhitelists ? "~ 3 updated" : "+-3 replaced");
        var after = await cloud.IdsAsync();
        Assert.Equal(site.UpdatesWhitelists, before.SequenceEqual(after));
        Assert.Equal(after, await project.IdsAsync());

        (await project.RunAsync("destroy", "--yes")).Succeeds().Says("- 10 to delete");
        Assert.Empty(await cloud.IdsAsync());
    }

    [Fact]
    public async Task A_wrong_program_fails_in_preview_with_every_problem()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of(dialect), TimeSpan.FromSeconds(1));
        using var project = Project.OfPaths(cloud, paths: 1);
        project.Configure("clientPort", "70000");
        project.Configure("serverPort", "0");

        (await project.RunAsync("preview"))
            .Fails()
            .Says("ports[0].clientPort: 70000 is out of range; give a number from 1 to 65535")
            .Says("ports[0].serverPort: 0 is out of range; give a number from 1 to 65535");
        Assert.Empty(await cloud.IdsAsync());
    }

    private static async Task DriftsAndIsRepairedAsync(EmulatedCloud cloud, Project project)
    {
        var service = (await project.ResourcesAsync()).First(static item => item.Type == "vpcep:index:EndpointService");
        await cloud.PatchAsync($"services/{service.Id}", new JsonObject { ["approval_enabled"] = true });

        (await project.RunAsync("refresh", "--yes", "--skip-preview"))
            .Succeeds()
            .Says($"{service.Name} updated")
            .Says("[diff: ~approvalEnabled]");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("~ 1 updated");
        (await project.RunAsync("preview", "--refresh")).Succeeds().Says("10 unchanged");
    }
}

/// <summary>On a private region, as the Ankara reference has it.</summary>
public sealed class AnkaraLifecycleTests() : LifecycleTests("ankara");

/// <summary>On Huawei Cloud.</summary>
public sealed class HuaweiCloudLifecycleTests() : LifecycleTests("huaweicloud");

/// <summary>On Open Telekom Cloud.</summary>
public sealed class OtcLifecycleTests() : LifecycleTests("otc");
