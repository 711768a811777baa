using Google.Protobuf;

namespace Pulumi.Provider.Grpc;

/// <summary>Answers one unary call.</summary>
public delegate Task<TResponse> UnaryHandler<in TRequest, TResponse>(TRequest request, ServerCallContext context);

/// <summary>Answers one server-streaming call.</summary>
public delegate IAsyncEnumerable<TResponse> ServerStreamingHandler<in TRequest, out TResponse>(
    TRequest request,
    ServerCallContext context
);

/// <summary>The methods a server answers, by path. Anything else is UNIMPLEMENTED.</summary>
public sealed class GrpcService
{
    /// <summary>Adds a unary method.</summary>
    public GrpcService Unary<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryHandler<TRequest, TResponse> handler
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => throw new NotImplementedException();

    /// <summary>Adds a server-streaming method.</summary>
    public GrpcService ServerStreaming<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingHandler<TRequest, TResponse> handler
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => throw new NotImplementedException();
}
