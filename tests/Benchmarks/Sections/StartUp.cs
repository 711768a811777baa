using System.Diagnostics;
using Benchmarks.Report;

namespace Benchmarks.Sections;

/// <summary>How long an engine waits for the plugin, and what the plugin holds.</summary>
internal static class StartUp
{
    private const int Runs = 25;

    public static async Task<Section> RunAsync(Setting setting)
    {
        var native = new List<Start>();
        var jit = new List<Start>();
        var before = new List<Start>();
        // In turns, so that what else the machine does disturbs all of them.
        for (var run = 0; run < Runs; run++)
        {
            native.Add(await StartAsync(setting.Native, setting.Engine));
            jit.Add(await StartAsync(setting.Jit, setting.Engine));
            if (setting.Before is not null)
            {
                before.Add(await StartAsync(setting.Before.Native, setting.Engine));
            }
        }

        var port = (Native: Of(native, static one => one.Port), Jit: Of(jit, static one => one.Port));
        var handshake = (Native: Of(native, static one => one.Handshake), Jit: Of(jit, static one => one.Handshake));
        var create = (Native: Of(native, static one => one.Create), Jit: Of(jit, static one => one.Create));
        var memory = (Native: Of(native, static one => one.Idle), Jit: Of(jit, static one => one.Idle));
        var peak = (Native: Of(native, static one => one.Peak), Jit: Of(jit, static one => one.Peak));
        var size = new FileInfo(setting.Native).Length / 1e6;
        var ratio = port.Native.Median / port.Jit.Median;
        return new Section(
            "Start-up",
            $"Medians of {Runs} starts each, in turns; *least* is what the quietest start took.",
            [
                new(
                    "exec to the port line",
                    $"{port.Native.Median:F1} ms (least {port.Native.Least:F1})",
                    $"with .NET: {port.Jit.Median:F0} ms",
                    ratio,
                    "≤ 0.2, and ≤ 25 ms when quiet",
                    ratio <= 0.2 && port.Native.Least <= 25
                ),
                new(
                    "exec to the first answered Handshake",
                    $"{handshake.Native.Median:F1} ms (least {handshake.Native.Least:F1})",
                    $"with .NET: {handshake.Jit.Median:F0} ms",
                    handshake.Native.Median / handshake.Jit.Median
                ),
                new(
                    "exec to the first answered Create (after Handshake, Configure and Check; a preview's)",
                    $"{create.Native.Median:F1} ms (least {create.Native.Least:F1})",
                    $"with .NET: {create.Jit.Median:F0} ms",
                    create.Native.Median / create.Jit.Median,
                    "≤ 50 ms when quiet",
                    create.Native.Least <= 50
                ),
                new(
                    "peak memory, idle after Configure",
                    $"{memory.Native.Median:F1} MB",
                    $"with .NET: {memory.Jit.Median:F0} MB",
                    memory.Native.Median / memory.Jit.Median,
                    "≤ 22 MB",
                    memory.Native.Median <= 22
                ),
                new(
                    "peak memory after the first Create",
                    $"{peak.Native.Median:F1} MB",
                    $"with .NET: {peak.Jit.Median:F0} MB",
                    peak.Native.Median / peak.Jit.Median
                ),
                new("size of the one file", $"{size:F1} MB", Target: "≤ 18 MB", Met: size <= 18),
                .. setting.Before is { } other ? Beside(other, native, before) : [],
            ],
            new Dictionary<string, string>
            {
                ["start-up.svg"] = BarChart.Draw(
                    "From exec to …",
                    "ms",
                    [
                        ("port line, native", port.Native.Median, 0),
                        ("port line, with .NET", port.Jit.Median, 1),
                        ("first Create, native", create.Native.Median, 0),
                        ("first Create, with .NET", create.Jit.Median, 1),
                    ]
                ),
            }
        );
    }

    private static async Task<Start> StartAsync(string file, string engine)
    {
        var begun = Stopwatch.GetTimestamp();
        using var plugin = await Child.StartAsync(file);
        await plugin.Client.HandshakeAsync(Requests.Handshake(engine));
        var handshake = Stopwatch.GetElapsedTime(begun);
        await plugin.Client.ConfigureAsync(Requests.Configure("http://127.0.0.1:1"));
        var idle = plugin.PeakMemory;
        var resumed = Stopwatch.GetTimestamp();
        await plugin.Client.CheckAsync(Requests.Check);
        await plugin.Client.CreateAsync(Requests.Preview);
        var create = handshake + Stopwatch.GetElapsedTime(resumed);
        return new Start(
            plugin.UntilPort.TotalMilliseconds,
            handshake.TotalMilliseconds,
            create.TotalMilliseconds,
            idle,
            plugin.PeakMemory
        );
    }

    private static IEnumerable<Row> Beside(Before other, List<Start> native, List<Start> before)
    {
        foreach (
            var (what, figure, most) in ((string, Func<Start, double>, double?)[])
                [
                    ("the port line", static one => one.Port, 1.05),
                    ("the first answered Handshake", static one => one.Handshake, 2.2),
                    ("the first answered Create", static one => one.Create, null),
                ]
        )
        {
            var (now, then) = (Of(native, figure).Median, Of(before, figure).Median);
            yield return new Row(
                $"exec to {what}, beside {other.Commit}",
                $"{now:F1} ms",
                $"{other.Commit}: {then:F1} ms",
                now / then,
                most is { } limit ? $"≤ {limit}" : "",
                most is { } least ? now <= least * then : null
            );
        }
    }

    private static Samples Of(IEnumerable<Start> starts, Func<Start, double> figure) => new(starts.Select(figure));

    private sealed record Start(double Port, double Handshake, double Create, double Idle, double Peak);
}
