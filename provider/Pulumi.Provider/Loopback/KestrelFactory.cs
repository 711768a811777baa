using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Pulumi.Provider.Loopback;

/// <summary>Kestrel alone, with the limits of a connection to a local engine.</summary>
internal static class KestrelFactory
{
    // A header is little; a trace context, an authority and a handful of metadata must never be too much.
    private const int MaxHeaderBytes = 256 << 10;
    private const int StreamWindow = 4 << 20;
    private const int ConnectionWindow = 16 << 20;
    private const int MaxStreams = 100_000;

    /// <summary>A server for HTTP/2 without TLS on a free port of 127.0.0.1, not started.</summary>
    public static KestrelServer Create()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        Raise(options.Limits);
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()),
            NullLoggerFactory.Instance
        );
        return new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The port a started server listens on.</summary>
    public static int PortOf(KestrelServer server) =>
        new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;

    // The peer is a local engine that keeps one idle connection for hours and sends hundreds of calls at once.
    private static void Raise(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = null;
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
        // Not infinite: Kestrel's clock overflows on that, and takes every idle connection for one past its time.
        limits.KeepAliveTimeout = TimeSpan.FromDays(365);
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = 1000;
        limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderBytes;
        limits.Http2.MaxStreamsPerConnection = MaxStreams;
        limits.Http2.InitialStreamWindowSize = StreamWindow;
        limits.Http2.InitialConnectionWindowSize = ConnectionWindow;
    }
}
