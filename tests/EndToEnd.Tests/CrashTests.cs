using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>
/// Plugin, engine or cloud die at a random moment of an up. Afterwards everything in the cloud is in the state, exists
/// once, and the next runs converge.
/// </summary>
public sealed class CrashTests
{
    public static TheoryData<string, int> Moments()
    {
        var moments = new TheoryData<string, int>();
        foreach (var victim in (string[])["plugin", "engine", "emulator"])
        {
            foreach (var seed in Enumerable.Range(1, 3))
            {
                moments.Add(victim, seed);
            }
        }

        return moments;
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task What_was_made_is_accounted_for(string victim, int seed)
    {
        await using var scene = await Scene.StartAsync(TimeSpan.FromSeconds(2));
        using (var engine = scene.StartEngine("up", "--yes", "--skip-preview"))
        {
            var ended = Scene.EndAsync(engine);
            await UntilTheCloudHasAsync(scene, new Random(seed).Next(1, 9), ended);
            switch (victim)
            {
                case "engine":
                    engine.Kill();
                    break;
                case "plugin":
                    await KillPluginsOfAsync(engine);
                    break;
                case "emulator":
                    scene.KillEmulator();
                    await scene.StartEmulatorAsync();
                    break;
            }

            await ended;
        }

        (await scene.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        Assert.Equal(9, (await scene.CloudAsync()).Length);
        Assert.Equal(await scene.CloudAsync(), await scene.StateAsync());

        var refresh = (await scene.RunAsync("refresh", "--yes", "--clear-pending-creates")).Succeeds();
        Assert.Contains("unchanged", refresh.Output, StringComparison.Ordinal);
        (await scene.RunAsync("destroy", "--yes")).Succeeds();
        Assert.Empty(await scene.CloudAsync());
    }

    // The moment is told by progress, not by the clock: after so many things exist, or the run is over.
    private static async Task UntilTheCloudHasAsync(Scene scene, int count, Task ended)
    {
        while (!ended.IsCompleted && (await scene.CloudAsync()).Length < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static async Task KillPluginsOfAsync(Process engine)
    {
        var parent = engine.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("pkill", ["-KILL", "-P", parent, "-f", "pulumi-resource-vpcep"]);
        await kill.WaitForExitAsync();
    }
}
