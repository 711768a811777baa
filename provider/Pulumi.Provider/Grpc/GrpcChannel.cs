using Google.Protobuf;

namespace Pulumi.Provider.Grpc;

/// <summary>A gRPC client over cleartext HTTP/2; connects when first used and reconnects by itself.</summary>
public sealed class GrpcChannel : IDisposable
{
    /// <summary>A channel to <c>host:port</c> (as the engine gives it, with or without <c>http://</c>).</summary>
    public GrpcChannel(string address, TimeProvider time) => throw new NotImplementedException();

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <exception cref="RpcException">The call failed; UNAVAILABLE when nothing answers at the address.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<TResponse> UnaryAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken,
        TimeSpan? timeout = null
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => throw new NotImplementedException();

    /// <summary>Sends one request and yields the answers as they come.</summary>
    public IAsyncEnumerable<TResponse> ServerStreamingAsync<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        TRequest request,
        CancellationToken cancellationToken
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
