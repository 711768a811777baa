using Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>What a program asks of the engine: the engine's ResourceMonitor, or mocks in its place.</summary>
internal interface IMonitor
{
    /// <summary>True when the engine understands the feature.</summary>
    Task<bool> SupportsAsync(string feature);

    /// <summary>Registers a resource.</summary>
    Task<RegisterResourceResponse> RegisterAsync(Resource resource, RegisterResourceRequest request);

    /// <summary>Reads a resource that exists.</summary>
    Task<ReadResourceResponse> ReadAsync(Resource resource, ReadResourceRequest request);

    /// <summary>Tells that a component is complete.</summary>
    Task RegisterOutputsAsync(RegisterResourceOutputsRequest request);

    /// <summary>Calls a function.</summary>
    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    /// <summary>Calls a method.</summary>
    Task<CallResponse> CallAsync(ResourceCallRequest request);

    /// <summary>Tells of a package.</summary>
    Task<RegisterPackageResponse> RegisterPackageAsync(Provider.Protocol.Messages.RegisterPackageRequest request);
}
