using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;

// What a Check costs when nothing is checked: the same message in, the same fields out.
await using var server = await GrpcServer.StartAsync(
    [
        new GrpcService().Unary(
            Methods.ResourceProvider.Check,
            static (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News })
        ),
    ],
    TimeProvider.System,
    CancellationToken.None
);
await Console.Out.WriteLineAsync($"{server.Port}");
await Task.Delay(Timeout.Infinite);
