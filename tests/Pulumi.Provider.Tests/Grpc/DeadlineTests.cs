using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class DeadlineTests
{
    private static readonly byte[] Message = RawCall.Frame([]);

    [Theory]
    [InlineData("2H", "02:00:00")]
    [InlineData("90M", "01:30:00")]
    [InlineData("45S", "00:00:45")]
    [InlineData("1500m", "00:00:01.5")]
    [InlineData("2500000u", "00:00:02.5")]
    [InlineData("99999999n", "00:00:00.1")]
    [InlineData("100n", "00:00:00.0000001")]
    [InlineData("1n", "00:00:00.0000001")]
    [InlineData("00000007S", "00:00:07")]
    public async Task Timeout_header_sets_the_deadline(string header, string expected)
    {
        var time = new ManualTime();
        DateTimeOffset? deadline = null;
        await using var server = await TestServer.StartAsync(
            (request, context) =>
            {
                deadline = context.Deadline;
                return Task.FromResult(request);
            },
            time
        );

        var response = await RawCall.PostAsync(server, Message, headers: [("grpc-timeout", header)]);

        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal(time.GetUtcNow() + TimeSpan.Parse(expected, null), deadline);
    }

    [Fact]
    public async Task Longest_timeout_is_no_overflow()
    {
        var time = new ManualTime();
        DateTimeOffset? deadline = null;
        await using var server = await TestServer.StartAsync(
            (request, context) =>
            {
                deadline = context.Deadline;
                return Task.FromResult(request);
            },
            time
        );

        var response = await RawCall.PostAsync(server, Message, headers: [("grpc-timeout", "99999999H")]);

        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal(DateTimeOffset.MaxValue, deadline);
    }

    [Fact]
    public async Task No_timeout_is_no_deadline()
    {
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(
            (_, context) => Task.FromResult(TestMethods.Value($"{context.Deadline} {time.PendingTimers}")),
            time
        );

        // The one timer is the server's own, for its stop, and is not armed.
        Assert.Equal(" 0", (await server.TextAsync()).Value);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("S")]
    [InlineData("123456789S")]
    [InlineData("-1S")]
    [InlineData("1.5S")]
    [InlineData("1s")]
    [InlineData("1 S")]
    [InlineData("soon")]
    public async Task Malformed_timeout_is_refused(string header)
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(server, Message, headers: [("grpc-timeout", header)]);

        Assert.Equal(StatusCode.Internal, response.TrailersOnlyStatus);
    }

    [Fact]
    public async Task Deadline_cancels_the_handler_and_answers_deadline_exceeded()
    {
        var time = new ManualTime();
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(handler.ServeAsync, time);

        var call = RawCall.PostAsync(server, Message, headers: [("grpc-timeout", "5S")]);
        await handler.Started.DefaultTimeout();
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(StatusCode.DeadlineExceeded, (await call).TrailersOnlyStatus);
        Assert.Equal(CancellationReason.Deadline, await handler.Reason.DefaultTimeout());
        Assert.Equal(0, time.PendingTimers);
    }

    [Fact]
    public async Task Deadline_that_has_passed_cancels_at_once()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(server, Message, headers: [("grpc-timeout", "0n")]);

        Assert.Equal(StatusCode.DeadlineExceeded, response.TrailersOnlyStatus);
    }

    [Fact]
    public async Task Answer_that_exists_is_sent_even_when_it_is_late()
    {
        // A resource that was made must be reported; whether the caller still listens is for the caller to decide.
        var time = new ManualTime();
        await using var server = await TestServer.StartAsync(
            async (_, context) =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, context.CancellationToken);
                }
                catch (OperationCanceledException) { }

                return TestMethods.Value("made");
            },
            time
        );

        var call = RawCall.PostAsync(server, Message, headers: [("grpc-timeout", "5S")]);
        await time.UntilTimersAsync();
        time.Advance(TimeSpan.FromSeconds(5));

        var response = await call;
        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal("made", StringValue.Parser.ParseFrom(response.Body.AsSpan(5)).Value);
    }

    [Fact]
    public async Task Callback_that_throws_when_the_deadline_fires_is_reported_and_harmless()
    {
        var time = new ManualTime();
        var heard = new TaskCompletionSource<Exception>();
        var handler = new WaitingHandler();
        await using var server = await TestServer.StartAsync(
            (request, context) =>
            {
                context.CancellationToken.Register(() => throw new InvalidOperationException("bad callback"));
                return handler.ServeAsync(request, context);
            },
            time,
            new() { OnUnhandledException = (_, failure) => heard.SetResult(failure) }
        );

        var call = RawCall.PostAsync(server, Message, headers: [("grpc-timeout", "5S")]);
        await handler.Started.DefaultTimeout();
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(StatusCode.DeadlineExceeded, (await call).TrailersOnlyStatus);
        Assert.Contains("bad callback", (await heard.Task.DefaultTimeout()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_stops_waiting_at_its_own_deadline_and_tells_the_server()
    {
        var time = new ManualTime();
        var handler = new WaitingHandler();
        var header = "";
        await using var server = await TestServer.StartAsync(
            (request, context) =>
            {
                header = context.Headers["grpc-timeout"].ToString();
                return handler.ServeAsync(request, context);
            }
        );
        using var channel = new GrpcChannel($"127.0.0.1:{server.Server.Port}", time);

        var call = channel.UnaryAsync(
            TestMethods.Text,
            new StringValue(),
            CancellationToken.None,
            TimeSpan.FromHours(7)
        );
        await handler.Started.DefaultTimeout();
        Assert.Equal("25200000m", header);
        time.Advance(TimeSpan.FromHours(7));

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.DefaultTimeout());
        Assert.Equal(StatusCode.DeadlineExceeded, failure.Code);
        Assert.Equal(CancellationReason.Caller, await handler.Reason.DefaultTimeout());
    }

    [Theory]
    [InlineData("00:00:00.0000001", "1u")]
    [InlineData("00:00:30", "30000000u")]
    [InlineData("00:05:00", "300000m")]
    [InlineData("3.00:00:00", "259200S")]
    [InlineData("10675199.02:48:05", "99999999H")]
    public async Task Timeout_is_sent_in_the_finest_unit_that_holds_it(string timeout, string expected)
    {
        await using var server = await TestServer.StartAsync(
            (_, context) => Task.FromResult(TestMethods.Value(context.Headers["grpc-timeout"].ToString()))
        );
        using var channel = new GrpcChannel($"127.0.0.1:{server.Server.Port}", new ManualTime());

        var answer = await channel
            .UnaryAsync(TestMethods.Text, new StringValue(), CancellationToken.None, TimeSpan.Parse(timeout, null))
            .DefaultTimeout();

        Assert.Equal(expected, answer.Value);
    }
}
