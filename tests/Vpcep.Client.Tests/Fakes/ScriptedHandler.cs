using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Fakes;

/// <summary>Answers requests as a test says, without a network: for tests of very many answers.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, (int Status, string Json)> answer) : HttpMessageHandler
{
    public const string RequestId = "req-1";

    private readonly ConcurrentQueue<string> _seen = new();

    /// <summary>Method and path of each request, in order.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    public int Count(string method) => _seen.Count(seen => seen.StartsWith(method + " ", StringComparison.Ordinal));

    public VpcepClient Client(ManualTime time, IClientLog? log = null) =>
        new(
            new VpcepClientOptions
            {
                Endpoint = new Uri("https://vpcep.example.com"),
                ProjectId = "p0",
                Credential = new RenewableCredential(),
                Random = () => 0,
                MaxRetries = 2,
                RateLimitPatience = TimeSpan.FromSeconds(10),
                Handler = this,
            },
            time,
            log
        );

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        _seen.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
        var (status, json) = answer(request);
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("X-Request-Id", RequestId);
        return Task.FromResult(response);
    }
}
