using System.Text.Json.Nodes;
using Pulumi.LocalEngine.Tests.Support;

namespace Pulumi.LocalEngine.Tests;

/// <summary>The command line, as a process.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Refresh_export_and_destroy_work_on_a_stack_without_its_program()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null), ("size", 1, null)));
        engine.Echo.World["item-a"] = engine.Echo.World["item-a"].With("size", 9);
        var cli = new CommandLine(engine);

        var refresh = await cli.RunAsync("refresh", "--yes", "--skip-preview");
        Assert.Equal(0, refresh.ExitCode);
        Assert.Matches(@" ~  echo:index:Item a updated \([0-9.]+s\) \[diff: ~size\]", refresh.Output);
        Assert.Contains("    ~ 1 updated\n    1 unchanged\n", refresh.Output, StringComparison.Ordinal);

        var export = await cli.RunAsync("stack", "export");
        var resources = JsonNode.Parse(export.Output)!["deployment"]!["resources"]!.AsArray();
        Assert.Equal(9, (double?)resources[2]!["inputs"]!["size"]);

        var destroy = await cli.RunAsync("destroy", "--yes");
        Assert.Equal(0, destroy.ExitCode);
        Assert.Contains("Previewing destroy (dev):", destroy.Output, StringComparison.Ordinal);
        Assert.Contains(" -  echo:index:Item a deleted (", destroy.Output, StringComparison.Ordinal);
        Assert.Empty(engine.Echo.World);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_done_unless_yes_is_said()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));

        var destroy = await new CommandLine(engine).RunAsync("destroy");

        Assert.Equal(1, destroy.ExitCode);
        Assert.Contains("--yes must be passed in", destroy.Error, StringComparison.Ordinal);
        Assert.NotEmpty(engine.Echo.World);
    }

    [Fact]
    public async Task Config_set_encrypts_secrets_and_up_hands_them_to_the_default_provider()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var cli = new CommandLine(engine);

        Assert.Equal(0, (await cli.RunAsync("config", "set", "echo:region", "eu")).ExitCode);
        Assert.Equal(0, (await cli.RunAsync("config", "set", "echo:token", "tok3n", "--secret")).ExitCode);
        var import = await cli.RunAsync("import", "echo:index:Item", "x", "some-id", "--yes", "--skip-preview");

        Assert.True(import.ExitCode == 0, import.Output + import.Error);
        Assert.Contains(" =  echo:index:Item x imported (", import.Output, StringComparison.Ordinal);
        var file = await File.ReadAllTextAsync(Path.Combine(engine.Folder, "Pulumi.dev.yaml"));
        Assert.Contains("echo:region: eu", file, StringComparison.Ordinal);
        Assert.Contains("secure: v1:", file, StringComparison.Ordinal);
        Assert.Contains("encryptionsalt: v1:", file, StringComparison.Ordinal);
        Assert.DoesNotContain("tok3n", file, StringComparison.Ordinal);
        var shown = await cli.RunAsync("stack", "export", "--show-secrets");
        Assert.Contains("\\\"tok3n\\\"", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--target'", "up", "--target", "urn:x")]
    [InlineData("'ls'", "stack", "ls")]
    [InlineData("'export'", "export")]
    public async Task What_there_is_not_is_refused(string named, params string[] command)
    {
        await using var engine = await EngineFixture.CreateAsync();

        var answer = await new CommandLine(engine).RunAsync(command);

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(named, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_passphrase_is_asked_for_before_anything_is_made()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var cli = new CommandLine(engine) { Passphrase = null };

        var up = await cli.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", up.Error, StringComparison.Ordinal);
    }
}
