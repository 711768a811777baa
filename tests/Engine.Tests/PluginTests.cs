using System.Collections.Immutable;
using System.Globalization;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Plugins as processes: how they start, fail to, and end. The processes are shell scripts.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class PluginTests
{
    [Fact]
    public async Task Process_is_given_its_config_told_to_cancel_and_interrupted()
    {
        await using var engine = await EngineFixture.CreateAsync();
        engine.Config = engine.Config.With("echo:region", "eu");
        var seen = Path.Combine(engine.Folder, "seen");
        Install(
            engine,
            $"""
            echo {engine.Port.ToString(CultureInfo.InvariantCulture)}
            echo "$# $PULUMI_PROJECT $PULUMI_CONFIG" > {seen}
            trap 'echo interrupted >> {seen}; exit 0' INT
            while true; do sleep 0.05; done
            """
        );

        var ended = await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        Assert.Equal(RunOutcome.Succeeded, ended.Outcome);
        Assert.Equal(
            ["Handshake", "GetPluginInfo", "CheckConfig", "Configure", "Check", "Create", "Cancel"],
            engine.ProviderCalls().Select(static call => call.Method)
        );
        Assert.Equal(["1 rec {\"region\":\"eu\"}", "interrupted"], await File.ReadAllLinesAsync(seen));
        Assert.Empty(engine.Messages);
    }

    [Theory]
    [InlineData("echo 'Welcome to echo 1.0'; sleep 5", "wrote an invalid port to stdout")]
    [InlineData("echo 'out of memory' >&2; exit 3", "exit status 3\nSTDERR:\nout of memory")]
    [InlineData("echo 1; exit 0", "did not come alive: failed to handshake")]
    public async Task Process_that_does_not_start_properly_is_named_with_the_reason(string script, string reason)
    {
        await using var engine = await EngineFixture.CreateAsync();
        Install(engine, script);

        var ended = await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        Assert.Equal(RunOutcome.Failed, ended.Outcome);
        Assert.Contains(engine.Messages, message => message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Process_that_dies_early_is_reported_as_a_bug_of_the_provider()
    {
        await using var engine = await EngineFixture.CreateAsync();
        Install(engine, $"echo {engine.Port.ToString(CultureInfo.InvariantCulture)}; echo 'I give up' >&2; exit 1");

        await engine.UpAsync(async program =>
        {
            await program.ItemAsync("a", null, ("name", "a", null));
            await Task.Delay(200);
        });

        Assert.Contains(
            engine.Messages,
            static m =>
                m.Contains("*always* a bug in the provider", StringComparison.Ordinal)
                && m.Contains("I give up", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Missing_plugin_is_named_with_the_places_looked_at()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static program => program.ResourceAsync("nowhere:index:Thing", "t"));

        Assert.Contains(
            engine.Messages,
            static m => m.StartsWith("no resource plugin 'pulumi-resource-nowhere' found", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Attached_provider_is_greeted_attached_and_cancelled_in_each_run()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        Assert.Equal(
            [
                "Handshake",
                "Attach",
                "GetPluginInfo",
                "CheckConfig",
                "DiffConfig",
                "Configure",
                "Check",
                "Diff",
                "Cancel",
            ],
            engine.ProviderCalls().Select(static call => call.Method)
        );
    }

    private static void Install(EngineFixture engine, string script)
    {
        Script.Write(Path.Combine(engine.Folder, "pulumi-resource-echo"), script);
        engine.Plugins = ImmutableDictionary<string, string>.Empty.Add("echo", engine.Folder);
    }
}
