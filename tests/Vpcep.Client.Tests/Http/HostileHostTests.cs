using Support;
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

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var other = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.Redirect(other.Uri + "v1/elsewhere");
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
