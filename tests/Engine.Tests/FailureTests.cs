using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Steps that fail, wholly or in part.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task Failed_create_leaves_no_trace_and_lets_what_is_in_flight_finish()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var slowBegan = engine.Echo.Hold("slow");
        var failed = new TaskCompletionSource();
        engine.Seen += happened =>
        {
            if (happened is StepFailed)
            {
                failed.TrySetResult();
            }
        };

        var up = engine.UpAsync(async program =>
        {
            var slow = program.ItemAsync("slow", null, ("name", "slow", null));
            await slowBegan;
            var bad = program.ItemAsync("bad", null, ("name", "bad", null), ("failMode", "precond", null));
            await Task.WhenAll(slow, bad);
            await program.ItemAsync("never", null, ("name", "never", null));
        });
        await failed.Task.DefaultTimeout();
        engine.Echo.Release("slow");
        var ended = await up;

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Equal(2, ended.Errored);
        Assert.Contains("quota exceeded for item item-bad", engine.Messages);
        var state = await engine.StateAsync();
        Assert.Equal(["rec-dev", "default", "slow"], state.Resources.Select(static r => Urn.NameOf(r.Urn)));
        Assert.Empty(state.PendingOperations);
    }

    [Fact]
    public async Task Check_names_every_problem_of_every_resource()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var both = Task.WhenAll(engine.Echo.Hold("check:x"), engine.Echo.Hold("check:y"));

        var preview = engine.PreviewAsync(static program =>
            Task.WhenAll(
                program.ItemAsync("x", null, ("size", 5000, null)),
                program.ItemAsync("y", null, ("name", "y", null), ("size", 2000, null))
            )
        );
        await both.DefaultTimeout();
        engine.Echo.Release("check:x");
        engine.Echo.Release("check:y");
        var ended = await preview;

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains(
            "echo:index:Item resource 'x': property size value {5000} has a problem: must be at most 1000",
            engine.Messages
        );
        Assert.Contains(
            "echo:index:Item resource 'x': property name value {<null>} has a problem: is required",
            engine.Messages
        );
        Assert.Contains(
            "echo:index:Item resource 'y': property size value {2000} has a problem: must be at most 1000",
            engine.Messages
        );
    }

    [Fact]
    public async Task Program_that_fails_fails_the_update_and_keeps_what_was_made()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.UpAsync(static async program =>
        {
            await program.ItemAsync("a", null, ("name", "a", null));
            throw new InvalidOperationException("the program is wrong");
        });

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Equal(1, ended.Errored);
        Assert.Equal(["an unhandled error occurred: the program is wrong"], engine.Messages.Where(IsNoItem));
        Assert.Equal("item-a", (await engine.ResourceAsync("a")).Id);

        static bool IsNoItem(string message) => !message.Contains("item-a", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_name_twice_is_refused()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static async program =>
        {
            await program.ItemAsync("a", null, ("name", "a", null));
            await program.ItemAsync("a", null, ("name", "a", null));
        });

        Assert.Contains(engine.Messages, static m => m.StartsWith("Duplicate resource URN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_supported_is_refused_by_name()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.UpAsync(static program =>
            program.ItemAsync(
                "a",
                static options => options.Transforms.Add(new Provider.Protocol.Messages.Callback()),
                ("name", "a", null)
            )
        );

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains(
            engine.Messages,
            static m => m.Contains("transforms are not supported", StringComparison.Ordinal)
        );
        Assert.Empty(engine.Echo.World);
    }

    private static Task<Registered> Item(EchoProgram program, string failMode) =>
        failMode.Length == 0
            ? program.ItemAsync("a", null, ("name", "a", null))
            : program.ItemAsync("a", null, ("name", "a", null), ("failMode", failMode, null));
}
