using System.Diagnostics;
using System.Globalization;
using Support;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>
/// Plugin, engine or cloud die at a random moment of an up or a destroy. Afterwards everything in the cloud is in the
/// state, exists once, and the next runs converge. Each seed is another moment on another cloud.
/// </summary>
public abstract class CrashTests
{
    private const int Everything = 9;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, TestRuns.Or(1))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_was_made_is_accounted_for(int seed)
    {
        await using var cloud = await StartAsync(Site.Nth(First + seed), TimeSpan.FromSeconds(2));
        using var project = Project.OfPaths(cloud);
        using (var engine = project.Start("up", "--yes", "--skip-preview"))
        {
            var ended = Tools.EndAsync(engine);
            var moment = new Random(First + seed).Next(1, Everything);
            await UntilAsync(async () => (await cloud.IdsAsync()).Length >= moment, ended);
            await StrikeAsync(engine, cloud);
            await ended;
        }

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        Assert.Equal(Everything, (await cloud.IdsAsync()).Length);
        Assert.Equal(await cloud.IdsAsync(), await project.IdsAsync());

        (await project.RunAsync("refresh", "--yes", "--skip-preview", "--clear-pending-creates"))
            .Succeeds()
            .Says("10 unchanged");
        using (var engine = project.Start("destroy", "--yes", "--skip-preview"))
        {
            var ended = Tools.EndAsync(engine);
            var moment = new Random(First + seed).Next(1, Everything);
            await UntilAsync(async () => (await cloud.IdsAsync()).Length <= moment, ended);
            await StrikeAsync(engine, cloud);
            await ended;
        }

        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds();
        Assert.Empty(await cloud.IdsAsync());
        Assert.Empty(await project.IdsAsync());
    }

    /// <summary>Before the first seed: each of the three dies on another cloud, at another moment.</summary>
    private protected abstract int First { get; }

    private protected virtual Task<EmulatedCloud> StartAsync(Site site, TimeSpan delay) =>
        EmulatedCloud.StartAsync(site, delay);

    /// <summary>Kills the victim.</summary>
    private protected abstract Task StrikeAsync(Process engine, EmulatedCloud cloud);

    // The moment is told by progress, not by the clock: so many things exist, or the run is over.
    private static async Task UntilAsync(Func<Task<bool>> reached, Task ended)
    {
        while (!ended.IsCompleted && !await reached())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}

/// <summary>The plugin dies.</summary>
public sealed class PluginCrashTests : CrashTests
{
    private protected override int First => 0;

    private protected override async Task StrikeAsync(Process engine, EmulatedCloud cloud)
    {
        var parent = engine.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("pkill", ["-KILL", "-P", parent, "-f", "pulumi-resource-vpcep"]);
        await kill.WaitForExitAsync();
    }
}

/// <summary>The engine dies.</summary>
public sealed class EngineCrashTests : CrashTests
{
    private protected override int First => 1;

    private protected override Task StrikeAsync(Process engine, EmulatedCloud cloud)
    {
        engine.Kill();
        return Task.CompletedTask;
    }
}

/// <summary>The cloud dies, and comes back with what it had.</summary>
public sealed class CloudCrashTests : CrashTests
{
    private protected override int First => 2;

    private protected override Task<EmulatedCloud> StartAsync(Site site, TimeSpan delay) =>
        EmulatedCloud.StartProcessAsync(site, delay);

    private protected override Task StrikeAsync(Process engine, EmulatedCloud cloud) => cloud.CrashAsync();
}
