namespace EndToEnd.Tests;

/// <summary>What the demo shows, as a test: program, engine, plugin and cloud as processes of their own.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_stack_lives_a_whole_life()
    {
        await using var scene = await Scene.StartAsync(TimeSpan.FromSeconds(1));

        var preview = (await scene.RunAsync("preview")).Succeeds();
        Assert.Contains("+ 10 to create", preview.Output, StringComparison.Ordinal);
        Assert.Empty(await scene.CloudAsync());

        (await scene.RunAsync("up", "--yes")).Succeeds();
        Assert.Equal(9, (await scene.CloudAsync()).Length);
        Assert.Equal(await scene.CloudAsync(), await scene.StateAsync());

        var again = (await scene.RunAsync("up", "--yes")).Succeeds();
        Assert.Contains("10 unchanged", again.Output, StringComparison.Ordinal);

        scene.Configure("clientPort", "81");
        var update = (await scene.RunAsync("up", "--yes")).Succeeds();
        Assert.Contains("~ 3 to update", update.Output, StringComparison.Ordinal);

        scene.Configure("enableDns", "false");
        var replace = (await scene.RunAsync("up", "--yes")).Succeeds();
        Assert.Contains("+-3 to replace", replace.Output, StringComparison.Ordinal);
        Assert.Equal(await scene.CloudAsync(), await scene.StateAsync());

        (await scene.RunAsync("destroy", "--yes")).Succeeds();
        Assert.Empty(await scene.CloudAsync());
    }

    [Fact]
    public async Task A_wrong_program_fails_in_preview_with_every_problem()
    {
        await using var scene = await Scene.StartAsync(TimeSpan.FromSeconds(1), paths: 1);
        scene.Configure("clientPort", "70000");

        var preview = await scene.RunAsync("preview");
        Assert.NotEqual(0, preview.ExitCode);
        Assert.Contains(
            "ports[0].clientPort: 70000 is out of range; give a number from 1 to 65535",
            preview.Output,
            StringComparison.Ordinal
        );
        Assert.Empty(await scene.CloudAsync());
    }
}
