using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>The engine's ResourceMonitor, as a program calls it.</summary>
internal sealed class MonitorClient : IMonitor, IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly ResourceMonitor.ResourceMonitorClient _monitor;
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _features = new(StringComparer.Ordinal);

    public MonitorClient(DeploymentSettings settings)
    {
        _channel = LoopbackChannel.Open(settings.Monitor);
        _monitor = new ResourceMonitor.ResourceMonitorClient(_channel);
    }

    public Task<bool> SupportsAsync(string feature) =>
        _features
            .GetOrAdd(
                feature,
                id => new Lazy<Task<bool>>(async () =>
                    (await _monitor.SupportsFeatureAsync(new SupportsFeatureRequest { Id = id })).HasSupport
                )
            )
            .Value;

    public Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request) =>
        _monitor.RegisterResourceAsync(request).ResponseAsync;

    public Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request) =>
        _monitor.ReadResourceAsync(request).ResponseAsync;

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        _monitor.RegisterResourceOutputsAsync(request).ResponseAsync;

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        _monitor.InvokeAsync(request).ResponseAsync;

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => _monitor.CallAsync(request).ResponseAsync;

    public Task<RegisterPackageResponse> RegisterPackageAsync(
        Provider.Protocol.Messages.RegisterPackageRequest request
    ) => _monitor.RegisterPackageAsync(request).ResponseAsync;

    internal async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _monitor.SignalAndWaitForShutdownAsync(new Empty());
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unimplemented)
        {
            // Engines before 3.166 have no such call and wait for the process instead.
        }
    }

    public void Dispose() => _channel.Dispose();
}
