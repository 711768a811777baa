using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

public class TransportTests
{
    private const string Service = """{"id":"s1","status":"available"}""";

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(500, "EndPoint.0001")]
    [InlineData(504, "EndPoint.0013")]
    [InlineData(400, "EndPoint.2004")]
    public async Task Passing_fault_of_the_cloud_is_retried(int status, string code)
    {
        await using var cloud = await FailingFirstAsync(2, context => FakeCloud.ErrorAsync(context, status, code));
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var service = await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal("s1", service!.Id);
        Assert.Equal(3, cloud.Calls.Count);
        Assert.Equal(TimeSpan.FromSeconds(1 + 2), _time.Elapsed);
        Assert.Equal(2, cloud.Log.Notices.Count);
        Assert.Equal(["as documented; try 2 of 6 in 1 s", "as documented; try 3 of 6 in 2 s"], cloud.Log.Notices);
    }

    [Theory]
    [InlineData(502, "text/html", "<html>bad gateway</html>")]
    [InlineData(503, "text/plain", "")]
    [InlineData(200, "text/html", "<html>welcome to the hotel</html>")]
    [InlineData(200, "application/json", """{"id":"s1","status":"avai""")]
    public async Task Answer_of_something_else_is_retried(int status, string type, string body)
    {
        await using var cloud = await FailingFirstAsync(
            1,
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                return context.Response.WriteAsync(body);
            }
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        Assert.NotNull(await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task Broken_connection_is_retried()
    {
        await using var cloud = await FailingFirstAsync(
            1,
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            }
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        Assert.NotNull(await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
    }

    [Theory]
    [InlineData(504, "EndPoint.0011", ErrorClass.InvalidInput)]
    [InlineData(504, "EndPoint.0012", ErrorClass.InvalidInput)]
    [InlineData(400, "EndPoint.0002", ErrorClass.InvalidInput)]
    [InlineData(401, "EndPoint.0003", ErrorClass.Auth)]
    [InlineData(404, "EndPoint.4004", ErrorClass.NotFound)]
    [InlineData(404, "EndPoint.4030", ErrorClass.NotFound)]
    [InlineData(404, "EndPoint.2030", ErrorClass.InvalidInput)]
    public async Task Refusal_that_stays_is_an_error_at_once(int status, string code, ErrorClass kind)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, status, code, "No way.")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Single(cloud.Calls);
        Assert.Equal((kind, code, status, "req-1"), (error.Class, error.Code, error.HttpStatus, error.RequestId));
        Assert.StartsWith(
            $"read endpoint service s1: No way ({code}, HTTP {status}, request req-1). ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("EndPoint.0005")]
    [InlineData("Endpoint.2003")]
    public async Task Gone_service_reads_as_null_and_deletes_as_done(string code)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.ErrorAsync(context, 404, code));
        var services = cloud.Client(_time).Services;

        Assert.Null(await services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
        Assert.False(await services.DeleteAsync("s1", CancellationToken.None).DefaultTimeout());
    }

    [Theory]
    [InlineData(404, "text/html", "<html>not here</html>")]
    [InlineData(404, "application/json", """{"error_code":"APIGW.0101","error_msg":"no such API"}""")]
    public async Task Not_found_without_a_code_of_the_api_is_no_proof_of_absence(int status, string type, string body)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                return context.Response.WriteAsync(body);
            }
        );

        await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Endpoints.GetAsync("e1", CancellationToken.None).DefaultTimeout()
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task Delete_succeeds_with_either_status(int status)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );

        Assert.True(await cloud.Client(_time).Endpoints.DeleteAsync("e1", CancellationToken.None).DefaultTimeout());
    }

    [Fact]
    public async Task Unreachable_host_is_tried_again_and_then_named()
    {
        var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);
        var client = cloud.Client(_time, options => options with { MaxRetries = 2 });
        var log = cloud.Log;
        await using var _ = _time.AutoAdvance();
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var nowhere = new VpcepClient(
            client.Options with
            {
                Endpoint = new Uri($"http://127.0.0.1:{port}"),
            },
            _time,
            log
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            nowhere.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Unavailable, error.Class);
        Assert.Contains("127.0.0.1", error.Hint, StringComparison.Ordinal);
        Assert.Equal(3, log.Calls.Count);
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task Each_call_is_logged_without_what_is_secret()
    {
        await using var cloud = await FailingFirstAsync(
            1,
            context => FakeCloud.ErrorAsync(context, 500, "EndPoint.0001")
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        var lines = cloud.Log.Calls.Select(call => call.ToString()).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(
            [
                "GET /v1/p0/vpc-endpoint-services/s1 -> 500 in 0 ms (request req-1)",
                "GET /v1/p0/vpc-endpoint-services/s1 -> 200 in 0 ms",
            ],
            lines.Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"in \d+ ms", "in 0 ms"))
        );
        Assert.Equal("canary-token", cloud.Calls.First().Headers["X-Auth-Token"]);
        Assert.DoesNotContain("canary", string.Concat(lines.Concat(cloud.Log.Notices)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_call_and_the_host_gets_what_it_needs()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        var client = cloud.Client(_time, options => options with { UserAgent = "pulumi-resource-vpcep/0.1.0" });
        Assert.Empty(cloud.Calls);

        await client
            .Services.UpdateAsync("a/b?c", new UpdateServiceRequest { ServiceName = "n" }, CancellationToken.None)
            .DefaultTimeout();

        var call = Assert.Single(cloud.Calls);
        Assert.Equal("/v1/p0/vpc-endpoint-services/a%2Fb%3Fc", call.Target);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal("pulumi-resource-vpcep/0.1.0", call.Headers["User-Agent"]);
        Assert.Equal("""{"service_name":"n"}""", call.Body);
    }

    [Fact]
    public async Task What_a_call_may_change_counts_when_it_begins_and_when_it_ends()
    {
        Transport? transport = null;
        var seen = new List<long>();
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                seen.Add(transport!.Changes);
                return FakeCloud.JsonAsync(context, "{}");
            }
        );
        using (transport = new Transport(cloud.Client(_time).Options, _time, cloud.Log))
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Delete, HttpMethod.Get])
            {
                await transport.SendAsync(new ApiRequest(method, "/", "try"), CancellationToken.None).DefaultTimeout();
            }
        }

        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.Headers.SetCookie = "session=1; Path=/";
                return FakeCloud.JsonAsync(context, Service);
            }
        );
        var client = cloud.Client(_time);
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.All(cloud.Calls, static call => Assert.DoesNotContain("Cookie", call.Headers.Keys));
    }

    [Fact]
    public async Task Nobody_let_in_is_told_what_to_look_at_by_the_way_that_was_tried()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 401, "EndPoint.0003")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.StartsWith("The token is wrong, has expired", error.Hint, StringComparison.Ordinal);
    }

    private static Task<FakeCloud> FailingFirstAsync(int times, Func<HttpContext, Task> failure)
    {
        var left = times;
        return FakeCloud.StartAsync(
            (context, _) =>
                Interlocked.Decrement(ref left) >= 0 ? failure(context) : FakeCloud.JsonAsync(context, Service)
        );
    }
}
