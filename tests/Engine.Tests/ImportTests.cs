using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Existing resources come under management: by command, or by option.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task Import_command_reads_by_id_checks_what_it_read_and_protects()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        var ended = await engine.ImportAsync("x", "some-id");

        Assert.Equal(1, ended.Counts[StepOp.Import]);
        Assert.Equal(2, ended.Counts[StepOp.Same]);
        Assert.Equal(["Configure default", "Read x", "Check x"], engine.Calls);
        Assert.Null(engine.Request("Read x")["inputs"]);
        Assert.Null(engine.Request("Read x")["properties"]);
        Assert.Equal("some-id", (string?)engine.Request("Check x")["olds"]!["name"]);
        var x = await engine.ResourceAsync("x");
        Assert.True(x.Protect);
        Assert.Equal("computed-some-id-3", ((StringValue)x.Outputs["computed"]).Value);
    }

    [Fact]
    public async Task Import_option_updates_in_the_same_run_where_the_program_differs()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static program => Imported(program, size: 5));

        Assert.Equal(["Read m", "Check m", "Diff m", "Update m"], engine.Calls.Skip(2));
        Assert.Equal(3, (double?)engine.Request("Check m")["olds"]!["size"]);
        Assert.Equal(5, (double?)engine.Request("Check m")["news"]!["size"]);
        Assert.Equal(["Import m", "Update m"], engine.Steps);
        Assert.Equal("some-two", (await engine.ResourceAsync("m")).ImportId);

        await engine.UpAsync(static program => Imported(program, size: 5));

        Assert.Equal(["Check m", "Diff m"], engine.Calls.Skip(3));
        Assert.Equal("some-two", (await engine.ResourceAsync("m")).ImportId);
    }

    [Fact]
    public async Task Import_option_of_what_would_be_replaced_fails_and_touches_nothing()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.UpAsync(static program =>
            program.ItemAsync("m", static options => options.ImportId = "some-two", ("name", "another", null))
        );

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains(engine.Messages, static message => message.Contains("replace", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Calls, static call => call is "Update m" or "Create m" or "Delete m");
    }

    private static Task<Registered> Imported(EchoProgram program, double size) =>
        program.ItemAsync(
            "m",
            static options => options.ImportId = "some-two",
            ("name", "some-two", null),
            ("size", size, null)
        );
}
