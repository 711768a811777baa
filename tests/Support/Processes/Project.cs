using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulumi.LocalEngine.Cli;
using Pulumi.Provider.Testing.Engine.State;

namespace Support.Processes;

/// <summary>A resource in a stack's state.</summary>
public sealed record Managed(string Type, string Name, string Id);

/// <summary>A stack of a project in a folder of its own, with the plugin and the program as the processes a user has.</summary>
public sealed class Project : IDisposable
{
    private const string PassphraseText = "test";

    private readonly Passphrase _passphrase = new(PassphraseText);
    private readonly string _folder;
    private readonly string _name;
    private readonly string _stack;
    private readonly EmulatedCloud _cloud;
    private readonly SortedDictionary<string, string> _config;

    private Project(EmulatedCloud cloud, string folder, string name, string stack, IDictionary<string, string> config)
    {
        (_cloud, _folder, _name, _stack) = (cloud, folder, name, stack);
        _config = new(config, StringComparer.Ordinal);
        WriteConfig();
    }

    /// <summary>Changes to the environment of commands; null takes a variable away.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The folder of the project.</summary>
    public string Folder => _folder;

    /// <summary>A stack of the program with many private paths.</summary>
    public static Project OfPaths(EmulatedCloud cloud, int paths = 3)
    {
        var folder = NewFolder();
        File.WriteAllText(
            Path.Combine(folder, "Pulumi.yaml"),
            $"""
            name: paths
            {Runtime("EndToEnd.Program")}
            {Plugins}
            """
        );
        var ports = Enumerable.Range(0, paths).Select(static _ => $"\"{Guid.NewGuid()}\"");
        return new Project(
            cloud,
            folder,
            "paths",
            "dev",
            new Dictionary<string, string>
            {
                ["vpcep:cloud"] = cloud.Site.Cloud,
                ["paths:vpcId"] = Guid.NewGuid().ToString(),
                ["paths:subnetId"] = Guid.NewGuid().ToString(),
                ["paths:ports"] = $"[{string.Join(',', ports)}]",
            }
        );
    }

    /// <summary>A stack of an example, from a copy of its project file.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="example">Its folder below <c>examples/</c>.</param>
    /// <param name="beside">An example that it shares files with: both keep their places.</param>
    /// <param name="program">Where its program is, when it was not built by this solution.</param>
    public static Project OfExample(EmulatedCloud cloud, string example, Project? beside = null, string? program = null)
    {
        var folder = Path.Combine(
            beside is null ? NewFolder() : Path.Combine(beside._folder, ".."),
            Path.GetFileName(example)
        );
        Directory.CreateDirectory(folder);
        var source = Path.Combine(Repository.Root, "examples", example);
        var own = Path.Combine(source, "Pulumi.yaml");
        var text = File.ReadAllText(File.Exists(own) ? own : Path.Combine(Repository.Root, "Pulumi.yaml"));
        var built = Regex.Replace(text, "(?m)^main: .*\n", "");
        built = program is null
            ? Regex.Replace(built, "(?m)^runtime: dotnet$", Runtime(BuiltFrom(source)))
            : $"{built}\nmain: {program}\n";
        built = Regex.Replace(built, "(?m)^ *path: .*bin$", $"      path: {Tools.Plugin}");
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), built);
        return new Project(
            cloud,
            folder,
            Regex.Match(text, "(?m)^name: (.*)$").Groups[1].Value,
            "dev",
            new Dictionary<string, string> { ["vpcep:cloud"] = cloud.Site.Cloud, ["vpcep:endpoint"] = cloud.Address }
        );
    }

    /// <summary>A stack of a program that was compiled somewhere.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="binary">The program.</param>
    public static Project OfBinary(EmulatedCloud cloud, string binary)
    {
        var folder = NewFolder();
        File.WriteAllText(
            Path.Combine(folder, "Pulumi.yaml"),
            $"name: program\nruntime:\n  name: dotnet\n  options:\n    binary: {binary}\n{Plugins}\n"
        );
        return new Project(
            cloud,
            folder,
            "program",
            "dev",
            new Dictionary<string, string> { ["vpcep:cloud"] = cloud.Site.Cloud, ["vpcep:endpoint"] = cloud.Address }
        );
    }

    /// <summary>Whether the provider has notes of creates that have not ended in order.</summary>
    public bool HasNotes =>
        Path.Combine(Home, "vpcep", "creations") is var notes
        && Directory.Exists(notes)
        && Directory.EnumerateFiles(notes, "*.json").Any();

    private string Home => Path.Combine(_folder, "home");

    /// <summary>Another stack of the same project, with the same configuration and no resources.</summary>
    public Project Stack(string name) => new(_cloud, _folder, _name, name, _config);

    /// <summary>Changes the program's configuration.</summary>
    public void Configure(string key, string value)
    {
        _config[key.Contains(':', StringComparison.Ordinal) ? key : $"{_name}:{key}"] = value;
        WriteConfig();
    }

    /// <summary>Gives each key an id that is nothing else's.</summary>
    public void ConfigureIds(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            Configure(key, Guid.NewGuid().ToString());
        }
    }

    /// <summary>Has the plugin started with its most talkative flags, and all it prints kept in a file of the folder.</summary>
    public void KeepWhatThePluginPrints()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "plugin")).FullName;
        var plugin = Path.Combine(folder, "pulumi-resource-vpcep");
        File.WriteAllText(
            plugin,
            $"""
            #!/bin/bash
            exec 2>> '{folder}/printed' > >(tee -a '{folder}/printed')
            exec '{Tools.Plugin}/pulumi-resource-vpcep' --logtostderr --logflow -v=9 "$@"

            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var project = Path.Combine(_folder, "Pulumi.yaml");
        File.WriteAllText(project, File.ReadAllText(project).Replace(Tools.Plugin, folder));
    }

    /// <summary>Runs an engine command to its end, in this process.</summary>
    public async Task<Run> RunAsync(params string[] args)
    {
        // Of the user's environment and ours, what a process of its own would get.
        var environment = Command([])
            .Environment.ToImmutableDictionary(static one => one.Key, static one => one.Value!);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            InProject(args),
            new Surroundings(
                TextReader.Null,
                TextWriter.Synchronized(output),
                TextWriter.Synchronized(errors),
                environment
            )
            {
                Passphrase = _passphrase,
            }
        );
        return new Run(exitCode, output.ToString() + errors);
    }

    /// <summary>Starts an engine command as a process of its own, for those who interrupt or kill it.</summary>
    public Process Start(params string[] args) => Process.Start(Command(args))!;

    /// <summary>Starts an engine command as a terminal does: a Ctrl-C reaches it and the program that it runs.</summary>
    public Process StartAsGroup(params string[] args)
    {
        var start = Command(args);
        start.ArgumentList.Insert(0, start.FileName);
        start.FileName = "setsid";
        return Process.Start(start)!;
    }

    /// <summary>Runs a command of the plugin itself, in the project's folder.</summary>
    public async Task<Run> RunPluginAsync(params string[] args)
    {
        var start = InEnvironment(Tools.Script(Path.Combine(Tools.Plugin, "pulumi-resource-vpcep"), args));
        start.WorkingDirectory = _folder;
        start.Environment["HW_CLOUD"] = _cloud.Site.Cloud;
        using var plugin = Process.Start(start)!;
        return await Tools.EndAsync(plugin);
    }

    private string[] InProject(string[] args) => [.. args, "--cwd", _folder, "--stack", _stack];

    private ProcessStartInfo Command(string[] args) =>
        InEnvironment(Tools.Start("Engine", "local-pulumi.dll", InProject(args)));

    private ProcessStartInfo InEnvironment(ProcessStartInfo start)
    {
        start.Environment["PULUMI_HOME"] = Home;
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = PassphraseText;
        start.Environment["VPCEP_ENDPOINT"] = _cloud.Address;
        start.Environment["HW_PROJECT_ID"] = "6e9dfd51d1124e8d8498dce894923a0d";
        start.Environment["HW_ACCESS_KEY"] = "EMULATORACCESSKEY001";
        start.Environment["HW_SECRET_KEY"] = "emulator-secret-key-not-a-real-one-00001";
        foreach (var (name, value) in Environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }

    /// <summary>The provider's resources in the stack's state.</summary>
    public async Task<IReadOnlyList<Managed>> ResourcesAsync()
    {
        var export = (await RunAsync("stack", "export")).Succeeds();
        return
        [
            .. JsonNode.Parse(export.Output)!["deployment"]!["resources"]!
                .AsArray()
                .Select(static item => new Managed(
                    (string)item!["type"]!,
                    ((string)item["urn"]!).Split("::")[^1],
                    (string?)item["id"] ?? ""
                ))
                .Where(static item => item.Type.StartsWith("vpcep:", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Ids of the resources that the cloud has as things of their own, in the cloud's order.</summary>
    public async Task<string[]> IdsAsync()
    {
        var ids = (await ResourcesAsync())
            .Where(static item => item.Type != "vpcep:index:EndpointApproval")
            .ToLookup(static item => item.Type == "vpcep:index:Endpoint", static item => item.Id);
        return [.. ids[false].Order(StringComparer.Ordinal), .. ids[true].Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Plugins =>
        $"""
            plugins:
              providers:
                - name: vpcep
                  path: {Tools.Plugin}
            """;

    private static string Runtime(string project) =>
        $$"""
            runtime:
              name: dotnet
              options:
                binary: {{Path.Combine(Tools.Folder(project), project + ".dll")}}
            """;

    private static string BuiltFrom(string source) =>
        Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(source, "*.csproj")));

    private static string NewFolder() => Directory.CreateTempSubdirectory("vpcep-project-").FullName;

    private void WriteConfig() =>
        File.WriteAllLines(
            Path.Combine(_folder, $"Pulumi.{_stack}.yaml"),
            ["config:", .. _config.Select(static pair => $"  {pair.Key}: '{pair.Value.Replace("'", "''")}'")]
        );
}
