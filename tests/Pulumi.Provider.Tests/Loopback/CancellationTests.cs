using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>Whoever no longer waits for an answer ends the work for it, and nothing else.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_call_cancels_its_handler()
    {
        var handler = new Waiting();
        await using var server = await CheckServer.StartAsync(handler.CheckAsync);
        using var cancel = new CancellationTokenSource();

        var call = server.CheckAsync(options: new CallOptions(cancellationToken: cancel.Token));
        await handler.Started.DefaultTimeout();
        await cancel.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await handler.Cancelled.DefaultTimeout();
    }

    [Fact]
    public async Task A_deadline_cancels_the_handler()
    {
        var handler = new Waiting();
        await using var server = await CheckServer.StartAsync(handler.CheckAsync);
        var soon = TimeProvider.System.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(0.5);

        var call = server.CheckAsync(options: new CallOptions(deadline: soon));

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await (handler.Started.IsCompleted ? handler.Cancelled : Task.CompletedTask).DefaultTimeout();
    }

    [Fact]
    public async Task A_lost_connection_cancels_the_handler()
    {
        var handler = new Waiting();
        await using var server = await CheckServer.StartAsync(handler.CheckAsync);
        Socket? socket = null;
        using var sockets = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (context, token) =>
            {
                socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{server.Server.Port}",
            new GrpcChannelOptions { HttpHandler = sockets }
        );

        var call = new ResourceProvider.ResourceProviderClient(channel).CheckAsync(new CheckRequest());
        await handler.Started.DefaultTimeout();
        socket!.Close();

        await handler.Cancelled.DefaultTimeout();
        await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
    }

    [Fact]
    public async Task A_thousand_cancelled_calls_leave_the_connection_usable()
    {
        await using var server = await CheckServer.StartAsync(
            static async (request, context) =>
            {
                if (request.News.Fields["text"].StringValue == "wait")
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
                }

                return new CheckResponse { Inputs = request.News };
            }
        );
        for (var round = 0; round < 10; round++)
        {
            using var cancel = new CancellationTokenSource();
            var options = new CallOptions(cancellationToken: cancel.Token);
            var calls = Enumerable.Range(0, 100).Select(_ => server.CheckAsync("wait", options)).ToList();
            await server.CheckAsync("through").DefaultTimeout();
            await cancel.CancelAsync();
            foreach (var call in calls)
            {
                await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
            }
        }

        var answer = await server.CheckAsync("still here").DefaultTimeout();
        Assert.Equal("still here", answer.Inputs.Fields["text"].StringValue);
    }
}
