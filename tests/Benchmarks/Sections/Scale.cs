using System.Globalization;
using Benchmarks.Report;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>Many endpoints at once: what that costs in time, calls, memory and processor, and how it grows.</summary>
internal static class Scale
{
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private const int Aimed = 1_000;
    private static readonly int[] Sizes = [10, 100, Aimed, 5_000];

    public static async Task<Section> RunAsync(Setting setting)
    {
        var runs = new List<Run>();
        foreach (var size in Sizes)
        {
            // The figures with a target: of three runs the one with the median of what is held.
            var tries = new List<Run>();
            while (tries.Count < (size == Aimed ? 3 : 1))
            {
                tries.Add(await RunAsync(setting, size));
            }

            runs.Add(tries.OrderBy(static run => run.Waiting).ElementAt(tries.Count / 2));
        }

        return new Section(
            "Scale",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The native plugin is asked for so many endpoints at once. The emulated cloud takes {Transition.TotalSeconds:F0} s to make or delete one, answers after 30 ms, and refuses more than {Crowd.Limit} calls a second. *Ideal* is the time for sending the requests under that limit, the cloud's own time, and one poll of {Poll.TotalSeconds:F0} s. An import reads by the id alone: imports that come together share a list, and ask for details where these tell more. Memory is what is held over that of an idle plugin; of {Aimed} the median of three runs."
            ),
            [
                .. runs.SelectMany(Rows),
                Growth("calls", 100, runs, static run => run.Create.Calls),
                Growth("processor time", 100, runs, static run => run.Create.Processor.TotalSeconds),
                // A hundred imports are a tick or two of the processor's clock.
                Growth("processor time of imports", 1_000, runs, static run => run.Read.Processor.TotalSeconds),
                Growth("memory at most", 100, runs, static run => run.Most),
            ],
            new Dictionary<string, string>
            {
                ["scale.svg"] = BarChart.Draw(
                    "Calls to the cloud for each endpoint created",
                    "",
                    [.. runs.Select(static run => ($"{run.Size} at once", (double)run.Create.Calls / run.Size, 0))]
                ),
            }
        );
    }

    private static async Task<Run> RunAsync(Setting setting, int size)
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
                var made = await plugin.Client.CreateAsync(Requests.Create(number, service));
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
            number => plugin.Client.ReadAsync(Requests.Read(number, ids[number])).ResponseAsync
        );
        var delete = await Crowd.MeasureAsync(
            cloud,
            plugin,
            size,
            number => plugin.Client.DeleteAsync(Requests.Delete(number, ids[number])).ResponseAsync
        );
        return new Run(size, create, read, delete, waiting, most);
    }

    private static IEnumerable<Row> Rows(Run run)
    {
        var aimed = run.Size == Aimed;
        yield return Told("create", run.Create, run.Size, Ideal(run.Size), aimed);
        yield return new Row(
            $"memory for {run.Size}",
            $"{run.Waiting:F1} MB while they wait, {run.Most:F1} at most, when all end at once",
            Target: aimed ? "≤ 40 MB while they wait" : "",
            Met: aimed ? run.Waiting <= 40 : null
        );
        // Without lists, each would be a call.
        yield return Told("import", run.Read, run.Size, TimeSpan.FromSeconds((double)run.Size / Crowd.Limit));
        yield return Told("destroy", run.Delete, run.Size, Ideal(run.Size));
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
            $"{what} {size}",
            $"{phase.Wall.TotalSeconds:F1} s, {each:F2} calls each, {phase.Processor.TotalSeconds:F2} s of processor",
            $"ideal: {ideal.TotalSeconds:F1} s",
            over,
            aimed ? "≤ 1.2 calls each, ≤ 1.15 × ideal" : "",
            aimed ? each <= 1.2 && over <= 1.15 : null
        );
    }

    private static Row Growth(string what, int from, List<Run> runs, Func<Run, double> figure)
    {
        var (few, many) = (runs.First(run => run.Size == from), runs[^1]);
        var ratio = figure(many) / many.Size / (figure(few) / few.Size);
        return new Row(
            $"growth of {what} for each endpoint, from {few.Size} to {many.Size}",
            $"× {ratio:F2}",
            // A tenth is what the processor's clock, in steps of 10 ms, can be wrong by.
            Target: "≤ 1.1",
            Met: ratio <= 1.1
        );
    }

    private sealed record Run(int Size, Phase Create, Phase Read, Phase Delete, double Waiting, double Most);
}
