using System.Diagnostics;
using System.Globalization;
using Pulumi.Provider.Testing;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>The plugin as a process, started as the engine starts it.</summary>
internal sealed class PluginProcess : IDisposable
{
    private readonly Process _process;

    private PluginProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public static PluginProcess Start(params string[] args) => Run("dotnet", [Plugin, .. args]);

    /// <summary>Started with a home of its own, and with no way out to the network but loopback.</summary>
    public static PluginProcess StartIn(string home) =>
        Run(
            "dotnet",
            [Plugin],
            ("PULUMI_HOME", home),
            ("HTTP_PROXY", "http://127.0.0.1:1"),
            ("HTTPS_PROXY", "http://127.0.0.1:1")
        );

    /// <summary>Started by an engine that collects traces.</summary>
    public static PluginProcess StartTraced(string home, string collector) =>
        Run("dotnet", [Plugin], ("PULUMI_HOME", home), ("PULUMI_OTEL_EXPORTER_OTLP_ENDPOINT", collector));

    /// <summary>Started as a person starts it; what it prints to either stream comes out as one.</summary>
    /// <param name="script">The command that runs another in a terminal.</param>
    public static PluginProcess StartInTerminal(string script) =>
        Run(script, ["--quiet", "--return", "--echo", "never", "--command", $"exec dotnet '{Plugin}'", "/dev/null"]);

    public async Task<int> PortAsync() =>
        int.Parse(await LineAsync() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

    public Task<string?> LineAsync() => _process.StandardOutput.ReadLineAsync().DefaultTimeout();

    public async Task TypeAsync(char key)
    {
        await _process.StandardInput.WriteAsync(key).DefaultTimeout();
        await _process.StandardInput.FlushAsync().DefaultTimeout();
    }

    public Task<string> RestOfOutputAsync() => _process.StandardOutput.ReadToEndAsync().DefaultTimeout();

    public Task<string> ErrorsAsync() => _process.StandardError.ReadToEndAsync().DefaultTimeout();

    public Task ExitAsync() => _process.WaitForExitAsync().DefaultTimeout();

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().DefaultTimeout();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Plugin => typeof(VpcepProvider).Assembly.Location;

    private static PluginProcess Run(
        string command,
        IEnumerable<string> args,
        params ReadOnlySpan<(string Name, string Value)> environment
    )
    {
        var start = new ProcessStartInfo(command, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["TERM"] = "dumb" }, // a terminal that .NET sends no codes
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new PluginProcess(Process.Start(start)!);
    }
}
