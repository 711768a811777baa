using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benchmarks.Report;
using Pulumi.Provider.Protocol;
using Vpcep.Emulator;

namespace Benchmarks.Sections;

/// <summary>The shared poller beside what other tools do: each resource asks for itself, every ten or three seconds.</summary>
internal static class Polling
{
    private const int Size = 1_000;
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(30);

    public static async Task<Section> RunAsync(Binaries binaries)
    {
        var shared = await SharedAsync(binaries);
        var ten = await EachForItselfAsync(TimeSpan.FromSeconds(10));
        var three = await EachForItselfAsync(TimeSpan.FromSeconds(3));
        return new Section(
            "Waiting",
            $"{Size} endpoints created at once in a cloud that takes {Transition.TotalSeconds:F0} s for each, with latency and limit as above: this provider, and clients that ask about each endpoint by itself.",
            [
                Told("this provider", shared, null),
                Told("each asks every 10 s", ten, shared),
                Told("each asks every 3 s", three, shared),
            ],
            new Dictionary<string, string>
            {
                ["waiting.svg"] = BarChart.Draw(
                    "Calls to the cloud for each endpoint",
                    "",
                    [
                        ("this provider", (double)shared.Calls / Size, 0),
                        ("each asks every 10 s", (double)ten.Calls / Size, 1),
                        ("each asks every 3 s", (double)three.Calls / Size, 1),
                    ]
                ),
            }
        );
    }

    private static Row Told(string what, (TimeSpan Wall, int Calls) found, (TimeSpan Wall, int Calls)? ours)
    {
        var each = (double)found.Calls / Size;
        return new Row(
            what,
            $"{each:F2} calls each, {found.Wall.TotalSeconds:F1} s",
            ours is { } we ? $"this provider: {(double)we.Calls / Size:F2} calls each" : "",
            ours is { } us ? (double)found.Calls / us.Calls : null,
            ours is null ? "≤ 1.2 calls each" : "",
            ours is null ? each <= 1.2 : null
        );
    }

    private static async Task<(TimeSpan Wall, int Calls)> SharedAsync(Binaries binaries)
    {
        await using var cloud = await Scale.StartCloudAsync(Transition);
        using var plugin = await Scale.StartPluginAsync(binaries, cloud);
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        var phase = await Scale.MeasureAsync(
            cloud,
            plugin,
            Size,
            number => plugin.CallAsync(Methods.ResourceProvider.Create, Requests.Create(number, service))
        );
        return (phase.Wall, phase.Calls);
    }

    private static async Task<(TimeSpan Wall, int Calls)> EachForItselfAsync(TimeSpan interval)
    {
        await using var cloud = await Scale.StartCloudAsync(Transition);
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        using var http = new HttpClient { BaseAddress = new Uri(cloud.Url, $"/v1/{Account.Default.ProjectId}/") };
        http.DefaultRequestHeaders.Add("X-Auth-Token", Account.Default.Token);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Size).Select(_ => OneAsync()));
        return (Stopwatch.GetElapsedTime(begun), cloud.Calls.All.Count);

        async Task OneAsync()
        {
            var made = await AskAsync(() =>
                http.PostAsJsonAsync(new Uri("vpc-endpoints", UriKind.Relative), Body(service))
            );
            var path = new Uri($"vpc-endpoints/{made["id"]}", UriKind.Relative);
            do
            {
                await Task.Delay(interval);
            } while ((string)(await AskAsync(() => http.GetAsync(path)))["status"]! != "accepted");
        }

        async Task<JsonNode> AskAsync(Func<Task<HttpResponseMessage>> ask)
        {
            while (true)
            {
                using var answer = await ask();
                if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
                }

                await Task.Delay(interval);
            }
        }
    }

    private static JsonObject Body(string service) =>
        new()
        {
            ["endpoint_service_id"] = service,
            ["vpc_id"] = "11111111-1111-4111-8111-111111111111",
            ["subnet_id"] = "22222222-2222-4222-8222-222222222222",
        };
}
