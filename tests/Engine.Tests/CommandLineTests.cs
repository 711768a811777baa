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
        Assert.Contains("echo:index:Item \"x\"\n    name: \"some-id\"\n    size: 3\n", import.Output);
        var file = await File.ReadAllTextAsync(Path.Combine(engine.Folder, "Pulumi.dev.yaml"));
        Assert.Contains("echo:region: eu", file, StringComparison.Ordinal);
        Assert.Contains("secure: v1:", file, StringComparison.Ordinal);
        Assert.Contains("encryptionsalt: v1:", file, StringComparison.Ordinal);
        Assert.DoesNotContain("...", file, StringComparison.Ordinal);
        Assert.DoesNotContain("tok3n", file, StringComparison.Ordinal);
        var shown = await cli.RunAsync("stack", "export", "--show-secrets");
        Assert.Contains("\\\"tok3n\\\"", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_takes_a_file_that_lists_several()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var cli = new CommandLine(engine);
        await File.WriteAllTextAsync(
            Path.Combine(engine.Folder, "import.json"),
            """
            {"resources": [
              {"type": "echo:index:Item", "name": "x", "id": "some-id"},
              {"type": "echo:index:Item", "name": "y", "id": "some-other"}
            ]}
            """
        );

        var import = await cli.RunAsync("import", "--file", "import.json", "--yes");

        Assert.True(import.ExitCode == 0, import.Output + import.Error);
        Assert.Contains("= 2 imported", import.Output, StringComparison.Ordinal);
        Assert.Contains("echo:index:Item \"y\"\n    name: \"some-other\"\n", import.Output, StringComparison.Ordinal);
        Assert.True((await engine.ResourceAsync("x")).Protect);
        Assert.Equal("some-other", (await engine.ResourceAsync("y")).Id);

        var again = await cli.RunAsync("import", "--file", "import.json", "--yes");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("::x' already exists", again.Output, StringComparison.Ordinal);
        Assert.Contains("::y' already exists", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_of_the_project_that_is_not_supported_is_refused()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var commands = new CommandLine(engine);
        await File.AppendAllTextAsync(
            Path.Combine(engine.Folder, "Pulumi.yaml"),
            """

            options:
              refresh: sometimes
            """
        );

        var preview = await commands.RunAsync("preview");

        Assert.Equal(1, preview.ExitCode);
        Assert.Contains("options.refresh", preview.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resources": [{"type": "echo:index:Item", "name": "x"}]}""", "has no 'id'")]
    [InlineData("""{"resources": [{"properties": ["name"]}]}""", "knows no 'properties'")]
    [InlineData("""{"resources": """, "could not read import file")]
    public async Task Import_refuses_a_file_that_it_cannot_follow(string content, string why)
    {
        await using var engine = await EngineFixture.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(engine.Folder, "import.json"), content);

        var import = await new CommandLine(engine).RunAsync("import", "--file", "import.json", "--yes");

        Assert.Equal(1, import.ExitCode);
        Assert.Contains(why, import.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--plan'", "up", "--plan", "plan.json")]
    [InlineData("'--strict'", "up", "--strict")]
    [InlineData("'--save-plan'", "preview", "--save-plan", "plan.json")]
    [InlineData("'--import-file'", "preview", "--import-file", "import.json")]
    [InlineData("'--import-pending-creates'", "refresh", "--import-pending-creates", "urn:x")]
    [InlineData("'--target-dependents'", "refresh", "--target", "urn:x", "--target-dependents")]
    [InlineData("'--run-program'", "destroy", "--run-program")]
    [InlineData("'convert'", "convert")]
    [InlineData("'package'", "package", "get-schema", "echo")]
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
    public async Task Config_set_refuses_a_key_of_three_parts()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var set = await new CommandLine(engine).RunAsync("config", "set", "a:b:c", "d");

        Assert.Equal(1, set.ExitCode);
        Assert.StartsWith("error: could not parse a:b:c as a configuration key", set.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(engine.Folder, "Pulumi.dev.yaml")));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Program_that_told_its_failure_fails_the_update_without_another_word()
    {
        await using var engine = await EngineFixture.CreateAsync();
        var program = Path.Combine(engine.Folder, "program");
        Script.Write(program, "echo what went wrong; exit 32");

        var up = await new CommandLine(engine, program).RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(
            "Diagnostics:\n  pulumi:pulumi:Stack (rec-dev):\n    what went wrong\n\nResources:\n    1 errored\n",
            up.Output,
            StringComparison.Ordinal
        );
        Assert.Empty(up.Error);
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
