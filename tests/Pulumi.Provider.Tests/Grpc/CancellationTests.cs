using System.Collections.Concurrent;
using System.Net.Sockets;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class CancellationTests
{
    [Fact]
    public async Task Cancelling_the_token_cancels_the_handler()
    {
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync);
        using var cancel = new CancellationTokenSource();

        var call = server.TextAsync(cancellationToken: cancel.Token);
        await handler.Started.DefaultTimeout();
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        Assert.Equal(CancellationReason.Caller, await handler.Reason.DefaultTimeout());
    }

    [Fact]
    public async Task Token_that_has_fired_sends_nothing()
    {
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.TextAsync(cancellationToken: new CancellationToken(canceled: true))
        );

        Assert.False(handler.Started.IsCompleted);
    }

    [Fact]
    public async Task Cancelling_one_call_leaves_the_others_alone()
    {
        var slow = new WaitingHandler();
        await using var server = await TestServer.StartAsync(
            (request, context) => request.Value == "slow" ? slow.ServeAsync(request, context) : Task.FromResult(request)
        );
        using var cancel = new CancellationTokenSource();

        var call = server.TextAsync("slow", cancellationToken: cancel.Token);
        await slow.Started.DefaultTimeout();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("fast", (await server.TextAsync("fast")).Value);
    }

    [Fact]
    public async Task Lost_connection_cancels_the_handler()
    {
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync);
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
        using var http = new HttpMessageInvoker(sockets);
        using var request = RawCall.Request(
            server,
            HttpMethod.Post,
            "/test.Service/Text",
            new ByteArrayContent(RawCall.Frame([]))
        );

        var call = http.SendAsync(request, CancellationToken.None);
        await handler.Started.DefaultTimeout();
        socket!.Close();

        Assert.Equal(CancellationReason.Caller, await handler.Reason.DefaultTimeout());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call.DefaultTimeout());
    }

    [Fact]
    public async Task Call_broken_off_inside_its_request_never_reaches_the_handler()
    {
        var heard = 0;
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(
            handler.ServeAsync,
            options: new() { OnUnhandledException = (_, _) => heard++ }
        );
        using var cancel = new CancellationTokenSource();
        using var sockets = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpMessageInvoker(sockets);
        var content = new HalfSentContent();
        using var request = RawCall.Request(server, HttpMethod.Post, "/test.Service/Text", content);

        var call = http.SendAsync(request, cancel.Token);
        await content.Sent.DefaultTimeout();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.DefaultTimeout());
        await server.Server.StopAsync(CancellationToken.None).DefaultTimeout();

        Assert.False(handler.Started.IsCompleted);
        Assert.Equal(0, heard);
    }

    [Fact]
    public async Task Thousand_cancelled_calls_leave_the_connection_usable()
    {
        await using var server = await TestServer.StartAsync(
            async (request, context) =>
            {
                if (request.Value == "wait")
                {
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                }

                return request;
            }
        );
        for (var round = 0; round < 10; round++)
        {
            using var cancel = new CancellationTokenSource();
            var calls = Enumerable
                .Range(0, 100)
                .Select(_ => server.TextAsync("wait", cancellationToken: cancel.Token))
                .ToList();
            await server.TextAsync("through");
            await cancel.CancelAsync();
            foreach (var call in calls)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            }
        }

        Assert.Equal("still here", (await server.TextAsync("still here")).Value);
    }

    private sealed class HalfSentContent : HttpContent
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Sent => _sent.Task;

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            System.Net.TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            await stream.WriteAsync(RawCall.Frame([], length: 100), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _sent.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [Fact]
    public async Task Caller_that_leaves_while_its_answer_is_written_is_no_bug()
    {
        var writing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<CancellationReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        async IAsyncEnumerable<LateMessage> AnswerLate(Int32Value request, ServerCallContext context)
        {
            try
            {
                yield return new LateMessage(() =>
                {
                    writing.SetResult();
                    context.CancellationToken.WaitHandle.WaitOne();
                });
                await Task.Yield();
            }
            finally
            {
                ended.SetResult(context.CancellationReason);
            }
        }

        var bugs = new ConcurrentQueue<Exception>();
        var count = new Method<Int32Value, LateMessage>(
            TestMethods.Count.Path,
            Int32Value.Parser,
            new MessageParser<LateMessage>(() => throw new NotSupportedException())
        );
        var options = new GrpcServerOptions { OnUnhandledException = (_, failure) => bugs.Enqueue(failure) };
        await using (
            var server = await TestServer.StartAsync(
                new GrpcService().ServerStreaming(count, AnswerLate),
                options: options
            )
        )
        {
            using var leave = new CancellationTokenSource();
            await using var stream = server
                .Channel.ServerStreamingAsync(TestMethods.Count, new Int32Value(), leave.Token)
                .GetAsyncEnumerator();
            var answer = stream.MoveNextAsync().AsTask();
            await writing.Task.DefaultTimeout();
            await leave.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);

            Assert.Equal(CancellationReason.Caller, await ended.Task.DefaultTimeout());
        }

        Assert.Empty(bugs);
    }
}
