using System.Text.Json;
using Pulumi.Provider.Grpc;
using Support;

namespace Conformance.Tests;

/// <summary>Calls of @grpc/grpc-js, a client nobody here wrote, to our server.</summary>
public sealed class GrpcJsTests(NodeFixture node)
{
    private async Task<JsonElement> PlayAsync(string scenario)
    {
        await using var server = await ProbeServer.StartAsync();
        return await node.PlayAsync(scenario, server.Port);
    }

    private static StatusCode CodeOf(JsonElement seen) => (StatusCode)seen.GetProperty("code").GetInt32();

    [Fact]
    public async Task Unary_call_is_answered()
    {
        var seen = await PlayAsync("echo");

        Assert.Equal("grüße, 端点", seen.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("fail", 1000)]
    [InlineData("fail-large", 45_000)]
    public async Task Failure_arrives_with_message_and_details(string scenario, int stateSize)
    {
        var seen = await PlayAsync(scenario);

        Assert.Equal(StatusCode.FailedPrecondition, CodeOf(seen));
        Assert.Equal("100% größer,\nals erlaubt", seen.GetProperty("message").GetString());
        var status = seen.GetProperty("status");
        Assert.Equal((int)StatusCode.FailedPrecondition, status.GetProperty("code").GetInt32());
        Assert.Equal("100% größer,\nals erlaubt", status.GetProperty("message").GetString());
        var detail = Assert.Single(status.GetProperty("details").EnumerateArray());
        Assert.Equal("pulumirpc.ErrorResourceInitFailed", detail.GetProperty("name").GetString());
        var value = detail.GetProperty("value");
        Assert.Equal("vpc-1", value.GetProperty("id").GetString());
        Assert.Equal("größer als erlaubt", value.GetProperty("reasons")[0].GetString());
        var state = value.GetProperty("properties").GetProperty("fields").GetProperty("state");
        Assert.Equal(stateSize, state.GetProperty("stringValue").GetString()!.Length);
    }

    [Fact]
    public async Task Unknown_method_is_unimplemented() =>
        Assert.Equal(StatusCode.Unimplemented, CodeOf(await PlayAsync("missing")));

    [Fact]
    public async Task Deadline_ends_the_call_on_both_sides()
    {
        await using var server = await ProbeServer.StartAsync();

        var seen = await node.PlayAsync("deadline", server.Port);

        Assert.Equal(StatusCode.DeadlineExceeded, CodeOf(seen));
        // Whichever clock is first: the server's own, or the client's that gives up.
        Assert.NotEqual(CancellationReason.None, await server.Cancelled.DefaultTimeout());
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("disconnect")]
    public async Task Caller_that_gives_up_cancels_the_handler(string scenario)
    {
        await using var server = await ProbeServer.StartAsync();

        await node.PlayAsync(scenario, server.Port, go: server.Started);

        Assert.Equal(CancellationReason.Caller, await server.Cancelled.DefaultTimeout());
    }

    [Fact]
    public async Task Stream_arrives_in_order()
    {
        var seen = await PlayAsync("stream");

        var values = seen.GetProperty("value").EnumerateArray().Select(value => value.GetInt32());
        Assert.Equal(Enumerable.Range(0, 1000), values);
    }

    [Fact]
    public async Task Cancelled_stream_ends_the_handler()
    {
        await using var server = await ProbeServer.StartAsync();

        var seen = await node.PlayAsync("stream-cancel", server.Port);

        Assert.Equal(StatusCode.Cancelled, CodeOf(seen));
        Assert.Equal(CancellationReason.Caller, await server.Cancelled.DefaultTimeout());
    }

    [Fact]
    public async Task Message_of_64_MiB_survives_both_ways() =>
        Assert.True((await PlayAsync("large")).GetProperty("value").GetBoolean());

    [Fact]
    public async Task Calls_run_side_by_side_on_one_connection()
    {
        var seen = await PlayAsync("parallel");

        var values = seen.GetProperty("value").EnumerateArray().Select(value => value.GetInt32());
        Assert.Equal(Enumerable.Range(0, 256), values);
    }

    [Fact]
    public async Task Compressed_request_is_read() =>
        Assert.Equal(10_000, (await PlayAsync("gzip")).GetProperty("value").GetString()!.Length);

    [Fact]
    public async Task Health_is_serving() =>
        Assert.Equal("0801", (await PlayAsync("health")).GetProperty("value").GetString());
}
