using System.Diagnostics;
using System.Text.Json.Nodes;
using Support;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>
/// Ctrl-C, and again at once, while a service is being created: the engine leaves without hearing how the create ended.
/// What was made is accounted for all the same. Each seed is another moment on another cloud.
/// </summary>
public sealed class InterruptTests
{
    private const int LongestMoment = 1500;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, TestRuns.Or(3))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_was_made_is_accounted_for(int seed)
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Nth(seed), TimeSpan.FromSeconds(1));
        await SlowDownAsync(cloud);
        using var project = Project.OfPaths(cloud, paths: 1);
        using (var engine = project.StartAsGroup("up", "--yes", "--skip-preview"))
        {
            var ended = Tools.EndAsync(engine);
            await UntilACreateBeginsAsync(project, ended);
            await Task.Delay(new Random(seed).Next(LongestMoment));
            await InterruptTwiceAsync(engine);
            (await ended).Fails();
        }

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        Assert.Single((await cloud.StateAsync())["services"]!.AsArray());
        Assert.Equal(await cloud.IdsAsync(), await project.IdsAsync());
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds();
        Assert.Empty(await cloud.IdsAsync());
    }

    // So that the interrupts strike before the service is made, between that and the answer, and after the answer.
    private static async Task SlowDownAsync(EmulatedCloud cloud)
    {
        foreach (var when in (string[])["before", "after"])
        {
            await cloud.PostAsync(
                "faults",
                new JsonObject
                {
                    ["operation"] = "CreateService",
                    ["when"] = when,
                    ["kind"] = "stall",
                    ["seconds"] = 0.4,
                    ["count"] = 1,
                }
            );
        }
    }

    // The provider notes on disk what it is about to make.
    private static async Task UntilACreateBeginsAsync(Project project, Task ended)
    {
        while (!ended.IsCompleted && !project.HasNotes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    private static async Task InterruptTwiceAsync(Process leader)
    {
        using var kill = Process.Start(
            "sh",
            ["-c", $"kill -INT -{leader.Id}; sleep 0.02; kill -INT -{leader.Id} || true"]
        );
        await kill.WaitForExitAsync();
    }
}
