using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class ServerStopTests
{
    [Fact]
    public async Task Stop_waits_for_the_calls_in_flight()
    {
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync);
        var call = server.TextAsync("done");
        await handler.Started.DefaultTimeout();

        var stop = server.Server.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        handler.Release();

        Assert.Equal("done", (await call).Value);
        await stop.DefaultTimeout();
    }

    [Fact]
    public async Task Stop_cancels_what_still_runs_when_the_drain_is_over_and_its_answer_arrives()
    {
        var time = new ManualTime();
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync, time);
        using var drain = new CancellationTokenSource();
        var call = server.TextAsync();
        await handler.Started.DefaultTimeout();

        var stop = server.Server.StopAsync(drain.Token);
        Assert.False(handler.Reason.IsCompleted);
        await drain.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(StatusCode.Unavailable, failure.Code);
        Assert.Equal(CancellationReason.ServerStop, await handler.Reason.DefaultTimeout());
        await stop.DefaultTimeout();
    }

    [Fact]
    public async Task Handler_that_ignores_the_cancellation_is_left_after_the_grace()
    {
        var time = new ManualTime();
        var release = new TaskCompletionSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(
            async (request, _) =>
            {
                started.SetResult();
                await release.Task;
                return request;
            },
            time,
            new() { StopGrace = TimeSpan.FromSeconds(4) }
        );
        var call = server.TextAsync();
        await started.Task.DefaultTimeout();

        var stop = server.Server.StopAsync(new CancellationToken(canceled: true));
        Assert.Equal(TimeSpan.FromSeconds(4), time.UntilNext);
        Assert.False(stop.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(4));

        await stop.DefaultTimeout();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(StatusCode.Unavailable, failure.Code);
        release.SetResult();
    }

    [Fact]
    public async Task Call_that_comes_while_the_server_stops_is_unavailable()
    {
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync);
        var call = server.TextAsync("first");
        await handler.Started.DefaultTimeout();

        var stop = server.Server.StopAsync(CancellationToken.None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.TextAsync("second"));

        Assert.Equal(StatusCode.Unavailable, failure.Code);
        handler.Release();
        Assert.Equal("first", (await call).Value);
        await stop.DefaultTimeout();
    }

    [Fact]
    public async Task Idle_connection_does_not_hold_the_stop_up()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        await server.TextAsync();

        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();
    }

    [Fact]
    public async Task Stopping_twice_is_stopping_once()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();
        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();
    }
}
