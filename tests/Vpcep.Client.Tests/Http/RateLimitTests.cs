using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

public class RateLimitTests
{
    private const string Service = """{"id":"s1","status":"available"}""";

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Rate_limit_sent_as_400_is_waited_out_and_told()
    {
        await using var cloud = await FailingFirstAsync(
            1,
            context => FakeCloud.ErrorAsync(context, 400, "EndPoint.0022")
        );
        var read = cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None);

        var waited = await _time.AdvanceToNextAsync();
        // The gate opens with an empty bucket: the first call goes a moment later.
        await using var _ = _time.AutoAdvance();
        await read.DefaultTimeout();

        Assert.Equal(TimeSpan.FromSeconds(4), waited);
        Assert.Equal(["waiting: rate limit, retry in 4 s"], cloud.Log.Notices);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        await using var cloud = await FailingFirstAsync(
            1,
            context =>
            {
                context.Response.Headers.RetryAfter = "37";
                return FakeCloud.JsonAsync(context, """{"error_code":"APIGW.0308","error_msg":"over"}""", 429);
            }
        );
        var read = cloud.Client(_time).Services.GetAsync("s1", CancellationToken.None);

        var waited = await _time.AdvanceToNextAsync(TimeSpan.FromMinutes(1));
        await using var _ = _time.AutoAdvance();
        await read.DefaultTimeout();

        Assert.Equal(TimeSpan.FromSeconds(37), waited);
    }

    [Fact]
    public async Task One_rate_limit_holds_everyone_back()
    {
        var called = new ConcurrentQueue<TimeSpan>();
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                called.Enqueue(_time.Elapsed);
                return called.Count == 1
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.0022")
                    : FakeCloud.JsonAsync(context, Service);
            }
        );
        var client = cloud.Client(_time);
        var limited = client.Services.GetAsync("s1", CancellationToken.None);
        await _time.UntilTimersAsync();

        var others = Enumerable.Range(0, 5).Select(_ => client.Services.GetAsync("s1", CancellationToken.None));
        var all = Task.WhenAll([limited, .. others]);
        await using var _ = _time.AutoAdvance();
        await all.DefaultTimeout();

        Assert.Equal(7, called.Count);
        Assert.All(called.Skip(1), static time => Assert.True(time >= TimeSpan.FromSeconds(2), $"{time}"));
    }

    [Fact]
    public async Task What_passes_makes_the_next_pause_a_first_one()
    {
        var calls = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                Interlocked.Increment(ref calls) % 2 == 1
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.0022")
                    : FakeCloud.JsonAsync(context, Service)
        );
        var services = cloud.Client(_time).Services;
        await using var _ = _time.AutoAdvance();

        await services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        await services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal(Enumerable.Repeat("waiting: rate limit, retry in 4 s", 2), cloud.Log.Notices);
    }

    [Fact]
    public async Task Rate_limit_that_never_ends_is_reported_when_patience_ends()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.0022")
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.RateLimited, error.Class);
        Assert.True(error.IsTransient);
        Assert.InRange(_time.Elapsed, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.InRange(cloud.Calls.Count, 10, 40);
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
