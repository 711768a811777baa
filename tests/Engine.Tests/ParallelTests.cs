using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Tests;

/// <summary>How many steps run at a time.</summary>
public sealed class ParallelTests
{
    [Fact]
    public async Task Independent_creates_overlap()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var a = engine.Echo.Hold("a");
        var b = engine.Echo.Hold("b");

        var up = engine.UpAsync(Both);
        await Task.WhenAll(a, b).DefaultTimeout();
        engine.Echo.Release("a");
        engine.Echo.Release("b");

        Assert.Equal(RunOutcome.Succeeded, (await up).Outcome);
    }

    [Fact]
    public async Task With_one_at_a_time_they_do_not()
    {
        await using var engine = await EngineFixture.CreateAsync();
        engine.Parallel = 1;

        await engine.UpAsync(Both);

        var steps = engine
            .Events.Select(static happened =>
                happened switch
                {
                    StepStarted { Step: { Op: StepOp.Create, Type: "echo:index:Item" } step } => "+" + step.Name,
                    StepEnded { Step: { Op: StepOp.Create, Type: "echo:index:Item" } step } => "-" + step.Name,
                    _ => "",
                }
            )
            .Where(static text => text.Length > 0)
            .ToList();
        Assert.Equal(steps[0][1..], steps[1][1..]);
        Assert.Equal(steps[2][1..], steps[3][1..]);
    }

    private static Task Both(EchoProgram program) =>
        Task.WhenAll(
            program.ItemAsync("a", null, ("name", "a", null)),
            program.ItemAsync("b", null, ("name", "b", null))
        );
}
