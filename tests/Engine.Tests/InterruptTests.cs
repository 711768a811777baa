using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Ctrl-C once, Ctrl-C twice, and what the next run finds.</summary>
public sealed class InterruptTests
{
    [Fact]
    public async Task First_interrupt_tells_the_plugin_and_waits_for_what_is_in_flight()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var began = engine.Echo.Hold("slow");
        engine.Echo.OnCancel = () => engine.Echo.Release("slow");

        var up = engine.UpAsync(Slow);
        await began.DefaultTimeout();
        engine.Stop.Request();
        var ended = await up;

        Assert.Equal(RunOutcome.Cancelled, ended.Outcome);
        Assert.Equal("item-slow", (await engine.ResourceAsync("slow")).Id);
        Assert.DoesNotContain("Create next", engine.Calls);
        Assert.Empty((await engine.StateAsync()).PendingOperations);
    }

    [Fact]
    public async Task Second_interrupt_leaves_the_create_pending_and_the_next_up_says_so_and_goes_on()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var began = engine.Echo.Hold("slow");

        var up = engine.UpAsync(Slow);
        await began.DefaultTimeout();
        engine.Stop.Request();
        engine.Stop.Request();
        var ended = await up;

        Assert.Equal(RunOutcome.Terminated, ended.Outcome);
        Assert.True(Assert.Single(engine.Events.OfType<StepFailed>()).Interrupted);
        var pending = Assert.Single((await engine.StateAsync()).PendingOperations);
        Assert.Equal(PendingOperationType.Creating, pending.Type);
        Assert.Null(pending.Resource.Id);
        Assert.Equal("slow", Urn.NameOf(pending.Resource.Urn));

        engine.Stop = new StopSignals();
        engine.Echo.Release("slow");
        var next = await engine.UpAsync(Slow);

        Assert.Equal(RunOutcome.Succeeded, next.Outcome);
        Assert.Contains(engine.Messages, static m => m.StartsWith("Attempting to deploy", StringComparison.Ordinal));
        Assert.Single((await engine.StateAsync()).PendingOperations);

        await engine.RefreshAsync(choices: new OperationChoices { ClearPendingCreates = true });
        Assert.Empty((await engine.StateAsync()).PendingOperations);
    }

    [Fact]
    public async Task Plugin_killed_during_a_create_fails_the_step_and_leaves_it_pending()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var began = engine.Echo.Hold("slow");

        var up = engine.UpAsync(Slow);
        await began.DefaultTimeout();
        await engine.KillProviderAsync();
        var ended = await up;

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains(engine.Messages, static m => m.Contains("went away during the call", StringComparison.Ordinal));
        var state = await engine.StateAsync();
        Assert.Equal("slow", Urn.NameOf(Assert.Single(state.PendingOperations).Resource.Urn));
        Assert.Equal(2, state.Resources.Length);

        await engine.ReviveProviderAsync();
        engine.Echo.Release("slow");
        Assert.Equal(RunOutcome.Succeeded, (await engine.UpAsync(Slow)).Outcome);
        Assert.Contains(engine.Messages, static m => m.StartsWith("Attempting to deploy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Providers_own_unavailable_leaves_nothing_pending()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.UpAsync(static program =>
            program.ItemAsync("a", null, ("name", "a", null), ("failMode", "unavailable", null))
        );

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains("the cloud cannot be reached", engine.Messages);
        Assert.Empty((await engine.StateAsync()).PendingOperations);
    }

    [Fact]
    public async Task Engine_killed_during_a_delete_leaves_it_pending_and_the_next_run_goes_on()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Slow);
        var cli = new CommandLine(engine);
        var began = engine.Echo.Hold("item-next");

        using var destroying = cli.Start("destroy", "--yes", "--skip-preview");
        await Task.WhenAny(began, destroying.WaitForExitAsync()).DefaultTimeout();
        Assert.False(
            destroying.HasExited,
            destroying.HasExited ? await destroying.StandardOutput.ReadToEndAsync() : ""
        );
        destroying.Kill();
        await destroying.WaitForExitAsync();

        var pending = Assert.Single((await engine.StateAsync()).PendingOperations);
        Assert.Equal(PendingOperationType.Deleting, pending.Type);
        engine.Echo.Release("item-next");
        Assert.Equal(RunOutcome.Succeeded, (await engine.DestroyAsync()).Outcome);
        Assert.Empty(engine.Echo.World);
        Assert.Empty((await engine.StateAsync()).Resources);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 8)]
    public async Task Command_line_stops_in_order_at_the_first_interrupt_and_at_once_at_the_second(
        int interrupts,
        int exitCode
    )
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(Slow);
        var began = engine.Echo.Hold("item-next");
        var cancelled = new SemaphoreSlim(0);
        engine.Echo.OnCancel = () => cancelled.Release();

        using var destroying = new CommandLine(engine).Start("destroy", "--yes", "--skip-preview");
        await began.DefaultTimeout();
        for (var i = 0; i < interrupts; i++)
        {
            // One after the other: each is answered by a Cancel to the plugin.
            Signals.SendInterrupt(destroying.Id);
            await cancelled.WaitAsync().DefaultTimeout();
        }

        if (interrupts == 1)
        {
            engine.Echo.Release("item-next");
        }

        await destroying.WaitForExitAsync().DefaultTimeout();
        Assert.Equal(exitCode, destroying.ExitCode);
        Assert.Contains(
            "error: destroy canceled\n",
            await destroying.StandardError.ReadToEndAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains("^C received", await destroying.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(interrupts - 1, (await engine.StateAsync()).PendingOperations.Length);
        Assert.Contains(await NamesAsync(engine), static name => name == "slow");
    }

    private static async Task<IEnumerable<string>> NamesAsync(EngineFixture engine) =>
        (await engine.StateAsync()).Resources.Select(static state => Urn.NameOf(state.Urn));

    private static async Task Slow(EchoProgram program)
    {
        var slow = await program.ItemAsync("slow", null, ("name", "slow", null));
        await program.ItemAsync("next", options => options.Dependencies.Add(slow.Urn), ("name", "next", null));
    }
}
