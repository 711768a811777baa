using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benchmarks.Report;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>One look at all that wait, beside what other tools do: each resource asks for itself.</summary>
internal static class Waiting
{
    private const int Size = 1_000;
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(3);

    public static async Task<Section> RunAsync(Setting setting)
    {
        // Each in a cloud of its own, at the same time.
        var (shared, slow, quick) = (SharedAsync(setting), EachForItselfAsync(Slow), EachForItselfAsync(Quick));
        var us = await shared;
        List<(string Name, Found Found)> others = [(Words(Slow), await slow), (Words(Quick), await quick)];
        return new Section(
            "Waiting",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Size} endpoints created at once in a cloud that takes {Transition.TotalSeconds:F0} s for each, with latency and limit as above: by this provider, and by clients that ask about each endpoint by itself, as other tools do. Calls that the cloud refused for its limit count too."
            ),
            [
                new Row("this provider", us.ToString(), Target: "≤ 1.2 calls each", Met: us.Each <= 1.2),
                .. others.Select(one => new Row(
                    one.Name,
                    one.Found.ToString(),
                    $"this provider: {Figures.Short(us.Each)} calls each",
                    one.Found.Each / us.Each
                )),
            ],
            new Dictionary<string, string>
            {
                ["waiting.svg"] = BarChart.Draw(
                    $"Calls to the cloud for each of {Size} endpoints",
                    "",
                    [("this provider", us.Each, 0), .. others.Select(static one => (one.Name, one.Found.Each, 1))]
                ),
            }
        );
    }

    private static string Words(TimeSpan interval) =>
        string.Create(CultureInfo.InvariantCulture, $"each asks every {interval.TotalSeconds:F0} s");

    private static async Task<Found> SharedAsync(Setting setting)
    {
        await using var cloud = await Crowd.StartCloudAsync(Transition);
        using var plugin = await Crowd.StartPluginAsync(setting, cloud);
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        var phase = await Crowd.MeasureAsync(
            cloud,
            plugin,
            Size,
            number => plugin.Client.CreateAsync(Requests.Create(number, service)).ResponseAsync
        );
        return new Found(phase.Wall, phase.Calls);
    }

    private static async Task<Found> EachForItselfAsync(TimeSpan interval)
    {
        await using var cloud = await Crowd.StartCloudAsync(Transition);
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        using var http = new HttpClient { BaseAddress = new Uri(cloud.Url, $"/v1/{Account.Default.ProjectId}/") };
        http.DefaultRequestHeaders.Add("X-Auth-Token", Account.Default.Token);
        var body = new JsonObject
        {
            ["endpoint_service_id"] = service,
            ["vpc_id"] = "11111111-1111-4111-8111-111111111111",
            ["subnet_id"] = "22222222-2222-4222-8222-222222222222",
        };
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Size).Select(_ => CreateAsync()));
        return new Found(Stopwatch.GetElapsedTime(begun), cloud.Calls.All.Count);

        async Task CreateAsync()
        {
            var endpoint = await AskAsync(() => http.PostAsJsonAsync("vpc-endpoints", body));
            var path = $"vpc-endpoints/{endpoint["id"]}";
            while ((string?)endpoint["status"] == "creating")
            {
                await Task.Delay(interval);
                endpoint = await AskAsync(() => http.GetAsync(path));
            }
        }

        // A call that is refused for the limit is made again after a second.
        static async Task<JsonNode> AskAsync(Func<Task<HttpResponseMessage>> ask)
        {
            while (true)
            {
                using var answer = await ask();
                if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
                }

                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private sealed record Found(TimeSpan Wall, int Calls)
    {
        public double Each => (double)Calls / Size;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Each:F2} calls each, {Wall.TotalSeconds:F1} s");
    }
}
