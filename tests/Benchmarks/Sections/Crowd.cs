using System.Diagnostics;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>Many things done at once in one cloud.</summary>
internal static class Crowd
{
    /// <summary>The calls that the cloud takes each second.</summary>
    public const int Limit = 500;

    /// <summary>A cloud with latency and a limit.</summary>
    public static async Task<EmulatorServer> StartCloudAsync(TimeSpan transition, Dialect? dialect = null)
    {
        var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Delay = transition,
                RequestsPerSecond = Limit,
                Dialect = dialect ?? Dialect.Ankara,
            }
        );
        cloud.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Stall,
                Seconds = 0.03,
                Count = null,
            }
        );
        return cloud;
    }

    /// <summary>A configured native plugin that has asked the cloud once: what the first call loads stays.</summary>
    public static async Task<Child> StartPluginAsync(Setting setting, EmulatorServer cloud)
    {
        var plugin = await Child.StartAsync(setting.Native);
        await plugin.Client.HandshakeAsync(Requests.Handshake(setting.Engine));
        await plugin.Client.ConfigureAsync(Requests.Configure(cloud.Url.ToString(), Limit, 64));
        await plugin.Client.InvokeAsync(Requests.Invoke);
        return plugin;
    }

    /// <summary>Does something with each of so many things at once.</summary>
    public static async Task<Phase> MeasureAsync(EmulatorServer cloud, Child plugin, int size, Func<int, Task> work)
    {
        var calls = cloud.Calls.All.Count;
        var processor = plugin.Processor;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, size).Select(work));
        return new Phase(Stopwatch.GetElapsedTime(begun), cloud.Calls.All.Count - calls, plugin.Processor - processor);
    }
}

/// <summary>What something done to many things at once took.</summary>
/// <param name="Wall">From the first request to the last answer.</param>
/// <param name="Calls">The calls to the cloud.</param>
/// <param name="Processor">The time of the plugin's processor.</param>
internal sealed record Phase(TimeSpan Wall, int Calls, TimeSpan Processor);
