using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class ServerStreamingTests
{
    private static GrpcService Counting(ServerStreamingHandler<Int32Value, Int32Value> handler) =>
        new GrpcService().ServerStreaming(TestMethods.Count, handler);

    private static async IAsyncEnumerable<Int32Value> UpTo(Int32Value limit, ServerCallContext context)
    {
        for (var i = 0; i < limit.Value; i++)
        {
            await Task.Yield();
            yield return new Int32Value { Value = i };
        }
    }

    private static async Task<List<int>> CollectAsync(TestServer server, int count)
    {
        var got = new List<int>();
        await foreach (
            var item in server.Channel.ServerStreamingAsync(
                TestMethods.Count,
                new Int32Value { Value = count },
                CancellationToken.None
            )
        )
        {
            got.Add(item.Value);
        }

        return got;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task Stream_yields_every_message_in_order(int count)
    {
        await using var server = await TestServer.StartAsync(Counting(UpTo));

        Assert.Equal(Enumerable.Range(0, count), await CollectAsync(server, count).DefaultTimeout());
    }

    [Fact]
    public async Task Message_arrives_before_the_next_one_is_made()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async IAsyncEnumerable<Int32Value> TwoSteps(Int32Value request, ServerCallContext context)
        {
            yield return new Int32Value { Value = 1 };
            await received.Task;
            yield return new Int32Value { Value = 2 };
        }

        await using var server = await TestServer.StartAsync(Counting(TwoSteps));
        await using var stream = server
            .Channel.ServerStreamingAsync(TestMethods.Count, new Int32Value(), CancellationToken.None)
            .GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync().AsTask().DefaultTimeout());
        received.SetResult();
        Assert.True(await stream.MoveNextAsync().AsTask().DefaultTimeout());
        Assert.Equal(2, stream.Current.Value);
    }

    [Fact]
    public async Task Failure_after_messages_comes_after_the_messages()
    {
        async IAsyncEnumerable<Int32Value> Failing(Int32Value request, ServerCallContext context)
        {
            yield return new Int32Value { Value = 1 };
            await Task.Yield();
            throw new RpcException(StatusCode.Aborted, "half way");
        }

        await using var server = await TestServer.StartAsync(Counting(Failing));
        await using var stream = server
            .Channel.ServerStreamingAsync(TestMethods.Count, new Int32Value(), CancellationToken.None)
            .GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync().AsTask().DefaultTimeout());
        var failure = await Assert.ThrowsAsync<RpcException>(() => stream.MoveNextAsync().AsTask().DefaultTimeout());
        Assert.Equal((StatusCode.Aborted, "half way"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Leaving_the_loop_cancels_the_handler()
    {
        var cancelled = new TaskCompletionSource<CancellationReason>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        async IAsyncEnumerable<Int32Value> Endless(Int32Value request, ServerCallContext context)
        {
            yield return request;
            using var _ = context.CancellationToken.Register(() => cancelled.SetResult(context.CancellationReason));
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        await using var server = await TestServer.StartAsync(Counting(Endless));
        await foreach (
            var _ in server.Channel.ServerStreamingAsync(TestMethods.Count, new Int32Value(), CancellationToken.None)
        )
        {
            break;
        }

        Assert.Equal(CancellationReason.Caller, await cancelled.Task.DefaultTimeout());
    }
}
