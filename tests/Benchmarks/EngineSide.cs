using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;

namespace Benchmarks;

/// <summary>The engine as plugins see it: somebody who takes what they log.</summary>
internal sealed class EngineSide : Engine.EngineBase
{
    public static Task<LoopbackServer> StartAsync() =>
        LoopbackServer.StartAsync(static services => Engine.BindService(services, new EngineSide()));

    public override Task<Empty> Log(LogRequest request, ServerCallContext context) => Task.FromResult(new Empty());
}
