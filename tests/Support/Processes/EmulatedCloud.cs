using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;

namespace Support.Processes;

/// <summary>An emulated cloud, in this process or in one of its own, which survives being killed.</summary>
public sealed class EmulatedCloud : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-cloud-").FullName;
    private readonly TimeSpan _delay;
    private readonly HttpClient _http = new();
    private EmulatorServer? _server;
    private Process? _process;
    private Uri? _url;

    private EmulatedCloud(Site site, TimeSpan delay) => (Site, _delay) = (site, delay);

    /// <summary>Which cloud it is.</summary>
    public Site Site { get; }

    /// <summary>Its address.</summary>
    public string Address => _url!.ToString();

    /// <summary>Starts a cloud.</summary>
    /// <param name="site">Which cloud.</param>
    /// <param name="delay">How long creating and deleting take it.</param>
    public static async Task<EmulatedCloud> StartAsync(Site site, TimeSpan delay)
    {
        var cloud = new EmulatedCloud(site, delay);
        cloud._server = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Accounts = [Account.Default, Account.Other],
                Dialect = Dialect.All.Single(known => known.Name == site.Dialect),
                Delay = delay,
                StateFile = cloud.State,
            }
        );
        cloud._url = cloud._server.Url;
        return cloud;
    }

    /// <summary>Starts a cloud that can be killed.</summary>
    /// <param name="site">Which cloud.</param>
    /// <param name="delay">How long creating and deleting take it.</param>
    public static async Task<EmulatedCloud> StartProcessAsync(Site site, TimeSpan delay)
    {
        var cloud = new EmulatedCloud(site, delay);
        await cloud.StartAsync();
        return cloud;
    }

    /// <summary>Ends it as a crash would, and starts it again where it was.</summary>
    public async Task CrashAsync()
    {
        (_process ?? throw new InvalidOperationException("it has no process of its own")).Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await StartAsync();
    }

    /// <summary>Everything that it has ever kept, as it stands in its files.</summary>
    public string Kept => string.Concat(Directory.EnumerateFiles(_folder).Select(File.ReadAllText));

    /// <summary>Ids of everything in it, permissions as service/permission.</summary>
    public async Task<string[]> IdsAsync()
    {
        var state = await StateAsync();
        return
        [
            .. Items(state["services"]).SelectMany(Service).Order(StringComparer.Ordinal),
            .. Items(state["endpoints"]).Select(static item => (string)item["id"]!).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Everything in it, in the emulator's own words.</summary>
    public async Task<JsonNode> StateAsync() =>
        JsonNode.Parse(await _http.GetStringAsync(new Uri(_url!, "/_emulator/state")))!;

    /// <summary>Makes something behind the API's back.</summary>
    /// <param name="path">Below <c>/_emulator/</c>; what there is, its help tells.</param>
    /// <param name="fields">What it has.</param>
    public async Task<JsonNode> PostAsync(string path, JsonObject fields) =>
        await AnswerAsync(await _http.PostAsJsonAsync(new Uri(_url!, "/_emulator/" + path), fields));

    /// <summary>Changes something behind the API's back.</summary>
    /// <param name="path">Below <c>/_emulator/</c>.</param>
    /// <param name="fields">What becomes different.</param>
    public async Task<JsonNode> PatchAsync(string path, JsonObject fields) =>
        await AnswerAsync(await _http.PatchAsJsonAsync(new Uri(_url!, "/_emulator/" + path), fields));

    /// <summary>What it was asked to do since the last time, operation by operation.</summary>
    public async Task<string[]> CallsAsync()
    {
        var calls = JsonNode.Parse(await _http.GetStringAsync(new Uri(_url!, "/_emulator/calls")))!.AsArray();
        (await _http.DeleteAsync(new Uri(_url!, "/_emulator/calls"))).EnsureSuccessStatusCode().Dispose();
        return [.. calls.Select(static call => (string)call!["operation"]!)];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string State => Path.Combine(_folder, "cloud.json");

    private async Task StartAsync()
    {
        string[] args =
        [
            "--port",
            (_url?.Port ?? 0).ToString(CultureInfo.InvariantCulture),
            "--dialect",
            Site.Dialect,
            "--delay",
            _delay.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            "--state",
            State,
            "--until-stdin-closes",
        ];
        _process = Process.Start(Tools.Start("Emulator", "vpcep-emulator.dll", args))!;
        _url = new Uri((await _process.StandardOutput.ReadLineAsync().DefaultTimeout())!);
    }

    private static async Task<JsonNode> AnswerAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }

    private static IEnumerable<string> Service(JsonNode service) =>
        [
            (string)service["id"]!,
            .. Items(service["permissions"]).Select(permission => $"{service["id"]}/{permission["value"]}"),
        ];

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list!.AsArray().Select(static item => item!);
}
