using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>Hosts that stall, flood or send elsewhere.</summary>
public class HostileHostTests
{
    private const string Service = """{"id":"s1","status":"available"}""";

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Silent_host_is_given_up_on_after_the_timeout()
    {
        var stalled = new TaskCompletionSource();
        await using var cloud = await FakeCloud.StartAsync((_, _) => stalled.Task);
        var client = cloud.Client(_time, options => options with { NetworkTime = null, MaxRetries = 0 });
        var read = client.Services.GetAsync("s1", CancellationToken.None);
        await _time.UntilTimersAsync();

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(read.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<VpcepException>(() => read.DefaultTimeout());
        Assert.Contains("no answer within 60 s", error.Message, StringComparison.Ordinal);
        stalled.SetResult();
    }

    [Fact]
    public async Task Cancelled_read_ends_at_once()
    {
        var arrived = new TaskCompletionSource();
        var stalled = new TaskCompletionSource();
        await using var cloud = await FakeCloud.StartAsync(
            (_, _) =>
            {
                arrived.SetResult();
                return stalled.Task;
            }
        );
        using var cancel = new CancellationTokenSource();
        var read = cloud.Client(_time).Services.GetAsync("s1", cancel.Token);
        await arrived.Task.DefaultTimeout();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read.DefaultTimeout());
        stalled.SetResult();
    }

    [Fact]
    public async Task Oversized_answer_is_refused_and_not_asked_for_again()
    {
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                var chunk = new byte[64 * 1024];
                for (var sent = 0; sent < 100 && !context.RequestAborted.IsCancellationRequested; sent++)
                {
                    await context.Response.Body.WriteAsync(chunk);
                }
            }
        );
        var client = cloud.Client(_time, options => options with { MaxResponseBytes = 100_000 });

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("larger than 100000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(200, true)]
    [InlineData(500, false)]
    [InlineData(500, true)]
    public async Task A_gigabyte_is_not_taken_in(int status, bool announced)
    {
        const long Gigabyte = 1L << 30;
        long sent = 0;
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentLength = announced ? Gigabyte : null;
                var chunk = new byte[1 << 20];
                while (sent < Gigabyte && !context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(chunk);
                    sent += chunk.Length;
                    // Writing to a caller that has hung up takes no time, and hearing of it does.
                    await Task.Delay(TimeSpan.FromMilliseconds(5));
                }
            }
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("larger than 33554432 bytes", error.Message, StringComparison.Ordinal);
        Assert.InRange(sent, 0, Gigabyte / 8);
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task A_gigabyte_that_came_as_a_megabyte_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var chunk = new byte[1 << 20];
            for (var written = 0; written < 1024; written++)
            {
                await gzip.WriteAsync(chunk);
            }
        }

        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(packed.ToArray());
            }
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("larger than 33554432 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_may_be_packed_and_is_asked_for_so()
    {
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                Assert.Equal("gzip", context.Request.Headers.AcceptEncoding);
                context.Response.Headers.ContentEncoding = "GZIP";
                context.Response.ContentType = "application/json";
                await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(Service));
            }
        );

        var service = await cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal("s1", service?.Id);
    }

    [Fact]
    public async Task What_says_packed_and_is_not_is_a_lost_answer()
    {
        var answers = 0;
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                context.Response.Headers.ContentEncoding = Interlocked.Increment(ref answers) == 1 ? "gzip" : default;
                await context.Response.WriteAsync(Service);
            }
        );
        await using var __ = _time.AutoAdvance();

        var service = await cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal("s1", service?.Id);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Theory]
    [InlineData(200, "cannot be understood")]
    [InlineData(400, "HTTP 400")]
    public async Task Json_nested_a_million_levels_deep_is_an_error_like_another(int status, string expected)
    {
        var deep = string.Concat(Enumerable.Repeat("""{"error":""", 1_000_000));
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, deep, status));
        var client = cloud.Client(_time, options => options with { MaxRetries = 0 });

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 1000);
    }

    [Fact]
    public async Task Headers_without_measure_are_refused_and_not_asked_for_again()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.Headers["X-Large"] = new string('x', 1 << 20);
                return FakeCloud.JsonAsync(context, Service);
            }
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("headers length exceeded", error.Message, StringComparison.Ordinal);
        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task Answer_that_drips_has_as_much_time_as_any()
    {
        var dripped = new TaskCompletionSource();
        await using var cloud = await FakeCloud.StartAsync(
            async (context, _) =>
            {
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync(" ");
                    dripped.TrySetResult();
                    await Task.Delay(TimeSpan.FromMilliseconds(5));
                }
            }
        );
        var client = cloud.Client(_time, options => options with { NetworkTime = null, MaxRetries = 0 });
        var read = client.Services.GetAsync("s1", CancellationToken.None);
        await dripped.Task.DefaultTimeout();

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(read.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<VpcepException>(() => read.DefaultTimeout());
        Assert.Contains("no answer within 60 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_without_end_is_given_up_on()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
            {
                var items = Enumerable.Range(call.Query("offset", 0), 3).Select(id => $$"""{"id":"{{id}}"}""");
                return FakeCloud.JsonAsync(
                    context,
                    $$"""{"endpoint_services":[{{string.Join(',', items)}}],"total_count":2000000000}"""
                );
            }
        );
        var client = cloud.Client(_time, options => options with { RequestsPerSecond = 1_000_000 });
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(async () =>
        {
            await foreach (var service in client.Services.ListAsync(null, CancellationToken.None)) { }
        });

        Assert.Contains("does not end", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, cloud.Calls.Count);
    }

    [Fact]
    public async Task Refusal_that_quotes_the_request_does_not_spread_its_credentials()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                FakeCloud.ErrorAsync(
                    context,
                    401,
                    "APIGW.0301",
                    $"verify failed: {string.Join('|', call.Headers.Select(static header => header.Key + ":" + header.Value))}"
                )
        );
        var keys = new AccessKeyCredential("AK-canary-1", "SK-canary-2", "ST-canary-3");
        foreach (var credential in (ICredential[])[keys, new TokenCredential("TK-canary-4")])
        {
            var client = cloud.Client(_time, options => options with { Credential = credential });

            var error = await Assert.ThrowsAsync<VpcepException>(() =>
                client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
            );

            Assert.Contains("[secret]", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AK-canary-1")]
    [InlineData("AKcanary")]
    public async Task Refusal_that_quotes_the_access_key_alone_does_not_spread_it(string key)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 401, "APIGW.0301", $"no access key <{key}>")
        );
        var client = cloud.Client(
            _time,
            options => options with { Credential = new AccessKeyCredential(key, "SK-canary-2") }
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("<[secret]>", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_not_followed(int status)
    {
        await using var other = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = other.Uri + "v1/elsewhere";
                return Task.CompletedTask;
            }
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Contains("redirect to localhost", error.Message, StringComparison.Ordinal);
        Assert.Empty(other.Calls);
    }
}
