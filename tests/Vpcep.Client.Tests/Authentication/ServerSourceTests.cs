using System.Net;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

/// <summary>The metadata service of a server is asked as its document says, and never longer or elsewhere.</summary>
public sealed class ServerSourceTests
{
    private const string Keys = """
        {"credential":{"access":"AK","secret":"SK","securitytoken":"ST","expires_at":"2026-03-05T12:00:00.000000Z"}}
        """;

    private readonly ManualTime _time = new();

    [Fact]
    public async Task It_is_asked_for_a_token_and_with_it_for_the_keys()
    {
        await using var service = await StartAsync();
        using var source = Source(service);

        var issued = await source.IssueAsync(CancellationToken.None).DefaultTimeout();

        Assert.Equal(TimeSpan.FromDays(1), issued.Life);
        Assert.Equal(
            [("PUT", "/meta-data/latest/api/token"), ("GET", "/openstack/latest/securitykey")],
            service.Calls.Select(static call => (call.Method, call.Target))
        );
        var (token, keys) = (service.Calls.First().Headers, service.Calls.Last().Headers);
        Assert.Equal("21600", token["X-Metadata-Token-Ttl-Seconds"]);
        Assert.Equal("the-token", keys["X-Metadata-Token"]);
        // Whoever answers there learns nothing else.
        Assert.Equal(["Content-Length", "Host", "X-Metadata-Token-Ttl-Seconds"], token.Keys.Order());
        Assert.Equal(["Host", "X-Metadata-Token"], keys.Keys.Order());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(503)]
    public async Task One_without_tokens_is_not_asked_for_one_again_for_a_day(int status)
    {
        await using var service = await StartAsync(tokenStatus: status);
        using var source = Source(service);

        await source.IssueAsync(CancellationToken.None).DefaultTimeout();
        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await source.IssueAsync(CancellationToken.None).DefaultTimeout();
        Assert.Equal((1, 2), (service.Count("PUT", "token"), service.Count("GET", "securitykey")));
        Assert.All(service.Calls, static call => Assert.DoesNotContain("X-Metadata-Token", call.Headers.Keys));

        _time.Advance(TimeSpan.FromSeconds(1));
        await source.IssueAsync(CancellationToken.None).DefaultTimeout();
        Assert.Equal(2, service.Count("PUT", "token"));
    }

    [Fact]
    public async Task One_that_does_not_answer_is_left_after_three_seconds()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await FakeCloud.StartAsync(
            (_, _) =>
            {
                asked.TrySetResult();
                return over.Task;
            }
        );
        using var source = Source(service);

        var issue = source.IssueAsync(CancellationToken.None);
        await asked.Task.DefaultTimeout();
        _time.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromTicks(1));
        Assert.False(issue.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        var failure = await Assert.ThrowsAsync<VpcepException>(() => issue.DefaultTimeout());
        Assert.Equal((ErrorClass.Unavailable, "timed out"), (failure.Class, failure.Problem));
        Assert.Contains("Check that this machine is a server of the cloud", failure.Hint, StringComparison.Ordinal);
        over.SetResult();
    }

    [Fact]
    public async Task Where_it_would_send_us_we_do_not_go()
    {
        await using var elsewhere = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Keys));
        await using var service = await FakeCloud.StartAsync(
            (context, call) =>
            {
                context.Response.StatusCode = call.Method == "PUT" ? 404 : 302;
                context.Response.Headers.Location = elsewhere.Uri.ToString();
                return Task.CompletedTask;
            }
        );
        using var source = Source(service);

        var failure = await Assert.ThrowsAsync<VpcepException>(() =>
            source.IssueAsync(CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal("the service answers 302", failure.Problem);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task No_proxy_gets_to_see_the_keys()
    {
        await using var service = await StartAsync();
        using var source = Source(service);
        var proxy = new WatchingProxy(service.Uri);
        var before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = proxy; // it lets everyone else of this process pass
            await source.IssueAsync(CancellationToken.None).DefaultTimeout();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.False(proxy.WasAsked);
        Assert.Equal(2, service.Calls.Count);
    }

    private ServerSource Source(FakeCloud service) => new(_time, service.Uri, networkTime: _time);

    private static Task<FakeCloud> StartAsync(int tokenStatus = 200) =>
        FakeCloud.StartAsync(
            (context, call) =>
            {
                if (call.Method == "GET")
                {
                    return FakeCloud.JsonAsync(context, Keys);
                }

                context.Response.StatusCode = tokenStatus;
                return context.Response.WriteAsync("the-token\n");
            }
        );

    private sealed class WatchingProxy(Uri host) : IWebProxy
    {
        public bool WasAsked { get; private set; }

        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination)
        {
            WasAsked |= destination.Port == host.Port;
            return null;
        }

        public bool IsBypassed(Uri destination)
        {
            WasAsked |= destination.Port == host.Port;
            return true;
        }
    }
}
