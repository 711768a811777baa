using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class StatusTests
{
    private static Task<TestServer> Throwing(Exception failure, GrpcServerOptions? options = null) =>
        TestServer.StartAsync((_, _) => throw failure, options: options);

    private static Task<RpcException> FailureOf(TestServer server) =>
        Assert.ThrowsAsync<RpcException>(() => server.TextAsync());

    public static TheoryData<StatusCode> Failures => new(System.Enum.GetValues<StatusCode>().Skip(1));

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Code_of_an_exception_travels(StatusCode code)
    {
        await using var server = await Throwing(new RpcException(code, "why"));

        var failure = await FailureOf(server);

        Assert.Equal((code, "why"), (failure.Code, failure.Message));
        Assert.Empty(failure.Details);
    }

    [Theory]
    [InlineData("")]
    [InlineData("100 % sure")]
    [InlineData("%41 stays as it is")]
    [InlineData("ÄÖÜ, 端点, 🙂")]
    [InlineData("two\r\nlines\tand a \0")]
    [InlineData("~ and \u007f")]
    public async Task Message_of_an_exception_travels_whatever_it_holds(string message)
    {
        await using var server = await Throwing(new RpcException(StatusCode.NotFound, message));

        Assert.Equal(message, (await FailureOf(server)).Message);
    }

    [Fact]
    public async Task Message_is_percent_encoded_on_the_wire()
    {
        await using var server = await Throwing(new RpcException(StatusCode.NotFound, "50% of Zürich\n"));

        var response = await RawCall.PostAsync(server, RawCall.Frame([]));

        Assert.Equal("50%25 of Z%C3%BCrich%0A", response.Headers["grpc-message"]);
    }

    [Fact]
    public async Task Lone_surrogate_becomes_the_replacement_character()
    {
        await using var server = await Throwing(new RpcException(StatusCode.NotFound, "a\ud800b"));

        Assert.Equal("a\ufffdb", (await FailureOf(server)).Message);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("端")]
    [InlineData("🙂")]
    public async Task Long_message_is_cut_to_what_every_client_takes(string letter)
    {
        var message = string.Concat(Enumerable.Repeat(letter, 100_000));
        await using var server = await Throwing(new RpcException(StatusCode.NotFound, message));

        var response = await RawCall.PostAsync(server, RawCall.Frame([]));
        var failure = await FailureOf(server);

        Assert.InRange(response.Headers["grpc-message"].Length, 10_000, 16_384);
        Assert.EndsWith("…", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith(letter + letter, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_travel_with_their_types()
    {
        await using var server = await Throwing(
            new RpcException(
                StatusCode.FailedPrecondition,
                "größer",
                Any.Pack(TestMethods.Value("first")),
                Any.Pack(new Int32Value { Value = 2 })
            )
        );

        var failure = await FailureOf(server);

        Assert.Equal("größer", failure.Message);
        Assert.Equal("first", failure.Detail<StringValue>()!.Value);
        Assert.Equal(2, failure.Detail<Int32Value>()!.Value);
        Assert.Null(failure.Detail<BoolValue>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Details_are_a_status_in_unpadded_base64(int length)
    {
        var text = new string('x', length);
        await using var server = await Throwing(
            new RpcException(StatusCode.Aborted, "why", Any.Pack(TestMethods.Value(text)))
        );

        var trailer = (await RawCall.PostAsync(server, RawCall.Frame([]))).Headers["grpc-status-details-bin"];

        Assert.DoesNotContain('=', trailer);
        var bytes = Convert.FromBase64String(trailer.PadRight((trailer.Length + 3) / 4 * 4, '='));
        var status = Pulumi.Provider.Grpc.Messages.Status.Parser.ParseFrom(bytes);
        Assert.Equal((10, "why"), (status.Code, status.Message));
        Assert.Equal("type.googleapis.com/google.protobuf.StringValue", Assert.Single(status.Details).TypeUrl);
        Assert.Equal(text, (await FailureOf(server)).Detail<StringValue>()!.Value);
    }

    [Theory]
    [InlineData(50 << 10)]
    [InlineData(1 << 20)]
    [InlineData(5 << 20)]
    public async Task Details_of_this_size_arrive_whole(int size)
    {
        var state = new byte[size];
        new Random(1).NextBytes(state);
        var detail = Any.Pack(new BytesValue { Value = ByteString.CopyFrom(state) });
        await using var server = await Throwing(new RpcException(StatusCode.Unknown, "half made", detail));

        var failure = await FailureOf(server);

        Assert.Equal(state, failure.Detail<BytesValue>()!.Value.ToByteArray());
    }

    [Fact]
    public async Task Details_too_large_for_headers_are_left_out_and_the_message_says_so()
    {
        var detail = Any.Pack(new BytesValue { Value = ByteString.CopyFrom(new byte[7 << 20]) });
        await using var server = await Throwing(new RpcException(StatusCode.Aborted, "why", detail));

        var failure = await FailureOf(server);

        Assert.Equal(StatusCode.Aborted, failure.Code);
        Assert.Empty(failure.Details);
        Assert.Equal("why (details left out: too large for the protocol's headers)", failure.Message);
    }

    [Fact]
    public async Task Unexpected_exception_is_internal_without_its_text_and_the_hook_hears_of_it()
    {
        var bug = new InvalidOperationException("password=hunter2");
        var heard = new List<(string Path, Exception Failure)>();
        await using var server = await Throwing(
            bug,
            new() { OnUnhandledException = (path, failure) => heard.Add((path, failure)) }
        );

        var failure = await FailureOf(server);

        Assert.Equal(StatusCode.Internal, failure.Code);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("/test.Service/Text", bug), Assert.Single(heard));
    }

    [Fact]
    public async Task Handler_that_answers_null_is_a_bug()
    {
        var heard = 0;
        await using var server = await TestServer.StartAsync(
            (_, _) => Task.FromResult<StringValue>(null!),
            options: new() { OnUnhandledException = (_, _) => heard++ }
        );

        Assert.Equal(StatusCode.Internal, (await FailureOf(server)).Code);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Cancellation_nobody_asked_for_is_cancelled_and_no_bug()
    {
        var heard = 0;
        await using var server = await Throwing(
            new TaskCanceledException(),
            new() { OnUnhandledException = (_, _) => heard++ }
        );

        Assert.Equal(StatusCode.Cancelled, (await FailureOf(server)).Code);
        Assert.Equal(0, heard);
    }

    [Fact]
    public async Task Hook_that_throws_fails_its_call_and_nothing_else()
    {
        await using var server = await TestServer.StartAsync(
            (request, _) => request.Value == "bug" ? throw new InvalidOperationException() : Task.FromResult(request),
            options: new() { OnUnhandledException = (_, _) => throw new InvalidOperationException() }
        );

        await Assert.ThrowsAsync<RpcException>(() => server.TextAsync("bug"));

        Assert.Equal("fine", (await server.TextAsync("fine")).Value);
    }
}
