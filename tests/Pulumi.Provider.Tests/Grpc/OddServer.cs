using System.Net;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>An HTTP/2 server that answers what a test tells it, for what a proper gRPC server never sends.</summary>
internal sealed class OddServer : IHttpApplication<IFeatureCollection>, IAsyncDisposable
{
    private readonly Func<HttpContext, Task> _answer;
    private readonly KestrelServer _kestrel;

    private OddServer(Func<HttpContext, Task> answer)
    {
        _answer = answer;
        var options = new KestrelServerOptions();
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        _kestrel = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
    }

    /// <summary>The answer of one call of a channel to a server that answers so.</summary>
    public static async Task<StringValue> CallAsync(Func<HttpContext, Task> answer)
    {
        await using var server = new OddServer(answer);
        await server._kestrel.StartAsync(server, CancellationToken.None).DefaultTimeout();
        var address = server._kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        using var channel = new GrpcChannel(address, TimeProvider.System);
        return await channel.UnaryAsync(TestMethods.Text, new StringValue(), CancellationToken.None).DefaultTimeout();
    }

    /// <summary>The failure of such a call.</summary>
    public static Task<RpcException> FailureAsync(Func<HttpContext, Task> answer) =>
        Assert.ThrowsAsync<RpcException>(() => CallAsync(answer));

    /// <summary>Answers with a body and trailers.</summary>
    public static Func<HttpContext, Task> Answer(byte[] body, params (string Name, string Value)[] trailers) =>
        async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(body);
            foreach (var (name, value) in trailers)
            {
                http.Response.AppendTrailer(name, value);
            }
        };

    /// <summary>Answers with headers only.</summary>
    public static Func<HttpContext, Task> Headers(int httpStatus, params (string Name, string Value)[] headers) =>
        http =>
        {
            http.Response.StatusCode = httpStatus;
            foreach (var (name, value) in headers)
            {
                http.Response.Headers.Append(name, value);
            }

            return Task.CompletedTask;
        };

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public Task ProcessRequestAsync(IFeatureCollection context) => _answer(new DefaultHttpContext(context));

    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    public async ValueTask DisposeAsync()
    {
        await _kestrel.StopAsync(new CancellationToken(canceled: true)).DefaultTimeout();
        _kestrel.Dispose();
    }
}
