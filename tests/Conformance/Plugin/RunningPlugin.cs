using System.Diagnostics;
using System.Globalization;
using Pulumi.Provider.Testing;
using Support.Processes;

namespace Conformance.Tests.Plugin;

/// <summary>The plugin as the process that an engine starts.</summary>
internal sealed class RunningPlugin : IAsyncDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-plugin-").FullName;
    private readonly Process _process;

    private RunningPlugin(string program)
    {
        var start = Tools.Script(program);
        start.Environment["PULUMI_HOME"] = _home;
        _process = Process.Start(start)!;
    }

    /// <summary>Where it listens, as its first line says.</summary>
    public int Port { get; private set; }

    /// <summary>Starts a plugin: ours, unless another is named.</summary>
    public static async Task<RunningPlugin> StartAsync(string? program = null)
    {
        var plugin = new RunningPlugin(program ?? Path.Combine(Tools.Plugin, "pulumi-resource-vpcep"));
        var line = await plugin._process.StandardOutput.ReadLineAsync().DefaultTimeout();
        plugin.Port = int.Parse(line!, CultureInfo.InvariantCulture);
        return plugin;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_home, recursive: true);
    }
}
