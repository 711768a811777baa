using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Tests;

/// <summary>What changed behind the engine's back is shown the right way round.</summary>
public sealed class RefreshTests
{
    [Fact]
    public async Task Refresh_asks_for_the_difference_backwards_and_shows_it_forwards()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.World["item-a"] = engine.Echo.World["item-a"].With("size", 9).With("extra", "x");

        var ended = await engine.RefreshAsync();

        Assert.Equal(1, ended.Counts[StepOp.Update]);
        Assert.Equal(2, ended.Counts[StepOp.Same]);
        Assert.Equal("Configure default", engine.Calls[0]);
        Assert.DoesNotContain(engine.Calls, static call => call.StartsWith("Check", StringComparison.Ordinal));
        var read = engine.Request("Read a");
        Assert.Equal("computed-a-1", (string?)read["properties"]!["computed"]);
        Assert.Equal(1, (double?)read["inputs"]!["size"]);
        var diff = engine.Request("Diff a");
        Assert.Equal(9, (double?)diff["oldInputs"]!["size"]);
        Assert.Equal("computed-a-9", (string?)diff["olds"]!["computed"]);
        Assert.Equal(1, (double?)diff["news"]!["size"]);
        var changes = engine.Events.OfType<StepEnded>().Single(static e => e.Step.Op == StepOp.Update).Step.Changes;
        Assert.Equal(["+extra", "~size"], changes.Select(static change => $"{change.Sign}{change.Path}"));
        var state = await engine.ResourceAsync("a");
        Assert.Equal(9, ((NumberValue)state.Inputs["size"]).Value);
        Assert.Equal("computed-a-9", ((StringValue)state.Outputs["computed"]).Value);
    }

    [Fact]
    public async Task Unhealthy_and_different_is_a_warning_too()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.World["item-a"] = engine.Echo.World["item-a"].With("size", 9);
        engine.Echo.Unhealthy["item-a"] = "its disk is full";

        var ended = await engine.RefreshAsync();

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Equal(1, ended.Counts[StepOp.Update]);
        Assert.Equal(["its disk is full"], (await engine.ResourceAsync("a")).InitErrors);
    }

    private static async Task Two(EchoProgram program)
    {
        var a = await program.ItemAsync("a", null, ("name", "a", null), ("size", 1, null));
        await program.ItemAsync(
            "b",
            null,
            ("name", "b", null),
            ("tags", new ObjectValue(PropertyMap.Empty.With("arn", a["arn"])), a)
        );
    }
}
