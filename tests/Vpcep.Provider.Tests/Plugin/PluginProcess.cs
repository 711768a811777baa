using System.Diagnostics;
using System.Globalization;
using Support;

namespace Vpcep.Provider.Tests.Plugin;

/// <summary>The plugin as a process, started as the engine starts it.</summary>
internal sealed class PluginProcess : IDisposable
{
    private readonly Process _process;

    private PluginProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public static PluginProcess Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(VpcepProvider).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return new PluginProcess(Process.Start(start)!);
    }

    public async Task<int> PortAsync() =>
        int.Parse(
            await _process.StandardOutput.ReadLineAsync().DefaultTimeout() ?? "",
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );

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
}
