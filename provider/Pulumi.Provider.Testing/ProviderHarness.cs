using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Service;

namespace Pulumi.Provider.Testing;

/// <summary>A provider served on a socket, and a client connected to it.</summary>
public sealed class ProviderHarness : IAsyncDisposable
{
    private readonly ProviderService _service;
    private readonly LoopbackServer _server;
    private readonly GrpcChannel _channel;

    private ProviderHarness(ProviderService service, LoopbackServer server)
    {
        _service = service;
        _server = server;
        _channel = LoopbackChannel.Open($"127.0.0.1:{server.Port}");
        Client = new ResourceProvider.ResourceProviderClient(_channel);
    }

    /// <summary>Serves the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="time">The provider's clock; the sockets keep the system's.</param>
    /// <param name="environment">The provider's environment variables; none by default.</param>
    /// <param name="before">Awaited before each call reaches the provider's code.</param>
    /// <param name="after">Awaited when the provider has answered and the caller does not know of it yet.</param>
    public static async Task<ProviderHarness> StartAsync(
        ProviderDefinition provider,
        TimeProvider? time = null,
        Func<string, string?>? environment = null,
        Func<ProviderRequest, Task>? before = null,
        Func<ProviderRequest, Task>? after = null
    )
    {
        var service = new ProviderService(provider, time ?? TimeProvider.System, environment ?? (static _ => null));
        var server = await LoopbackServer.StartAsync(services =>
            ResourceProvider.BindService(
                before is null && after is null ? services : new GatedBinder(services, before, after),
                service
            )
        );
        return new ProviderHarness(service, server);
    }

    /// <summary>The port it listens on, for engines that attach to it.</summary>
    public int Port => _server.Port;

    /// <summary>Calls the provider.</summary>
    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>What the plugin does when it is told to end after a run.</summary>
    public void EndRun() => _service.EndRun();

    /// <summary>Cancels the calls under way; they know of it when this returns.</summary>
    public Task CancelAsync() => _service.CancelAsync(TimeSpan.Zero);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
        await _service.DisposeAsync();
    }
}
