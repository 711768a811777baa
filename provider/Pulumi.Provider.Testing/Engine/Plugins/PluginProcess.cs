using System.Diagnostics;
using System.Globalization;

namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>A plugin's process: its port line, what it wrote since, and its end.</summary>
internal sealed class PluginProcess : IDisposable
{
    private const int RememberedLines = 200;

    private static readonly TimeSpan PortLineLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Queue<string> _written = new();
    private readonly Lock _lock = new();

    private PluginProcess(Process process, TimeProvider time)
    {
        _process = process;
        _time = time;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>True once it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it wrote after the port line, to show when it dies.</summary>
    public string Written
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _written);
            }
        }
    }

    /// <summary>Starts a plugin and waits for its port.</summary>
    /// <exception cref="EngineException">It could not be started, died, or wrote something else first.</exception>
    public static async Task<PluginProcess> StartAsync(
        string path,
        string engineAddress,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var plugin = new PluginProcess(Launch(path, engineAddress, folder, environment), time);
        try
        {
            plugin.Port = await plugin.ReadPortAsync(path, cancellationToken);
            return plugin;
        }
        catch
        {
            plugin.Dispose();
            throw;
        }
    }

    /// <summary>Interrupts it, waits for its end, and kills it where that takes too long.</summary>
    public async Task StopAsync()
    {
        if (_process.HasExited)
        {
            return;
        }

        Signals.SendInterrupt(_process.Id);
        using var limit = new CancellationTokenSource(Grace, _time);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static Process Launch(
        string path,
        string engineAddress,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        // A session of its own: a terminal's Ctrl-C must reach the engine only, which then tells the plugin in order.
        var setsid = File.Exists("/usr/bin/setsid") ? "/usr/bin/setsid" : null;
        var start = new ProcessStartInfo(setsid ?? path)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (setsid is not null)
        {
            start.ArgumentList.Add(path);
        }

        start.ArgumentList.Add(engineAddress);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new EngineException($"could not start plugin {path}");
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException)
        {
            throw new EngineException($"could not start plugin {path}: {problem.Message}", problem);
        }
    }

    private async Task<int> ReadPortAsync(string path, CancellationToken cancellationToken)
    {
        var errors = RememberAsync(_process.StandardError);
        using var limit = new CancellationTokenSource(PortLineLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string? line;
        try
        {
            line = await _process.StandardOutput.ReadLineAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new EngineException(
                $"could not read plugin [{path}]: it did not print its port within {PortLineLimit.TotalSeconds:F0} s{Dump()}"
            );
        }

        if (line is null)
        {
            await _process.WaitForExitAsync(cancellationToken);
            await errors;
            throw new EngineException($"could not read plugin [{path}]: exit status {_process.ExitCode}{Dump()}");
        }

        if (!int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
        {
            throw new EngineException(
                $"plugin [{path}] wrote an invalid port to stdout: the first line must be the port alone, not \"{line}\"{Dump()}"
            );
        }

        // Not awaited: it ends with the process.
        _ = RememberAsync(_process.StandardOutput);
        return port;
    }

    private async Task RememberAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                _written.Enqueue(line);
                if (_written.Count > RememberedLines)
                {
                    _written.Dequeue();
                }
            }
        }
    }

    private string Dump() => Written is { Length: > 0 } written ? $"\nSTDERR:\n{written}" : "";
}
