using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Server;

/// <summary>What a server does for one path.</summary>
internal abstract class MethodHandler
{
    /// <summary>Serves a call up to its status; an exception is the status.</summary>
    public abstract Task ServeAsync(ServerCall call);
}

/// <summary>One request, one response.</summary>
internal sealed class UnaryMethod<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    UnaryHandler<TRequest, TResponse> handler
) : MethodHandler
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    public override async Task ServeAsync(ServerCall call)
    {
        var request = await call.ReadAsync(method.RequestParser).ConfigureAwait(false);
        var response = await (
            call.Deep
                ? DeepStack.RunAsync(() => handler(request, call.Context)).Unwrap()
                : handler(request, call.Context)
        ).ConfigureAwait(false);
        await call.WriteAsync(response).ConfigureAwait(false);
    }
}

/// <summary>One request, any number of responses.</summary>
internal sealed class ServerStreamingMethod<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServerStreamingHandler<TRequest, TResponse> handler
) : MethodHandler
    where TRequest : IMessage<TRequest>
    where TResponse : IMessage<TResponse>
{
    public override async Task ServeAsync(ServerCall call)
    {
        var request = await call.ReadAsync(method.RequestParser).ConfigureAwait(false);
        var responses = handler(request, call.Context).WithCancellation(call.Context.CancellationToken);
        await foreach (var response in responses.ConfigureAwait(false))
        {
            await call.WriteAsync(response).ConfigureAwait(false);
            await call.FlushAsync().ConfigureAwait(false);
        }
    }
}
