using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Benchmarks.Report;
using Vpcep.Client;

namespace Benchmarks.Sections;

/// <summary>What the client does with a page of a list, and for each request: decode and sign.</summary>
internal static class Codec
{
    private const int Items = 1_000;

    public static async Task<Section> RunAsync()
    {
        var page = Encoding.UTF8.GetBytes(Page().ToJsonString());
        var decode = await MeasureAsync(200, () => DecodeAsync(page));
        var parse = await MeasureAsync(200, () => _ = JsonNode.Parse(page)!["endpoints"]!.AsArray().Count);
        var (message, body) = (
            new HttpRequestMessage(HttpMethod.Post, "https://vpcep.example.com/v1/p/vpc-endpoints"),
            new byte[300]
        );
        var key = new AccessKeyCredential("an-access-key", "a-secret-key", null, SigningForm.Direct);
        var sign = await MeasureAsync(
            20_000,
            () =>
            {
                message.Headers.Clear();
                var signed = key.AuthenticateAsync(message, body, DateTimeOffset.UnixEpoch, CancellationToken.None);
                Debug.Assert(signed.IsCompletedSuccessfully);
            }
        );
        var hash = await MeasureAsync(20_000, () => _ = System.Security.Cryptography.SHA256.HashData(body));
        return new Section(
            "Decode and sign",
            "In this process, after it has warmed up.",
            [
                new(
                    $"a list page of {Items} endpoints ({page.Length / 1000} kB) decoded",
                    $"{decode.Microseconds / 1000:F2} ms, {decode.Bytes / 1000:F0} kB allocated",
                    $"parsed as a JSON tree: {parse.Microseconds / 1000:F2} ms",
                    decode.Microseconds / parse.Microseconds
                ),
                new(
                    "one request signed",
                    $"{sign.Microseconds:F1} µs, {sign.Bytes / 1000:F1} kB allocated",
                    $"one SHA-256 of its body: {hash.Microseconds:F1} µs",
                    sign.Microseconds / hash.Microseconds
                ),
            ],
            new Dictionary<string, string>()
        );
    }

    private static async Task DecodeAsync(byte[] page)
    {
        using var response = new HttpResponseMessage { Content = new ByteArrayContent(page) };
        using var body = await AnswerBody.ReadAsync(response, page.Length, CancellationToken.None);
        var read = body.TryParse() ? body.Root.Items("endpoints").Select(Decode.Endpoint).Count() : 0;
        if (read != Items)
        {
            throw new InvalidOperationException("the page was not read");
        }
    }

    private static Task<(double Microseconds, double Bytes)> MeasureAsync(int times, Action work) =>
        MeasureAsync(
            times,
            () =>
            {
                work();
                return Task.CompletedTask;
            }
        );

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(int times, Func<Task> work)
    {
        for (var time = 0; time < times; time++)
        {
            await work();
        }

        var took = new double[times];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < times; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            await work();
            took[time] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
        }

        return (new Samples(took).Median, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)times);
    }

    private static JsonObject Page() =>
        new()
        {
            ["endpoints"] = new JsonArray([
                .. Enumerable
                    .Range(0, Items)
                    .Select(static number => new JsonObject
                    {
                        ["id"] = $"{number:x8}-0000-4000-8000-000000000000",
                        ["service_type"] = "interface",
                        ["status"] = "accepted",
                        ["ip"] = "192.168.0.12",
                        ["active_status"] = new JsonArray("active"),
                        ["endpoint_service_name"] = "eu-de.web.9d4c1028-1336-4556-9881-b5d807c1b8a8",
                        ["marker_id"] = 322312312312 + number,
                        ["endpoint_service_id"] = "9d4c1028-1336-4556-9881-b5d807c1b8a8",
                        ["project_id"] = "6e9dfd51d1124e8d8498dce894923a0d",
                        ["vpc_id"] = "11111111-1111-4111-8111-111111111111",
                        ["subnet_id"] = "22222222-2222-4222-8222-222222222222",
                        ["whitelist"] = new JsonArray("10.0.0.0/8"),
                        ["dns_names"] = new JsonArray("a-name.example.com"),
                        ["created_at"] = "2026-01-30T07:42:01Z",
                        ["updated_at"] = "2026-01-30T07:42:01Z",
                        ["tags"] = new JsonArray(new JsonObject { ["key"] = "team", ["value"] = "web" }),
                    }),
            ]),
            ["total_count"] = Items,
        };
}
