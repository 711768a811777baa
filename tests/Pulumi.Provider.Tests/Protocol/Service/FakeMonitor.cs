using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>The engine's side of a construction: keeps what is registered, and answers as the test says.</summary>
internal sealed class FakeMonitor : IAsyncDisposable
{
    private GrpcServer _server = null!;

    /// <summary>The registrations, in the order of their arrival.</summary>
    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = new();

    /// <summary>What was registered as outputs.</summary>
    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    /// <summary>What to answer for a child, the URN aside.</summary>
    public Func<RegisterResourceRequest, RegisterResourceResponse> Answer { get; set; } =
        static request => new RegisterResourceResponse { Id = $"id-{request.Name}", Object = request.Object };

    /// <summary>Where it is.</summary>
    public string Address => $"127.0.0.1:{_server.Port}";

    public static async Task<FakeMonitor> StartAsync()
    {
        var monitor = new FakeMonitor();
        monitor._server = await GrpcServer.StartAsync(
            [
                new GrpcService()
                    .Unary(Methods.ResourceMonitor.RegisterResource, monitor.RegisterAsync)
                    .Unary(
                        Methods.ResourceMonitor.RegisterResourceOutputs,
                        (request, _) =>
                        {
                            monitor.Outputs.Enqueue(request);
                            return Task.FromResult(new Empty());
                        }
                    ),
            ],
            TimeProvider.System,
            CancellationToken.None
        );
        return monitor;
    }

    /// <summary>The registration of that name.</summary>
    public RegisterResourceRequest this[string name] => Registered.Single(request => request.Name == name);

    /// <summary>The URN of a resource below the stack or the component of the tests.</summary>
    public static string Urn(string type, string name) => $"urn:pulumi:dev::p::{type}::{name}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, ServerCallContext context)
    {
        Registered.Enqueue(request);
        var response = request.Custom ? Answer(request) : new RegisterResourceResponse();
        response.Urn = Urn(request.Type, request.Name);
        return Task.FromResult(response);
    }
}
