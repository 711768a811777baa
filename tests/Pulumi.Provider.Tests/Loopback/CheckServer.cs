using System.Buffers.Binary;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>A server whose Check does as the test says, and a client of it, over a real socket.</summary>
internal sealed class CheckServer : IAsyncDisposable
{
    private readonly GrpcChannel _channel;

    private CheckServer(LoopbackServer server)
    {
        Server = server;
        _channel = LoopbackChannel.Open($"127.0.0.1:{server.Port}");
        Client = new ResourceProvider.ResourceProviderClient(_channel);
    }

    public LoopbackServer Server { get; }

    public ResourceProvider.ResourceProviderClient Client { get; }

    public static async Task<CheckServer> StartAsync(Func<CheckRequest, ServerCallContext, Task<CheckResponse>> check)
    {
        var service = new Service(check);
        return new CheckServer(
            await LoopbackServer.StartAsync(services => ResourceProvider.BindService(services, service))
        );
    }

    /// <summary>A server that sends back what it is sent.</summary>
    public static Task<CheckServer> EchoAsync() =>
        StartAsync(static (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }));

    /// <summary>Calls Check with one property.</summary>
    public AsyncUnaryCall<CheckResponse> CheckAsync(string text = "", CallOptions options = default) =>
        Client.CheckAsync(
            new CheckRequest { News = new Struct { Fields = { ["text"] = Value.ForString(text) } } },
            options
        );

    /// <summary>Posts a body as Check's, well framed unless another length is told.</summary>
    public async Task<(StatusCode Status, byte[] Body)> PostAsync(byte[] message, uint? length = null)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)message.Length);
        message.CopyTo(frame, 5);
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpMessageInvoker(handler);
        using var content = new ByteArrayContent(frame);
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://127.0.0.1:{Server.Port}/pulumirpc.ResourceProvider/Check"
        )
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        using var response = await http.SendAsync(request, CancellationToken.None).DefaultTimeout();
        var body = await response.Content.ReadAsByteArrayAsync().DefaultTimeout();
        var status = response.Headers.TryGetValues("grpc-status", out var early)
            ? early
            : response.TrailingHeaders.GetValues("grpc-status");
        return (System.Enum.Parse<StatusCode>(status.Single()), body);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await Server.DisposeAsync().AsTask().DefaultTimeout();
    }

    private sealed class Service(Func<CheckRequest, ServerCallContext, Task<CheckResponse>> check)
        : ResourceProvider.ResourceProviderBase
    {
        public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
            check(request, context);
    }
}
