using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>The engine's ResourceMonitor, as a program calls it.</summary>
internal sealed class MonitorClient(DeploymentSettings settings, TimeProvider time) : IMonitor, IDisposable
{
    private readonly GrpcChannel _channel = new(settings.Monitor, time);
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _features = new(StringComparer.Ordinal);

    public Task<bool> SupportsAsync(string feature) =>
        _features
            .GetOrAdd(
                feature,
                id => new Lazy<Task<bool>>(async () =>
                    (
                        await CallAsync(Methods.ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = id })
                    ).HasSupport
                )
            )
            .Value;

    public Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request) =>
        CallAsync(Methods.ResourceMonitor.RegisterResource, request);

    public Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request) =>
        CallAsync(Methods.ResourceMonitor.ReadResource, request);

    public Task RegisterOutputsAsync(RegisterResourceOutputsRequest request) =>
        CallAsync(Methods.ResourceMonitor.RegisterResourceOutputs, request);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        CallAsync(Methods.ResourceMonitor.Invoke, request);

    internal async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await CallAsync(Methods.ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        }
        catch (RpcException error) when (error.Code == StatusCode.Unimplemented)
        {
            // Engines before 3.166 have no such call and wait for the process instead.
        }
    }

    public void Dispose() => _channel.Dispose();

    private Task<TResponse> CallAsync<TRequest, TResponse>(Method<TRequest, TResponse> method, TRequest request)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => _channel.UnaryAsync(method, request, CancellationToken.None);
}
