using System.Net;
using System.Security.Authentication;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>One request that fails on the way: how far it got, whose fault that is, and what to do.</summary>
public sealed class ExchangeTests
{
    private const string Https = "https://vpcep.example.test";
    private const string Http = "http://vpcep.example.test";
    private const string Network = "Check the network, proxies and the host vpcep.example.test";
    private const string Later = "Run again later; when it stays, give the cloud's support the request id";

    private readonly ManualTime _time = new();
    private readonly FakeLog _log = new();

    public static TheoryData<string, bool, HttpRequestException, string, string, string> Failures() =>
        new()
        {
            {
                Https,
                false,
                Broken(HttpRequestError.ConnectionError),
                "NotSent",
                "the host cannot be reached",
                Network
            },
            { Http, false, Broken(HttpRequestError.ConnectionError), "NotSent", "the host cannot be reached", Network },
            {
                Https,
                true,
                Broken(HttpRequestError.ResponseEnded),
                "Lost",
                "the host hung up without an answer",
                Later
            },
            {
                Http,
                true,
                Broken(HttpRequestError.ResponseEnded),
                "Lost foreign",
                "the host hung up without an answer",
                "Does vpcep.example.test want https://? Otherwise run again later"
            },
            {
                Https,
                false,
                Broken(HttpRequestError.SecureConnectionError, new AuthenticationException("the certificate is bad")),
                "NotSent untrusted",
                "no secure connection: the certificate is bad",
                "The host's certificate is not trusted: name the authority's certificate file, and check the host"
            },
            {
                Https,
                false,
                Broken(HttpRequestError.SecureConnectionError, new AuthenticationException("bad frame")),
                "NotSent",
                "no secure connection: bad frame",
                "vpcep.example.test does not speak TLS: is it http://, or another port?"
            },
            {
                Https,
                true,
                Broken(HttpRequestError.ConfigurationLimitExceeded),
                "Lost",
                "broken",
                "Run again; when it stays, give the cloud's support the request id"
            },
            {
                Https,
                false,
                Broken(HttpRequestError.ProxyTunnelError),
                "NotSent proxy",
                "the proxy refuses: broken",
                Network
            },
        };

    private static HttpRequestException Broken(HttpRequestError kind, Exception? inner = null) =>
        new(kind, "broken", inner);

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task How_far_it_got_and_what_to_do(
        string endpoint,
        bool sent,
        HttpRequestException failure,
        string end,
        string problem,
        string hint
    )
    {
        using var handler = new Failing(sent, failure);

        using var attempt = await SendAsync(Options(endpoint, handler));

        Assert.Equal((end, problem, hint), (End(attempt), attempt.Error!.Problem, attempt.Error.Hint));
        Assert.Equal(Answers.Describe(failure, timedOut: false), Assert.Single(_log.Calls).Failure);
    }

    [Theory]
    [InlineData(Https, HttpRequestError.ConnectionError, "NotSent proxy", "the proxy proxy.test:1 cannot be reached")]
    [InlineData(
        Https,
        HttpRequestError.NameResolutionError,
        "NotSent proxy",
        "the proxy proxy.test:1 cannot be reached"
    )]
    [InlineData(Https, HttpRequestError.ProxyTunnelError, "NotSent proxy", "the proxy refuses: broken")]
    [InlineData(Https, HttpRequestError.ResponseEnded, "NotSent", "the host hung up without an answer")]
    [InlineData("http://localhost:1", HttpRequestError.ConnectionError, "NotSent", "the host cannot be reached")]
    public async Task Proxy_is_blamed_where_it_is_in_the_way(
        string endpoint,
        HttpRequestError kind,
        string end,
        string problem
    )
    {
        using var handler = new Failing(sent: false, Broken(kind));
        var options = Options(endpoint, handler) with { Proxy = new WebProxy("http://proxy.test:1") };

        using var attempt = await SendAsync(options);

        Assert.Equal((end, problem), (End(attempt), attempt.Error!.Problem));
        Assert.Equal(
            end.Contains("proxy", StringComparison.Ordinal),
            attempt.Error.Hint!.StartsWith("Check HTTPS_PROXY", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public async Task Cancelled_it_ends_unless_something_may_come_of_it(bool creates, bool sent, bool goesOn)
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new Failing(sent, failure: null);
        var safety = creates ? RequestSafety.Create : RequestSafety.Idempotent;
        var sending = SendAsync(Options(Http, handler), safety, cancellation.Token);
        await handler.Reached.DefaultTimeout();

        await cancellation.CancelAsync();

        if (goesOn)
        {
            Assert.False(sending.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(60));
            using var attempt = await sending.DefaultTimeout();
            // Not foreign: what is silent is no port that wants TLS.
            Assert.Equal(("Lost", "no answer within 60 s"), (End(attempt), attempt.Error!.Problem));
            Assert.Equal("timed out", Assert.Single(_log.Calls).Failure);
            return;
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.DefaultTimeout());
        Assert.Equal("cancelled", Assert.Single(_log.Calls).Failure);
    }

    [Fact]
    public async Task Who_makes_the_handler_ends_it_and_each_request_says_what_it_takes()
    {
        using var handler = new Failing(sent: false, Broken(HttpRequestError.ConnectionError));

        using var attempt = await SendAsync(Options(Https, handler));

        Assert.False(handler.IsDisposed);
        Assert.Equal("application/json", handler.Sent!.Headers.Accept.ToString());
        Assert.Equal("gzip", handler.Sent.Headers.AcceptEncoding.ToString());
    }

    private static string End(Attempt attempt) =>
        $"{attempt.Outcome}{(attempt.Error!.IsForeign ? " foreign" : "")}{(attempt.Error.IsUntrusted ? " untrusted" : "")}{(attempt.Error.IsOfProxy ? " proxy" : "")}";

    private static VpcepClientOptions Options(string endpoint, HttpMessageHandler handler) =>
        new()
        {
            Endpoint = new Uri(endpoint),
            ProjectId = "p0",
            Credential = new RenewableCredential(),
            Handler = handler,
        };

    private async Task<Attempt> SendAsync(
        VpcepClientOptions options,
        RequestSafety safety = RequestSafety.Idempotent,
        CancellationToken cancellationToken = default
    )
    {
        using var exchange = new Exchange(options.Endpoint!, options, _time, _log, new ServerClock(_time));
        var request = new ApiRequest(HttpMethod.Post, "/x", "try it") { Safety = safety, Body = new byte[] { 1 } };
        var (attempt, sent) = await exchange.SendAsync(
            request,
            new Uri(options.Endpoint!, "/x"),
            null,
            cancellationToken
        );
        sent.Dispose();
        return attempt;
    }

    /// <summary>Fails before the body is sent or after; without a failure, waits to be given up.</summary>
    private sealed class Failing(bool sent, Exception? failure) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public HttpRequestMessage? Sent { get; private set; }

        public bool IsDisposed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Sent = request;
            if (sent)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }
            _reached.SetResult();
            if (failure is not null)
            {
                throw failure;
            }
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("it was waited for, for ever");
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
