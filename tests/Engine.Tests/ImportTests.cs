using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Existing resources come under management: by command, by option, or are only read.</summary>
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
    public async Task Import_of_what_does_not_exist_fails_and_changes_nothing()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        var ended = await engine.ImportAsync("y", "missing-id", preview: true);

        Assert.Equal(Outcome.Failed, ended.Outcome);
        Assert.Contains("resource 'missing-id' does not exist", engine.Messages[0]);
        Assert.Equal(3, (await engine.StateAsync()).Resources.Length);
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

        Assert.Equal(Outcome.Failed, ended.Outcome);
        Assert.Contains(engine.Messages, static message => message.Contains("replace", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Calls, static call => call is "Update m" or "Create m" or "Delete m");
    }

    [Fact]
    public async Task Read_resource_is_read_in_every_run_and_stays_external()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var preview = await engine.PreviewAsync(Get);
        Assert.Equal("Read g", engine.Calls[^1]);
        Assert.Equal(1, preview.Counts[StepOp.Read]);

        await engine.UpAsync(Get);
        await engine.UpAsync(Get);

        Assert.Equal("Read g", engine.Calls[^1]);
        Assert.True((await engine.ResourceAsync("g")).External);

        await engine.UpAsync(static _ => Task.CompletedTask);
        Assert.DoesNotContain("Delete g", engine.Calls);
        Assert.Equal(["Delete g"], engine.Steps);
    }

    private static Task<Registered> Imported(TestProgram program, double size) =>
        program.ItemAsync(
            "m",
            static options => options.ImportId = "some-two",
            ("name", "some-two", null),
            ("size", size, null)
        );

    private static async Task Get(TestProgram program)
    {
        var answer = await program.CallAsync(
            Provider.Protocol.Methods.ResourceMonitor.ReadResource,
            new ReadResourceRequest
            {
                Type = "echo:index:Item",
                Name = "g",
                Id = "outside",
                Properties = new Google.Protobuf.WellKnownTypes.Struct(),
            }
        );
        Assert.Equal(
            "arn:echo::outside",
            StructCodec.Decode(answer.Properties)["arn"] is StringValue arn ? arn.Value : ""
        );
    }
}
