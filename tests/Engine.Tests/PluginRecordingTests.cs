using System.Collections.Immutable;
using System.Globalization;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Plugins;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Plugins that behave as some were recorded to. The processes are shell scripts.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class PluginRecordingTests
{
    private const string Lives = "trap 'exit 0' INT; while true; do sleep 0.05; done";

    [Theory]
    [InlineData("echo PORT; (for i in 1 2 3 4 5 6 7 8 9; do echo chatter; echo chatter >&2; sleep 0.02; done) &")]
    [InlineData("echo 'warming up' >&2; sleep 0.3; echo PORT")]
    public async Task What_a_plugin_writes_besides_its_port_and_how_long_it_takes_changes_nothing(string script)
    {
        await using var engine = await EngineFixture.CreateAsync();
        Install(engine, script, Lives);
        engine.Plugins = ImmutableDictionary<string, string>.Empty.Add("echo", engine.Folder);

        var ended = await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Empty(engine.Messages);
    }

    [Fact]
    public async Task A_plugin_that_never_prints_its_port_fails_after_a_minute()
    {
        var time = new ManualTime();
        await using var passing = time.AutoAdvance(horizon: TimeSpan.FromMinutes(2));
        await using var engine = await EngineFixture.CreateAsync();
        Script.Write(Path.Combine(engine.Folder, "silent"), "exec sleep 600");

        await Assert.ThrowsAsync<EngineException>(() => StartAsync(engine, "silent", time));

        Assert.Equal(TimeSpan.FromMinutes(1), time.Elapsed);
    }

    [Fact]
    public async Task A_plugin_that_goes_on_after_an_interrupt_is_killed_after_its_grace_period()
    {
        var time = new ManualTime();
        await using var engine = await EngineFixture.CreateAsync();
        Script.Write(Path.Combine(engine.Folder, "stubborn"), "trap '' INT; echo 1; exec sleep 600");
        using var plugin = await StartAsync(engine, "stubborn", time);

        await using var passing = time.AutoAdvance();
        await plugin.StopAsync();

        Assert.True(plugin.HasExited);
        Assert.Equal(TimeSpan.FromSeconds(5), time.Elapsed);
    }

    [Fact]
    public async Task A_plugin_on_the_path_is_used_with_a_warning()
    {
        await using var engine = await EngineFixture.CreateAsync();
        Install(engine, "echo PORT", Lives);
        engine.IsOnPath = true;

        var ended = await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Equal(
            [$"using pulumi-resource-echo from $PATH at {Path.Combine(engine.Folder, "pulumi-resource-echo")}"],
            engine.Messages
        );
    }

    private static void Install(EngineFixture engine, params string[] lines) =>
        Script.Write(
            Path.Combine(engine.Folder, "pulumi-resource-echo"),
            string.Join('\n', lines)
                .Replace("PORT", engine.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );

    private static Task<PluginProcess> StartAsync(EngineFixture engine, string script, TimeProvider time) =>
        PluginProcess.StartAsync(
            Path.Combine(engine.Folder, script),
            "",
            engine.Folder,
            LocalWorkspace.ProcessEnvironment(),
            time,
            TestContext.Current.CancellationToken
        );
}
