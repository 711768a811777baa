using System.Net;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>The HTTP/2 side of a channel: no proxy, redirects, cookies or tracing of its own between us and a loopback.</summary>
internal static class HttpHandlerFactory
{
    // Details of a failure travel in trailers; the engine's own clients take 16 MiB of them.
    private const int MaxHeaderKiB = 16 << 10;
    private const int StreamWindow = 4 << 20;

    /// <summary>A client for one channel.</summary>
    public static HttpMessageInvoker Create() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                EnableMultipleHttp2Connections = true,
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                InitialHttp2StreamWindowSize = StreamWindow,
#pragma warning disable CA2262 // The rule takes so many KiB for a mistake; they are meant.
                MaxResponseHeadersLength = MaxHeaderKiB,
#pragma warning restore CA2262
                ActivityHeadersPropagator = null,
            }
        );
}
