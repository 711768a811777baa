using Grpc.Core;
using Grpc.Net.Client;

namespace Pulumi.Provider.Loopback;

/// <summary>Channels to an engine or a plugin on this machine, over cleartext HTTP/2.</summary>
public static class LoopbackChannel
{
    // Details of a failure travel in trailers; the engine's own clients take 16 MiB of them.
    private const int MaxHeaderKiB = 16 << 10;
    private const int StreamWindow = 4 << 20;

    /// <summary>
    /// A channel to <c>host:port</c> (as engines give it, with or without <c>http://</c>); it connects when first used and
    /// reconnects by itself. Whatever ends a call early, its own token too, is an <see cref="RpcException"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The address is no host and port.</exception>
    public static GrpcChannel Open(string address) =>
        GrpcChannel.ForAddress(
            LoopbackAddress.Parse(address),
            new GrpcChannelOptions
            {
                HttpHandler = CreateHandler(),
                DisposeHttpClient = true,
                MaxReceiveMessageSize = LoopbackServer.MaxMessageSize,
                MaxSendMessageSize = LoopbackServer.MaxMessageSize,
            }
        );

    // No proxy, redirects, cookies or tracing of its own between us and a loopback.
    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            InitialHttp2StreamWindowSize = StreamWindow,
#pragma warning disable CA2262 // The rule takes so many KiB for a mistake; they are meant.
            MaxResponseHeadersLength = MaxHeaderKiB,
#pragma warning restore CA2262
            ActivityHeadersPropagator = null,
        };
}
