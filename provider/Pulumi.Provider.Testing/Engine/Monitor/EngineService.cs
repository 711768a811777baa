using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using EngineRpc = Pulumi.Provider.Protocol.Messages.Engine;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>Serves <c>pulumirpc.Engine</c> to plugins and the program: messages, and who the root resource is.</summary>
internal sealed class EngineService(EventSink events) : EngineRpc.EngineBase
{
    private string _root = "";

    /// <inheritdoc/>
    public override Task<GetRootResourceResponse> GetRootResource(
        GetRootResourceRequest request,
        ServerCallContext context
    ) => Task.FromResult(new GetRootResourceResponse { Urn = _root });

    /// <inheritdoc/>
    public override Task<SetRootResourceResponse> SetRootResource(
        SetRootResourceRequest request,
        ServerCallContext context
    )
    {
        _root = request.Urn;
        return Task.FromResult(new SetRootResourceResponse());
    }

    /// <inheritdoc/>
    public override Task<Empty> StartDebugging(StartDebuggingRequest request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    /// <inheritdoc/>
    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(
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

    /// <inheritdoc/>
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        events(new Diagnostic(request.Urn, request.Severity, request.Message, request.Ephemeral, request.StreamId));
        return Task.FromResult(new Empty());
    }
}
