using Grpc.Core;
using Pulumi.Provider.Testing;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>A server that stops loses no answer that it still could give.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Calls_under_way_are_answered()
    {
        var handler = new Waiting();
        await using var server = await CheckServer.StartAsync(handler.CheckAsync);
        var call = server.CheckAsync("first");
        await handler.Started.DefaultTimeout();

        var stop = server.Server.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        handler.Release();

        Assert.Equal("first", (await call.DefaultTimeout()).Inputs.Fields["text"].StringValue);
        await stop.DefaultTimeout();
    }

    [Fact]
    public async Task Calls_that_do_not_end_are_broken_off_when_the_time_is_up()
    {
        var handler = new Waiting();
        await using var server = await CheckServer.StartAsync(handler.CheckAsync);
        using var drain = new CancellationTokenSource();
        var call = server.CheckAsync();
        await handler.Started.DefaultTimeout();

        var stop = server.Server.StopAsync(drain.Token);
        Assert.False(handler.Cancelled.IsCompleted);
        await drain.CancelAsync();

        await stop.DefaultTimeout();
        await handler.Cancelled.DefaultTimeout();
        await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
    }

    [Fact]
    public async Task An_idle_connection_does_not_hold_the_stop_up_and_stopping_twice_is_stopping_once()
    {
        await using var server = await CheckServer.EchoAsync();
        await server.CheckAsync().DefaultTimeout();

        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();
        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();
    }
}
