using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Pulumi.Provider.Testing;

namespace Vpcep.Emulator.Tests;

/// <summary>An answer with its body parsed.</summary>
internal sealed record Reply(int Status, JsonNode? Body, HttpResponseMessage Message)
{
    public JsonNode this[string name] => Body![name]!;

    public string? ErrorCode => (string?)Body?["error_code"];

    public string Id => (string)this["id"]!;

    public string Text(string name) => (string)this[name]!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage message)
    {
        var bytes = await message.Content.ReadAsByteArrayAsync().DefaultTimeout();
        var isJson = message.Content.Headers.ContentType?.MediaType == "application/json" && bytes.Length > 0;
        return new Reply((int)message.StatusCode, isJson ? JsonNode.Parse(bytes) : null, message);
    }
}

/// <summary>An emulator under a clock that stands still, and a caller with a token.</summary>
internal sealed class EmulatorHarness : IAsyncDisposable
{
    public const string PortId = "4189d3c2-8882-4871-a3c2-d380272eed88";
    public const string VpcId = "4189d3c2-8882-4871-a3c2-d380272eed80";
    public const string SubnetId = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de";
    public const string NoSuchId = "00000000-0000-4000-8000-000000000000";

    private readonly HttpClient _http = new();

    private EmulatorHarness(EmulatorServer server, ManualTime time) => (Server, Time) = (server, time);

    public EmulatorServer Server { get; }

    public ManualTime Time { get; }

    /// <summary>Who the calls come from.</summary>
    public Account Caller { get; set; } = Account.Default;

    public TimeSpan Delay => Server.Options.Delay;

    public static async Task<EmulatorHarness> StartAsync(
        Func<EmulatorOptions, EmulatorOptions>? change = null,
        ManualTime? time = null
    )
    {
        time ??= new ManualTime();
        var options = new EmulatorOptions
        {
            TimeProvider = time,
            Delay = TimeSpan.FromSeconds(60),
            Accounts = [Account.Default, Account.Other],
        };
        var server = await EmulatorServer.StartAsync(change?.Invoke(options) ?? options).DefaultTimeout();
        return new EmulatorHarness(server, time);
    }

    /// <summary>An emulator of the dialect with that name, without delays.</summary>
    public static Task<EmulatorHarness> StartAsync(string dialect) =>
        StartAsync(options =>
            options with
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                Delay = TimeSpan.Zero,
            }
        );

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    public Task<Reply> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    public Task<Reply> DeleteAsync(string path) => CallAsync(HttpMethod.Delete, path);

    public Task<Reply> PostAsync(string path, JsonNode body) => CallAsync(HttpMethod.Post, path, body.ToJsonString());

    public Task<Reply> PutAsync(string path, JsonNode body) => CallAsync(HttpMethod.Put, path, body.ToJsonString());

    public async Task<Reply> CallAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        request.Headers.Add("X-Auth-Token", Caller.Token);
        if (body is not null)
        {
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        }
        return await SendAsync(request);
    }

    public async Task<Reply> SendAsync(HttpRequestMessage request) =>
        await Reply.ReadAsync(await _http.SendAsync(request).DefaultTimeout());

    public Uri Address(string path) => new(Server.Url, path.StartsWith('/') ? path : $"/v1/{Caller.ProjectId}/{path}");

    public static JsonObject ServiceBody(bool approval = false, string? name = null, int serverPort = 90)
    {
        var body = new JsonObject
        {
            ["port_id"] = PortId,
            ["vpc_id"] = VpcId,
            ["approval_enabled"] = approval,
            ["service_type"] = "interface",
            ["server_type"] = "VM",
            ["ports"] = new JsonArray(
                new JsonObject
                {
                    ["client_port"] = 8080,
                    ["server_port"] = serverPort,
                    ["protocol"] = "TCP",
                }
            ),
        };
        if (name is not null)
        {
            body["service_name"] = name;
        }
        return body;
    }

    public static JsonObject EndpointBody(string serviceId) =>
        new()
        {
            ["endpoint_service_id"] = serviceId,
            ["vpc_id"] = VpcId,
            ["subnet_id"] = SubnetId,
            ["enable_dns"] = true,
        };

    /// <summary>A service that is available.</summary>
    public async Task<string> AvailableServiceAsync(bool approval = false, string? name = null, int serverPort = 90)
    {
        var created = await PostAsync("vpc-endpoint-services", ServiceBody(approval, name, serverPort));
        Assert.Equal(200, created.Status);
        Time.Advance(Delay);
        return created.Id;
    }

    /// <summary>An endpoint whose creation is over.</summary>
    public async Task<string> CreatedEndpointAsync(string serviceId)
    {
        var created = await PostAsync("vpc-endpoints", EndpointBody(serviceId));
        Assert.Equal(200, created.Status);
        Time.Advance(Delay);
        return created.Id;
    }
}
