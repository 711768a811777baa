using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Tests.Support;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Ctrl-C once, Ctrl-C twice, and what the next run finds.</summary>
public sealed class InterruptTests
{
    [Fact]
    public async Task First_interrupt_tells_the_plugin_and_waits_for_what_is_in_flight()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var began = engine.Echo.HoldCreate("slow");
        engine.Echo.OnCancel = () => engine.Echo.Release("slow");

        var up = engine.UpAsync(Slow);
        await began.WaitAsync(TimeSpan.FromSeconds(30));
        engine.Stop.Request();
        var ended = await up;

        Assert.Equal(Outcome.Cancelled, ended.Outcome);
        Assert.Equal("item-slow", (await engine.ResourceAsync("slow")).Id);
        Assert.DoesNotContain("Create next", engine.Calls);
        Assert.Empty((await engine.StateAsync()).PendingOperations);
    }

    [Fact]
    public async Task Second_interrupt_leaves_the_create_pending_and_the_next_up_says_so_and_goes_on()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var began = engine.Echo.HoldCreate("slow");

        var up = engine.UpAsync(Slow);
        await began.WaitAsync(TimeSpan.FromSeconds(30));
        engine.Stop.Request();
        engine.Stop.Request();
        var ended = await up;

        Assert.Equal(Outcome.Terminated, ended.Outcome);
        Assert.True(Assert.Single(engine.Events.OfType<StepFailed>()).Interrupted);
        var pending = Assert.Single((await engine.StateAsync()).PendingOperations);
        Assert.Equal(PendingOperationType.Creating, pending.Type);
        Assert.Null(pending.Resource.Id);
        Assert.Equal("slow", Urn.NameOf(pending.Resource.Urn));

        engine.Stop = new StopSignals();
        engine.Echo.Release("slow");
        var next = await engine.UpAsync(Slow);

        Assert.Equal(Outcome.Succeeded, next.Outcome);
        Assert.Contains(engine.Messages, static m => m.StartsWith("Attempting to deploy", StringComparison.Ordinal));
        Assert.Single((await engine.StateAsync()).PendingOperations);

        await engine.RefreshAsync(clearPendingCreates: true);
        Assert.Empty((await engine.StateAsync()).PendingOperations);
    }

    private static async Task Slow(TestProgram program)
    {
        await program.ItemAsync("slow", null, ("name", "slow", null));
        await program.ItemAsync("next", null, ("name", "next", null));
    }
}
