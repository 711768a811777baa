using Google.Protobuf.WellKnownTypes;
using Pulumi.LocalEngine.Events;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.LocalEngine.Monitor;

/// <summary>Serves <c>pulumirpc.Engine</c> to plugins and the program: messages, and who the root resource is.</summary>
internal sealed class EngineService(EventSink events)
{
    private string _root = "";

    /// <summary>The service.</summary>
    public GrpcService Service =>
        new GrpcService()
            .Unary(Methods.Engine.Log, LogAsync)
            .Unary(
                Methods.Engine.GetRootResource,
                (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = _root })
            )
            .Unary(
                Methods.Engine.SetRootResource,
                (request, _) =>
                {
                    _root = request.Urn;
                    return Task.FromResult(new SetRootResourceResponse());
                }
            )
            .Unary(Methods.Engine.StartDebugging, static (_, _) => Task.FromResult(new Empty()))
            .Unary(Methods.Engine.RequirePulumiVersion, RequireVersionAsync);

    private Task<RequirePulumiVersionResponse> RequireVersionAsync(
        RequirePulumiVersionRequest request,
        ServerCallContext context
    )
    {
        events(
            new Diagnostic(
                "",
                LogSeverity.Warning,
                $"the program requires Pulumi {request.PulumiVersionRange}; the local engine has no such version and does not check it",
                Ephemeral: false,
                StreamId: 0
            )
        );
        return Task.FromResult(new RequirePulumiVersionResponse());
    }

    private Task<Empty> LogAsync(LogRequest request, ServerCallContext context)
    {
        events(new Diagnostic(request.Urn, request.Severity, request.Message, request.Ephemeral, request.StreamId));
        return Task.FromResult(new Empty());
    }
}
