using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Support;

namespace EndToEnd.Tests;

/// <summary>
/// A project in a folder of its own, an emulated cloud that survives being killed, and the engine and the plugin as the
/// processes that a user has.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly string Built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-e2e-").FullName;
    private readonly string _delay;
    private Process? _emulator;
    private Uri? _url;

    private Scene(TimeSpan delay) => _delay = delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    public static async Task<Scene> StartAsync(TimeSpan delay, int paths = 3)
    {
        var scene = new Scene(delay);
        scene.WriteProject(paths);
        await scene.StartEmulatorAsync();
        return scene;
    }

    /// <summary>Changes the program's configuration.</summary>
    public void Configure(string key, string value) =>
        File.AppendAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), $"  e2e:{key}: {value}\n");

    /// <summary>Runs an engine command to its end.</summary>
    public async Task<Run> RunAsync(params string[] args)
    {
        using var engine = StartEngine(args);
        return await EndAsync(engine);
    }

    /// <summary>Starts an engine command.</summary>
    public Process StartEngine(params string[] args)
    {
        var start = Tool("Engine", "local-pulumi.dll", [.. args, "--cwd", _folder, "--stack", "dev"]);
        start.Environment["PULUMI_HOME"] = Path.Combine(_folder, "home");
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = "test";
        start.Environment["VPCEP_ENDPOINT"] = _url!.ToString();
        start.Environment["HW_PROJECT_ID"] = "6e9dfd51d1124e8d8498dce894923a0d";
        start.Environment["HW_ACCESS_KEY"] = "EMULATORACCESSKEY001";
        start.Environment["HW_SECRET_KEY"] = "emulator-secret-key-not-a-real-one-00001";
        return Process.Start(start)!;
    }

    /// <summary>Waits for a started engine command.</summary>
    public static async Task<Run> EndAsync(Process engine)
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = engine.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = engine.StandardError.ReadToEndAsync(limit.Token);
        await engine.WaitForExitAsync(limit.Token);
        return new Run(engine.ExitCode, await output + await errors);
    }

    /// <summary>Ends the emulator as a crash would.</summary>
    public void KillEmulator()
    {
        _emulator!.Kill();
        _emulator.WaitForExit();
    }

    /// <summary>Starts it, at the same address when it ran before.</summary>
    public async Task StartEmulatorAsync()
    {
        var port = _url?.Port.ToString(CultureInfo.InvariantCulture) ?? "0";
        _emulator?.Dispose();
        _emulator = Process.Start(
            Tool(
                "Emulator",
                "vpcep-emulator.dll",
                ["--port", port, "--delay", _delay, "--state", Path.Combine(_folder, "cloud.json")]
            )
        )!;
        _url = new Uri((await _emulator.StandardOutput.ReadLineAsync().DefaultTimeout())!);
    }

    /// <summary>Ids of everything in the cloud, permissions as service/permission.</summary>
    public async Task<string[]> CloudAsync()
    {
        using var http = new HttpClient();
        var state = JsonNode.Parse(await http.GetStringAsync(new Uri(_url!, "/_emulator/state")))!;
        return
        [
            .. Items(state["endpoint_services"] ?? state["services"]).SelectMany(Service).Order(StringComparer.Ordinal),
            .. Items(state["endpoints"]).Select(static item => (string)item["id"]!).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Ids of everything in the stack's state.</summary>
    public async Task<string[]> StateAsync()
    {
        var export = await RunAsync("stack", "export");
        var resources = JsonNode.Parse(export.Output)!["deployment"]!["resources"];
        var managed = Items(resources)
            .Where(static item => ((string)item["type"]!).StartsWith("vpcep:", StringComparison.Ordinal))
            .ToLookup(
                static item => (string)item["type"]! == "vpcep:index:Endpoint",
                static item => (string)item["id"]!
            );
        return [.. managed[false].Order(StringComparer.Ordinal), .. managed[true].Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is { HasExited: false })
        {
            _emulator.Kill();
        }

        _emulator?.Dispose();
        await Task.CompletedTask;
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> Service(JsonNode service) =>
        [
            (string)service["id"]!,
            .. Items(service["permissions"])
                .Select(permission =>
                    $"{service["id"]}/{(permission is JsonObject record ? record["permission"] ?? record["value"] : permission)}"
                ),
        ];

    private static IEnumerable<JsonNode> Items(JsonNode? list) =>
        (list as JsonArray ?? []).Select(static item => item!);

    private void WriteProject(int paths)
    {
        var plugin = Path.Combine(Built, "Vpcep.Provider", Configuration);
        var program = Path.Combine(Built, "EndToEnd.Program", Configuration, "EndToEnd.Program.dll");
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.yaml"),
            $"""
            name: e2e
            runtime:
              name: dotnet
              options:
                binary: {program}
            plugins:
              providers:
                - name: vpcep
                  path: {plugin}
            """
        );
        var ports = string.Join(",", Enumerable.Range(0, paths).Select(static _ => $"\"{Guid.NewGuid()}\""));
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.dev.yaml"),
            $"""
            config:
              e2e:vpcId: {Guid.NewGuid()}
              e2e:subnetId: {Guid.NewGuid()}
              e2e:ports: '[{ports}]'

            """
        );
    }

    private static ProcessStartInfo Tool(string project, string file, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(Built, project, Configuration, file));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return start;
    }
}

/// <summary>What a command said, and how it ended.</summary>
internal sealed record Run(int ExitCode, string Output)
{
    public Run Succeeds()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}:\n{Output}");
        return this;
    }
}
