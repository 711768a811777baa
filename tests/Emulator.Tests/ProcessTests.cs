using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Pulumi.Provider.Testing;

namespace Vpcep.Emulator.Tests;

/// <summary>The executable: its options, its one line of output, and that a kill loses nothing it has answered.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"vpcep-emulator-{Guid.NewGuid():N}.state");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Killed_process_started_again_has_every_object_it_answered_for()
    {
        using var http = new HttpClient();
        var answered = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var process = Start("--state", _file, "--delay", "0", "--token", "t", "--project-id", "p");
            var url = await process.StandardOutput.ReadLineAsync().DefaultTimeout();
            var listed = await SendAsync(http, HttpMethod.Get, $"{url}/v1/p/vpc-endpoint-services?limit=1000");
            var ids = listed["endpoint_services"].AsArray().Select(item => (string)item!["id"]!);
            Assert.Superset(answered.ToHashSet(), ids.ToHashSet());

            // Kill while calls are on their way: what is not answered may exist or not, what is answered must.
            var calls = Enumerable
                .Range(1, 60)
                .Select(port => CreateAsync(http, url!, (1000 * round) + port, answered))
                .ToList();
            await Task.WhenAny(calls[30]).DefaultTimeout();
            process.Kill();
            await process.WaitForExitAsync().DefaultTimeout();
            await Task.WhenAll(calls).DefaultTimeout();
        }
        Assert.NotEmpty(answered);
    }

    [Fact]
    public async Task Process_listens_on_the_port_it_is_told_and_ends_when_its_input_closes()
    {
        var port = FreePort();
        using var process = Start("--port", $"{port}", "--until-stdin-closes");
        Assert.Equal($"http://127.0.0.1:{port}", await process.StandardOutput.ReadLineAsync().DefaultTimeout());
        process.StandardInput.Close();
        await process.WaitForExitAsync().DefaultTimeout();
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync().DefaultTimeout()));
    }

    [Theory]
    [InlineData("otc", "", "eu-de")]
    [InlineData("huaweicloud", "--region=cn-north-4", "cn-north-4")]
    public async Task Process_speaks_the_dialect_it_is_told_in_its_region(
        string dialect,
        string region,
        string expected
    )
    {
        using var process = Start(["--dialect", dialect, "--until-stdin-closes", .. Words(region)]);
        using var http = new HttpClient();
        var url = await process.StandardOutput.ReadLineAsync().DefaultTimeout();
        using var request = new HttpRequestMessage(HttpMethod.Get, url + "/_emulator/state");
        var state = await Reply.ReadAsync(await http.SendAsync(request).DefaultTimeout());
        Assert.Equal((dialect, expected), (state.Text("dialect"), state.Text("region")));
        process.StandardInput.Close();
        await process.WaitForExitAsync().DefaultTimeout();
    }

    [Fact]
    public async Task Unknown_dialect_is_refused()
    {
        using var process = Start("--dialect", "klingon");
        await process.WaitForExitAsync().DefaultTimeout();
        Assert.NotEqual(0, process.ExitCode);
    }

    private static async Task CreateAsync(HttpClient http, string url, int port, List<string> answered)
    {
        try
        {
            var body = EmulatorHarness.ServiceBody(serverPort: port).ToJsonString();
            var reply = await SendAsync(http, HttpMethod.Post, $"{url}/v1/p/vpc-endpoint-services", body);
            lock (answered)
            {
                answered.Add(reply.Id);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed before it answered.
        }
    }

    private static async Task<Reply> SendAsync(HttpClient http, HttpMethod method, string url, string? body = null)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Add("X-Auth-Token", "t");
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        return await Reply.ReadAsync(await http.SendAsync(request).DefaultTimeout());
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "vpcep-emulator.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
