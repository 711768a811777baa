using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using EngineRpc = Pulumi.Provider.Protocol.Messages.Engine;

namespace Pulumi.Provider.Testing;

/// <summary>The engine as plugins see it: somebody who takes what they log.</summary>
/// <param name="heard">Told each message.</param>
public sealed class ListeningEngine(Action<LogRequest> heard) : EngineRpc.EngineBase
{
    /// <summary>Serves one on a socket.</summary>
    public static Task<LoopbackServer> StartAsync(Action<LogRequest> heard) =>
        LoopbackServer.StartAsync(services => EngineRpc.BindService(services, new ListeningEngine(heard)));

    /// <inheritdoc/>
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        heard(request);
        return Task.FromResult(new Empty());
    }
}
