using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;

namespace Benchmarks;

/// <summary>The engine as plugins see it: somebody who takes what they log.</summary>
internal static class EngineSide
{
    public static Task<GrpcServer> StartAsync() =>
        GrpcServer.StartAsync(
            [new GrpcService().Unary(Methods.Engine.Log, static (_, _) => Task.FromResult(new Empty()))],
            TimeProvider.System,
            CancellationToken.None
        );
}
