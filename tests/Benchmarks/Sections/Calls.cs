using System.Diagnostics;
using Benchmarks.Report;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Resources.Endpoint;

namespace Benchmarks.Sections;

/// <summary>What calls cost, against the bare transport and against the same work without one.</summary>
internal static class Calls
{
    private const int Warmups = 2_000;
    private const int RoundTrips = 4_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    public static async Task<Section> RunAsync(Setting setting)
    {
        await using var cloud = await EmulatorServer.StartAsync(new EmulatorOptions());
        using var plugin = await Child.StartAsync(setting.Native);
        using var echo = await Child.StartAsync(setting.Echo);
        await plugin.Client.HandshakeAsync(Requests.Handshake(setting.Engine));
        await plugin.Client.ConfigureAsync(Requests.Configure(cloud.Url.ToString(), 1000, 256));

        if (await plugin.Client.CheckAsync(Requests.Check) is { Failures: [var wrong, ..] })
        {
            throw new InvalidOperationException($"the inputs are wrong: {wrong.Property}: {wrong.Reason}");
        }

        var trips = await TripsAsync(
            RoundTrips,
            () => echo.Client.CheckAsync(Requests.Check).ResponseAsync,
            () => plugin.Client.CheckAsync(Requests.Check).ResponseAsync,
            () => plugin.Client.DiffAsync(Requests.Diff).ResponseAsync,
            () => plugin.Client.CreateAsync(Requests.Preview).ResponseAsync
        );
        var (bare, check, diff, create) = (trips[0], trips[1], trips[2], trips[3]);
        var invoke = (await TripsAsync(500, () => plugin.Client.InvokeAsync(Requests.Invoke).ResponseAsync))[0];
        var (alone, allocated) = InProcess();
        var rows = new List<Row>
        {
            Trip("bare echo of a Check", bare, null),
            Trip("Check", check, bare) with
            {
                Target = "p50 ≤ 2",
                Met = check.Median <= 2 * bare.Median,
            },
            Trip("Diff", diff, bare),
            Trip("Create of a preview", create, bare),
            Trip("Invoke, which asks the cloud (the emulator)", invoke, bare),
            new(
                "Check without a transport",
                $"{alone:F1} µs, {allocated / 1000:F1} kB allocated",
                $"Check: {check.Median:F0} µs",
                alone / check.Median
            ),
        };
        var bars = new List<(string, double, int)>();
        foreach (var inFlight in (int[])[1, 16, 256])
        {
            var bareRate = await RateAsync(echo, inFlight);
            var rate = await RateAsync(plugin, inFlight);
            rows.Add(
                new Row(
                    $"Checks per second, {inFlight} in flight",
                    Figures.Short(rate),
                    $"bare echo: {Figures.Short(bareRate)}",
                    rate / bareRate,
                    inFlight == 16 ? "≥ 0.5" : "",
                    inFlight == 16 ? rate >= 0.5 * bareRate : null
                )
            );
            bars.Add(($"Check, {inFlight} in flight", rate, 0));
            bars.Add(($"bare echo, {inFlight} in flight", bareRate, 1));
        }

        if (setting.Before is { } other)
        {
            rows.Add(await BesideAsync(other, setting, cloud.Url.ToString()));
        }

        return new Section(
            "Calls",
            "The native plugin, over a socket of this machine; client and server share its cores. The bare echo is a native server with the same transport that reads the message of a Check and sends its fields back.",
            rows,
            new Dictionary<string, string> { ["calls.svg"] = BarChart.Draw("Calls per second", "/s", bars) }
        );
    }

    private static async Task<Row> BesideAsync(Before other, Setting setting, string cloud)
    {
        // Both as young: a process that has answered many calls holds more, and answers a tenth fewer.
        using var plugin = await StartedAsync(setting.Native);
        using var before = await StartedAsync(other.Native);
        // In turns, so that what else the machine does disturbs both.
        var (now, then) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < 3; turn++)
        {
            now.Add(await RateAsync(plugin, 16));
            then.Add(await RateAsync(before, 16));
        }

        var ratio = new Samples(now).Median / new Samples(then).Median;
        return new Row(
            $"Checks per second, 16 in flight, beside {other.Commit}",
            Figures.Short(new Samples(now).Median),
            $"{other.Commit}: {Figures.Short(new Samples(then).Median)}",
            ratio,
            "≥ 0.8",
            ratio >= 0.8
        );

        async Task<Child> StartedAsync(string native)
        {
            var child = await Child.StartAsync(native);
            await child.Client.HandshakeAsync(Requests.Handshake(setting.Engine));
            await child.Client.ConfigureAsync(Requests.Configure(cloud, 1000, 256));
            await RateAsync(child, 16);
            return child;
        }
    }

    private static Row Trip(string what, Samples trips, Samples? bare) =>
        new(
            $"{what}, round trip",
            $"p50 {trips.Median:F0} µs, p99 {trips.P99:F0} µs",
            bare is null ? "" : $"bare echo: p50 {bare.Median:F0} µs",
            trips.Median / bare?.Median
        );

    // In turns, so that what else the machine does, and where it runs whom, disturbs all of them.
    private static async Task<Samples[]> TripsAsync(int each, params Func<Task>[] calls)
    {
        const int Turns = 10;
        foreach (var call in calls)
        {
            for (var warmup = 0; warmup < Math.Min(Warmups, each); warmup++)
            {
                await call();
            }
        }

        var took = calls.Select(static _ => new List<double>()).ToList();
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var (call, times) in calls.Zip(took))
            {
                for (var trip = 0; trip < each / Turns; trip++)
                {
                    var begun = Stopwatch.GetTimestamp();
                    await call();
                    times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
                }
            }
        }

        return [.. took.Select(static times => new Samples(times))];
    }

    private static async Task<double> RateAsync(Child server, int inFlight)
    {
        var begun = Stopwatch.GetTimestamp();
        var calls = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(CallOnAsync)));
        return calls.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;

        async Task<int> CallOnAsync()
        {
            var calls = 0;
            for (; Stopwatch.GetElapsedTime(begun) < Span; calls++)
            {
                await server.Client.CheckAsync(Requests.Check);
            }

            return calls;
        }
    }

    // Reading the message, the rules, writing the answer: all that a Check does besides the transport.
    private static (double Microseconds, double Bytes) InProcess()
    {
        const int Times = 20_000;
        Work(Times);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        Work(Times);
        var took = Stopwatch.GetElapsedTime(begun);
        return (took.TotalMicroseconds / Times, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)Times);

        static void Work(int times)
        {
            for (var time = 0; time < times; time++)
            {
                var news = StructCodec.Decode(Requests.Check.News);
                var inputs = new InputChecker(Features.All).Check(EndpointInputs.Model, news, PropertyPath.Root);
                _ = new CheckResponse { Inputs = StructCodec.Encode(inputs) };
            }
        }
    }
}
