using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>The engine's side of a construction: keeps what is registered, and answers as the test says.</summary>
internal sealed class FakeMonitor : ResourceMonitor.ResourceMonitorBase, IAsyncDisposable
{
    private LoopbackServer _server = null!;

    /// <summary>The registrations, in the order of their arrival.</summary>
    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = new();

    /// <summary>What was registered as outputs.</summary>
    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    /// <summary>The outputs of the resource that is asked for.</summary>
    public PropertyMap State { get; set; } = PropertyMap.Empty;

    /// <summary>URNs of the resources whose outputs were asked for.</summary>
    public ConcurrentQueue<string> AskedFor { get; } = new();

    /// <summary>What to answer for a child, the URN aside.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse> Answer { get; set; } =
        static request => new RegisterResourceResponse { Id = $"id-{request.Name}", Object = request.Object };

    /// <summary>Where it is.</summary>
    public string Address => $"127.0.0.1:{_server.Port}";

    public static async Task<FakeMonitor> StartAsync()
    {
        var monitor = new FakeMonitor();
        monitor._server = await LoopbackServer.StartAsync(services => ResourceMonitor.BindService(services, monitor));
        return monitor;
    }

    /// <summary>The registration of that name.</summary>
    public RegisterResourceRequest this[string name] => Registered.Single(request => request.Name == name);

    /// <summary>The URN of a resource below the stack or the component of the tests.</summary>
    public static string Urn(string type, string name) => $"urn:pulumi:dev::p::{type}::{name}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public override Task<Empty> RegisterResourceOutputs(
        RegisterResourceOutputsRequest request,
        ServerCallContext context
    )
    {
        Outputs.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context)
    {
        Assert.Equal("pulumi:pulumi:getResource", request.Tok);
        AskedFor.Enqueue(request.Args.Fields["urn"].StringValue);
        var result = new PropertyMap([new("urn", AskedFor.Last()), new("state", new ObjectValue(State))]);
        return Task.FromResult(new ResourceInvokeResponse { Return = StructCodec.Encode(result) });
    }

    public override Task<RegisterResourceResponse> RegisterResource(
        RegisterResourceRequest request,
        ServerCallContext context
    )
    {
        Registered.Enqueue(request);
        var response = request.Custom ? Answer(request) : new RegisterResourceResponse();
        response.Urn = Urn(request.Type, request.Name);
        return Task.FromResult(response);
    }
}
