using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>What changed behind the engine's back is found, shown the right way round, taken over, and repaired.</summary>
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
    public async Task Refresh_preview_changes_nothing_and_up_repairs()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.World["item-a"] = engine.Echo.World["item-a"].With("size", 9);

        var preview = await engine.RefreshAsync(preview: true);
        Assert.Equal(1, preview.Counts[StepOp.Update]);
        Assert.Equal(1, ((NumberValue)(await engine.ResourceAsync("a")).Inputs["size"]).Value);

        await engine.UpAsync(Two, refresh: true);

        Assert.Equal(["Refresh a", "Refresh b", "Update a"], engine.Steps.Order());
        Assert.Equal(1, ((NumberValue)engine.Echo.World["item-a"]["size"]).Value);
        Assert.Equal(9, (double?)engine.Request("Update a")["oldInputs"]!["size"]);
    }

    [Fact]
    public async Task Refresh_forgets_what_is_gone_and_every_reference_to_it()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.World.TryRemove("item-a", out _);

        var ended = await engine.RefreshAsync();

        Assert.Equal(1, ended.Counts[StepOp.Delete]);
        Assert.DoesNotContain("Delete a", engine.Calls);
        var b = await engine.ResourceAsync("b");
        Assert.Empty(b.Dependencies);
        Assert.Empty(b.PropertyDependencies);
        Assert.Equal(3, (await engine.StateAsync()).Resources.Length);

        await engine.UpAsync(Two);
        Assert.Contains("Create a", engine.Calls);
    }

    [Fact]
    public async Task Unhealthy_resource_is_a_warning_and_its_reasons_are_kept()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.Unhealthy["item-a"] = "its disk is full";

        var ended = await engine.RefreshAsync();

        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.Contains(engine.Messages, static message => message.Contains("unhealthy", StringComparison.Ordinal));
        Assert.Equal(["its disk is full"], (await engine.ResourceAsync("a")).InitErrors);
    }

    [Fact]
    public async Task Unhealthy_and_different_is_a_warning_too()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Two);
        engine.Echo.World["item-a"] = engine.Echo.World["item-a"].With("size", 9);
        engine.Echo.Unhealthy["item-a"] = "its disk is full";

        var ended = await engine.RefreshAsync();

        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.Equal(1, ended.Counts[StepOp.Update]);
        Assert.Equal(["its disk is full"], (await engine.ResourceAsync("a")).InitErrors);
    }

    private static async Task Two(TestProgram program)
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
