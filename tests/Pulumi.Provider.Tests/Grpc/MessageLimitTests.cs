using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class MessageLimitTests
{
    private const int Limit = 1 << 20;

    // The field's tag and the three bytes of its length.
    private const int Overhead = 4;

    private static Task<TestServer> StartAsync() =>
        TestServer.StartAsync(
            new GrpcService().Unary(TestMethods.Bytes, (request, _) => Task.FromResult(request)),
            options: new() { MaxMessageSize = Limit }
        );

    private static async Task<int> SendAsync(TestServer server, int size)
    {
        var request = new BytesValue { Value = UnsafeByteOperations.UnsafeWrap(new byte[size - Overhead]) };
        var answer = await server
            .Channel.UnaryAsync(TestMethods.Bytes, request, CancellationToken.None)
            .DefaultTimeout();
        return answer.CalculateSize();
    }

    [Fact]
    public async Task Message_as_large_as_allowed_passes()
    {
        await using var server = await StartAsync();

        Assert.Equal(Limit, await SendAsync(server, Limit));
    }

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(64 * Limit)]
    public async Task Request_over_the_limit_is_resource_exhausted(int size)
    {
        await using var server = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => SendAsync(server, size));

        Assert.Equal(StatusCode.ResourceExhausted, failure.Code);
        Assert.Contains($" > {Limit} bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Limit, await SendAsync(server, Limit));
    }

    [Fact]
    public async Task Response_over_the_limit_is_resource_exhausted()
    {
        await using var server = await TestServer.StartAsync(
            (_, _) => Task.FromResult(TestMethods.Value(new string('x', Limit))),
            options: new() { MaxMessageSize = Limit }
        );

        var failure = await Assert.ThrowsAsync<RpcException>(() => server.TextAsync());

        Assert.Equal(StatusCode.ResourceExhausted, failure.Code);
    }
}
