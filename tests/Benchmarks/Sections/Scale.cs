using System.Globalization;
using Benchmarks.Report;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>Many endpoints at once: what that costs in time, calls, memory and processor, and how it grows.</summary>
internal static class Scale
{
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly int[] Sizes = [10, 100, 1_000, 5_000];

    public static async Task<Section> RunAsync(Setting setting)
    {
        var rows = new List<Row>();
        var creates = new List<(int Size, Phase Phase)>();
        foreach (var size in Sizes)
        {
            await using var cloud = await Crowd.StartCloudAsync(Transition);
            using var plugin = await Crowd.StartPluginAsync(setting, cloud);
            var idle = plugin.Memory;
            var service = cloud.Cloud.CreateService(Account.Default).Id;
            var ids = new string[size];
            var creating = Crowd.MeasureAsync(
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
            var waiting = await MemoryOfWaitingAsync(cloud, plugin, size) - idle;
            var create = await creating;
            var most = plugin.PeakMemory - idle;
            var read = await Crowd.MeasureAsync(
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
            var delete = await Crowd.MeasureAsync(
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
                        "create 1000: memory while they wait, over that of an idle plugin",
                        $"{waiting:F1} MB (at most {most:F1}, when all end at once)",
                        Target: "≤ 40 MB",
                        Met: waiting <= 40
                    )
                );
            }

            rows.Add(Told($"refresh {size}", read, size, TimeSpan.FromSeconds((double)size / Crowd.Limit)));
            rows.Add(Told($"destroy {size}", delete, size, Ideal(size)));
        }

        rows.Add(Growth("calls", creates, static phase => phase.Calls));
        rows.Add(Growth("processor time", creates, static phase => phase.Processor.TotalSeconds));
        return new Section(
            "Scale",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The native plugin is asked for so many endpoints at once. The emulated cloud takes {Transition.TotalSeconds:F0} s to make or delete one, answers after 30 ms, and refuses more than {Crowd.Limit} calls a second. *Ideal* is the time for sending the requests under that limit, the cloud's own time, and one poll of {Poll.TotalSeconds:F0} s."
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

    private static async Task<double> MemoryOfWaitingAsync(EmulatorServer cloud, Child plugin, int size)
    {
        var before = 1; // the call of an idle plugin
        while (cloud.Calls.All.Count < before + size)
        {
            await Task.Delay(100);
        }

        await Task.Delay(1_000);
        return plugin.Memory;
    }

    private static TimeSpan Ideal(int size) => TimeSpan.FromSeconds((double)size / Crowd.Limit) + Transition + Poll;

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
}
