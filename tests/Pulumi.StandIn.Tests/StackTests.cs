using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;

namespace StandIn.Tests;

public sealed class StackTests
{
    [Fact]
    public async Task Stack_class_reports_its_properties_as_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();

        var code = await ProgramRunner
            .RunAsync(engine.Settings(dryRun: false), ProgramRunner.Declared(static () => new GoodStack()))
            .DefaultTimeout();

        Assert.Equal(0, code);
        Assert.Equal("a", engine.StackOutputs["named"]);
    }

    [Fact]
    public async Task Stack_class_with_an_output_not_set_is_told_which()
    {
        await using var engine = await FakeEngine.StartAsync();

        var code = await ProgramRunner
            .RunAsync(engine.Settings(dryRun: false), ProgramRunner.Declared(static () => new ForgetfulStack()))
            .DefaultTimeout();

        Assert.Equal(32, code);
        var (severity, message) = Assert.Single(engine.Logs);
        Assert.Equal(LogSeverity.Error, severity);
        Assert.Contains("'Forgotten'", message, StringComparison.Ordinal);
    }

    private sealed class GoodStack : Stack
    {
        public GoodStack() => Named = new Item("a", new ItemArgs { Name = "a" }).Name;

        [Output("named")]
        public Output<string> Named { get; private set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Forgotten { get; private set; } = null!;
    }
}
