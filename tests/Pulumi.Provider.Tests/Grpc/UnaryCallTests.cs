using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class UnaryCallTests
{
    [Fact]
    public async Task Unary_call_returns_the_handlers_answer()
    {
        await using var server = await TestServer.StartAsync(
            (request, _) => Task.FromResult(TestMethods.Value(request.Value + "!"))
        );

        Assert.Equal("hello!", (await server.TextAsync("hello")).Value);
    }

    [Fact]
    public async Task Unary_call_with_an_empty_message_works_both_ways()
    {
        await using var server = await TestServer.StartAsync((_, _) => Task.FromResult(new StringValue()));

        Assert.Equal("", (await server.TextAsync()).Value);
    }

    [Fact]
    public async Task Address_may_have_a_scheme()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        using var channel = new GrpcChannel($"http://127.0.0.1:{server.Server.Port}", TimeProvider.System);

        var answer = await channel
            .UnaryAsync(TestMethods.Text, TestMethods.Value("x"), CancellationToken.None)
            .DefaultTimeout();

        Assert.Equal("x", answer.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no port:")]
    [InlineData("127.0.0.1:1/path")]
    [InlineData("https://127.0.0.1:1")]
    public void Address_that_is_none_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new GrpcChannel(address, TimeProvider.System));

    [Fact]
    public async Task Metadata_reaches_the_handler()
    {
        await using var server = await TestServer.StartAsync(
            (_, context) => Task.FromResult(TestMethods.Value(context.Headers["x-one"].ToString()))
        );

        var answer = await server
            .Channel.UnaryAsync(
                TestMethods.Text,
                new StringValue(),
                CancellationToken.None,
                metadata: [new("x-one", "first")]
            )
            .DefaultTimeout();

        Assert.Equal("first", answer.Value);
    }

    [Fact]
    public async Task Many_calls_run_at_the_same_time()
    {
        const int calls = 256;
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await TestServer.StartAsync(
            async (request, _) =>
            {
                if (Interlocked.Increment(ref arrived) == calls)
                {
                    all.SetResult();
                }

                await all.Task;
                return request;
            }
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, calls).Select(i => server.TextAsync($"{i}")))
            .DefaultTimeout();

        Assert.Equal(Enumerable.Range(0, calls).Select(i => $"{i}"), answers.Select(answer => answer.Value));
    }

    [Fact]
    public async Task Message_of_64_MiB_survives_both_ways()
    {
        var service = new GrpcService().Unary(TestMethods.Bytes, (request, _) => Task.FromResult(request));
        await using var server = await TestServer.StartAsync(service);
        var data = new byte[64 << 20];
        new Random(1).NextBytes(data);

        var answer = await server
            .Channel.UnaryAsync(
                TestMethods.Bytes,
                new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(data) },
                CancellationToken.None
            )
            .DefaultTimeout();

        Assert.True(answer.Value.Span.SequenceEqual(data));
    }

    [Fact]
    public async Task Call_to_where_nothing_listens_is_unavailable()
    {
        var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        var port = server.Server.Port;
        await server.DisposeAsync();
        using var channel = new GrpcChannel($"127.0.0.1:{port}", TimeProvider.System);

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            channel.UnaryAsync(TestMethods.Text, new StringValue(), CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(StatusCode.Unavailable, failure.Code);
    }
}
