using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;

namespace Benchmarks;

/// <summary>A server in a process of its own that prints its port, as plugins do.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly string _home;
    private readonly GrpcChannel _channel;

    private Child(Process process, string home, string port, TimeSpan untilPort)
    {
        (_process, _home, UntilPort) = (process, home, untilPort);
        Port = int.Parse(port, CultureInfo.InvariantCulture);
        _channel = LoopbackChannel.Open($"127.0.0.1:{port}");
        Client = new ResourceProvider.ResourceProviderClient(_channel);
    }

    /// <summary>From starting it to its first line.</summary>
    public TimeSpan UntilPort { get; }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The processor's time that it has used.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has held, in MB.</summary>
    public double PeakMemory => Status("VmHWM");

    /// <summary>The memory that it holds, in MB.</summary>
    public double Memory => Status("VmRSS");

    /// <summary>Starts it; its home is a folder of its own.</summary>
    public static async Task<Child> StartAsync(string file)
    {
        var home = Directory.CreateTempSubdirectory("vpcep-bench-").FullName;
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardOutput = true,
            Environment = { ["PULUMI_HOME"] = home },
        };
        var begun = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{file} ended");
        return new Child(process, home, port, Stopwatch.GetElapsedTime(begun));
    }

    /// <summary>Calls it.</summary>
    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _channel.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private double Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(
                line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture
            ) / 1000;
    }
}
