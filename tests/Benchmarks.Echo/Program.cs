using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;

await using var server = await LoopbackServer.StartAsync(static services =>
    ResourceProvider.BindService(services, new Echo())
);
await Console.Out.WriteLineAsync($"{server.Port}");
await Task.Delay(Timeout.Infinite);

/// <summary>What a Check costs when nothing is checked: the same message in, the same fields out.</summary>
internal sealed class Echo : ResourceProvider.ResourceProviderBase
{
    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        Task.FromResult(new CheckResponse { Inputs = request.News });
}
