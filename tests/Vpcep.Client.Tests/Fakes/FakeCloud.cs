using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Fakes;

/// <summary>A host on a loopback socket that answers as a test says, and remembers what it was asked.</summary>
internal sealed class FakeCloud : IAsyncDisposable
{
    public const string Project = "p0";

    private readonly WebApplication _app;
    private readonly List<VpcepClient> _clients = [];

    private FakeCloud(WebApplication app, Uri uri)
    {
        _app = app;
        Uri = uri;
    }

    public Uri Uri { get; }

    public ConcurrentQueue<SeenCall> Calls { get; } = new();

    /// <summary>What was asked to be made, without the looks at what is there.</summary>
    public IEnumerable<SeenCall> Creates => Calls.Where(static call => call.Method == "POST");

    public FakeLog Log { get; } = new();

    public static async Task<FakeCloud> StartAsync(
        Func<HttpContext, SeenCall, Task> answer,
        Action<ListenOptions>? listen = null,
        string scheme = "http"
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen ?? (_ => { })));
        var app = builder.Build();
        FakeCloud? cloud = null;
        app.Run(async context =>
        {
            var call = await SeenCall.ReadAsync(context.Request);
            cloud!.Calls.Enqueue(call);
            // The server's own would be today's, which is no time of these tests; those that want one say so.
            context.Response.Headers.Date = "";
            await answer(context, call);
        });
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        var port = new Uri(address).Port;
        cloud = new FakeCloud(app, new Uri($"{scheme}://localhost:{port}"));
        return cloud;
    }

    public VpcepClient Client(ManualTime time, Func<VpcepClientOptions, VpcepClientOptions>? with = null)
    {
        var options = new VpcepClientOptions
        {
            Endpoint = Uri,
            ProjectId = Project,
            Credential = new TokenCredential("canary-token"),
            Random = () => 0,
            NetworkTime = TimeProvider.System,
        };
        var client = new VpcepClient(with is null ? options : with(options), time, Log);
        _clients.Add(client);
        return client;
    }

    public int Count(string method, string pathPart) =>
        Calls.Count(call => call.Method == method && call.Target.Contains(pathPart, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    public static Task JsonAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    public static Task ErrorAsync(HttpContext context, int status, string code, string message = "as documented")
    {
        context.Response.Headers["X-Request-Id"] = "req-1";
        return JsonAsync(context, $$"""{"error_code":"{{code}}","error_msg":"{{message}}"}""", status);
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record SeenCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public int Query(string name, int otherwise) =>
        Microsoft
            .AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + Target).Query)
            .TryGetValue(name, out var value)
            ? int.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;

    public static async Task<SeenCall> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return new SeenCall(
            request.Method,
            request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            await reader.ReadToEndAsync()
        );
    }
}

/// <summary>Keeps what the client tells.</summary>
internal sealed class FakeLog : IClientLog
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

    public ConcurrentQueue<HttpCallRecord> Calls { get; } = new();

    public ConcurrentQueue<string> Notices { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public void Call(HttpCallRecord call) => Calls.Enqueue(call);

    public void Notice(string message)
    {
        Notices.Enqueue(message);
        foreach (var (part, told) in _awaited)
        {
            if (message.Contains(part, StringComparison.Ordinal))
            {
                told.TrySetResult();
            }
        }
    }

    /// <summary>Completes with the next notice that contains this.</summary>
    public Task UntilNoticeAsync(string part)
    {
        var told = _awaited.GetOrAdd(part, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Notices.Any(message => message.Contains(part, StringComparison.Ordinal)))
        {
            told.TrySetResult();
        }
        return told.Task;
    }

    public void Warning(string message) => Warnings.Enqueue(message);
}
