using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

public class ServiceWaitTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Service_is_awaited_until_available()
    {
        var looks = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                FakeCloud.JsonAsync(
                    context,
                    $$"""{"id":"s1","status":"{{(Interlocked.Increment(ref looks) < 3 ? "Creating" : "Available")}}"}"""
                )
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var service = await client.Services.WaitUntilAvailableAsync("s1", null, default).DefaultTimeout();

        Assert.Equal("Available", service.Status);
        Assert.Equal(3, cloud.Calls.Count);
    }

    [Theory]
    [InlineData("failed", ErrorClass.Failed, "the cloud failed to make it: it gives no reason")]
    [InlineData("deleting", ErrorClass.NotFound, "it is being deleted by someone else")]
    public async Task Service_that_cannot_become_available_ends_the_wait(string status, ErrorClass kind, string problem)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, $$"""{"id":"s1","status":"{{status}}"}""")
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.WaitUntilAvailableAsync("s1", null, default).DefaultTimeout()
        );

        Assert.Equal((kind, problem), (error.Class, error.Problem));
    }

    // A load balancer asks one copy, then another that lags.
    [Fact]
    public async Task Service_that_is_there_and_then_is_not_is_late_while_it_is_young()
    {
        var looks = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                Interlocked.Increment(ref looks) switch
                {
                    1 => FakeCloud.JsonAsync(context, """{"id":"s1","status":"creating"}"""),
                    < 5 => FakeCloud.ErrorAsync(context, 404, "EndPoint.0005"),
                    _ => FakeCloud.JsonAsync(context, """{"id":"s1","status":"available"}"""),
                }
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var service = await client.Services.WaitUntilAvailableAsync("s1", null, default).DefaultTimeout();

        Assert.Equal("available", service.Status);
    }

    [Fact]
    public async Task Service_in_use_is_deleted_once_it_is_free()
    {
        var refusals = 3;
        var deleted = false;
        var seen = new List<string?>();
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
            {
                if (call.Method == "DELETE")
                {
                    deleted = Interlocked.Decrement(ref refusals) < 0;
                    return deleted ? Task.CompletedTask : FakeCloud.ErrorAsync(context, 400, "EndPoint.3006");
                }
                return FakeCloud.ErrorAsync(context, 404, "EndPoint.0005");
            }
        );
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        await client.Services.DeleteAndWaitAsync("s1", progress => seen.Add(progress.Status), default).DefaultTimeout();

        Assert.True(deleted);
        Assert.Equal(4, cloud.Count("DELETE", "s1"));
        Assert.Equal(["in use by endpoints", "in use by endpoints", "in use by endpoints", "gone"], seen);
    }

    [Fact]
    public async Task Update_that_answers_nothing_is_read_back()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Method == "PUT"
                    ? Task.CompletedTask
                    : FakeCloud.JsonAsync(context, """{"id":"s1","tcp_proxy":"open"}""")
        );

        var updated = await cloud
            .Client(_time)
            .Services.UpdateAsync("s1", new UpdateServiceRequest { TcpProxy = "open" }, default)
            .DefaultTimeout();

        Assert.Equal("open", updated.TcpProxy);
    }
}
