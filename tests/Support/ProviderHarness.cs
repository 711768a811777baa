using Google.Protobuf;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Service;

namespace Support;

/// <summary>A provider served on a socket, and a client connected to it.</summary>
public sealed class ProviderHarness : IAsyncDisposable
{
    private readonly ProviderService _service;
    private readonly GrpcServer _server;
    private readonly GrpcChannel _channel;

    private ProviderHarness(ProviderService service, GrpcServer server, TimeProvider time)
    {
        _service = service;
        _server = server;
        _channel = new GrpcChannel($"127.0.0.1:{server.Port}", time);
    }

    /// <summary>Serves the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="time">The provider's clock; the sockets keep the system's.</param>
    /// <param name="environment">The provider's environment variables; none by default.</param>
    public static async Task<ProviderHarness> StartAsync(
        ProviderDefinition provider,
        TimeProvider? time = null,
        Func<string, string?>? environment = null
    )
    {
        var service = new ProviderService(provider, time ?? TimeProvider.System, environment ?? (static _ => null));
        var server = await GrpcServer.StartAsync([service.Service], TimeProvider.System, CancellationToken.None);
        return new ProviderHarness(service, server, TimeProvider.System);
    }

    /// <summary>The port it listens on, for engines that attach to it.</summary>
    public int Port => _server.Port;

    public Task<TResponse> CallAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken = default
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => _channel.UnaryAsync(method, request, cancellationToken);

    public IAsyncEnumerable<TResponse> StreamAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken = default
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => _channel.ServerStreamingAsync(method, request, cancellationToken);

    /// <summary>What the plugin does when it is told to end after a run.</summary>
    public void EndRun() => _service.EndRun();

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
        await _service.DisposeAsync();
    }
}
