using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>A server with one service and a channel to it, over a real socket.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private TestServer(GrpcServer server, TimeProvider time)
    {
        Server = server;
        Channel = new GrpcChannel($"127.0.0.1:{server.Port}", time);
    }

    public GrpcServer Server { get; }

    public GrpcChannel Channel { get; }

    public static async Task<TestServer> StartAsync(
        GrpcService service,
        TimeProvider? time = null,
        GrpcServerOptions? options = null
    )
    {
        var clock = time ?? TimeProvider.System;
        var server = await GrpcServer.StartAsync([service], clock, CancellationToken.None, options).DefaultTimeout();
        return new TestServer(server, clock);
    }

    /// <summary>A server whose Text method does this.</summary>
    public static Task<TestServer> StartAsync(
        UnaryHandler<StringValue, StringValue> text,
        TimeProvider? time = null,
        GrpcServerOptions? options = null
    ) => StartAsync(new GrpcService().Unary(TestMethods.Text, text), time, options);

    /// <summary>Calls Text.</summary>
    public Task<StringValue> TextAsync(
        string text = "",
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default
    ) => Channel.UnaryAsync(TestMethods.Text, TestMethods.Value(text), cancellationToken, timeout).DefaultTimeout();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await Server.DisposeAsync().AsTask().DefaultTimeout();
    }
}
