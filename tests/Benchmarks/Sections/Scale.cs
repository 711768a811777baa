using System.Diagnostics;
using System.Globalization;
using Benchmarks.Report;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>Many endpoints at once: what that costs in time, calls, memory and processor, and how it grows.</summary>
internal static class Scale
{
    private const int Limit = 500;
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly int[] Sizes = [10, 100, 1_000, 5_000];

    public static async Task<Section> RunAsync(Binaries binaries)
    {
        var rows = new List<Row>();
        var creates = new List<(int Size, Phase Phase)>();
        foreach (var size in Sizes)
        {
            await using var cloud = await StartCloudAsync(Transition);
            using var plugin = await StartPluginAsync(binaries, cloud);
            var held = plugin.PeakMemory;
            var service = cloud.Cloud.CreateService(Account.Default).Id;
            var ids = new string[size];
            var create = await MeasureAsync(
                cloud,
                plugin,
                size,
                async number =>
                {
                    var made = await plugin.CallAsync(
                        Methods.ResourceProvider.Create,
                        Requests.Create(number, service)
                    );
                    ids[number] = made.Id;
                }
            );
            var memory = plugin.PeakMemory - held;
            var read = await MeasureAsync(
                cloud,
                plugin,
                size,
                number =>
                    plugin.CallAsync(
                        Methods.ResourceProvider.Read,
                        new ReadRequest
                        {
                            Id = ids[number],
                            Urn = Requests.Urn(number),
                            Type = Requests.Type,
                        }
                    )
            );
            var delete = await MeasureAsync(
                cloud,
                plugin,
                size,
                number =>
                    plugin.CallAsync(
                        Methods.ResourceProvider.Delete,
                        new DeleteRequest
                        {
                            Id = ids[number],
                            Urn = Requests.Urn(number),
                            Type = Requests.Type,
                        }
                    )
            );
            creates.Add((size, create));
            rows.Add(Told($"create {size}", create, size, Ideal(size), size == 1_000));
            if (size == 1_000)
            {
                rows.Add(
                    new Row(
                        "create 1000: memory for those that wait",
                        $"{memory:F1} MB",
                        Target: "≤ 40 MB",
                        Met: memory <= 40
                    )
                );
            }

            rows.Add(Told($"refresh {size}", read, size, TimeSpan.FromSeconds((double)size / Limit)));
            rows.Add(Told($"destroy {size}", delete, size, Ideal(size)));
        }

        rows.Add(Growth("calls", creates, static phase => phase.Calls));
        rows.Add(Growth("processor time", creates, static phase => phase.Processor.TotalSeconds));
        return new Section(
            "Scale",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The native plugin is asked for so many endpoints at once. The emulated cloud takes {Transition.TotalSeconds:F0} s to make or delete one, answers after 30 ms, and refuses more than {Limit} calls a second. *Ideal* is the time for sending the requests under that limit, the cloud's own time, and one poll of {Poll.TotalSeconds:F0} s."
            ),
            rows,
            new Dictionary<string, string>
            {
                ["scale.svg"] = BarChart.Draw(
                    "Calls to the cloud for each endpoint created",
                    "",
                    [.. creates.Select(static one => ($"{one.Size} at once", (double)one.Phase.Calls / one.Size, 0))]
                ),
            }
        );
    }

    /// <summary>A cloud with latency and a limit.</summary>
    private static async Task<EmulatorServer> StartCloudAsync(TimeSpan transition)
    {
        var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions { Delay = transition, RequestsPerSecond = Limit }
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

    /// <summary>A configured native plugin.</summary>
    private static async Task<Child> StartPluginAsync(Binaries binaries, EmulatorServer cloud)
    {
        var plugin = await Child.StartAsync(binaries.Native);
        await plugin.CallAsync(Methods.ResourceProvider.Handshake, Requests.Handshake);
        await plugin.CallAsync(
            Methods.ResourceProvider.Configure,
            Requests.Configure(cloud.Url.ToString(), Limit * 9 / 10, 64)
        );
        return plugin;
    }

    /// <summary>Does something with each of so many things at once.</summary>
    private static async Task<Phase> MeasureAsync(EmulatorServer cloud, Child plugin, int size, Func<int, Task> work)
    {
        var calls = cloud.Calls.All.Count;
        var processor = plugin.Processor;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, size).Select(work));
        return new Phase(Stopwatch.GetElapsedTime(begun), cloud.Calls.All.Count - calls, plugin.Processor - processor);
    }

    private static TimeSpan Ideal(int size) => TimeSpan.FromSeconds((double)size / Limit) + Transition + Poll;

    private static Row Told(string what, Phase phase, int size, TimeSpan ideal, bool aimed = false)
    {
        var each = (double)phase.Calls / size;
        var over = phase.Wall / ideal;
        return new Row(
            what,
            $"{phase.Wall.TotalSeconds:F1} s, {each:F2} calls each, {phase.Processor.TotalSeconds:F2} s of processor",
            $"ideal: {ideal.TotalSeconds:F1} s",
            over,
            aimed ? "≤ 1.2 calls each, ≤ 1.15 × ideal" : "",
            aimed ? each <= 1.2 && over <= 1.15 : null
        );
    }

    private static Row Growth(string what, List<(int Size, Phase Phase)> creates, Func<Phase, double> figure)
    {
        var (few, many) = (creates.First(static one => one.Size == 100), creates[^1]);
        var ratio = figure(many.Phase) / many.Size / (figure(few.Phase) / few.Size);
        return new Row(
            $"growth of {what} for each endpoint, from {few.Size} to {many.Size}",
            $"× {ratio:F2}",
            Target: "≤ 1",
            Met: ratio <= 1
        );
    }

    private sealed record Phase(TimeSpan Wall, int Calls, TimeSpan Processor);
}
