using Google.Protobuf;
using Pulumi.Provider.Grpc.Server;

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
    private readonly Dictionary<string, MethodHandler> _handlers = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, MethodHandler> Handlers => _handlers;

    /// <summary>Adds a unary method.</summary>
    /// <exception cref="ArgumentException">The path has a handler.</exception>
    public GrpcService Unary<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryHandler<TRequest, TResponse> handler
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        Add(method.Path, new UnaryMethod<TRequest, TResponse>(method, handler));

    /// <summary>Adds a server-streaming method.</summary>
    /// <exception cref="ArgumentException">The path has a handler.</exception>
    public GrpcService ServerStreaming<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingHandler<TRequest, TResponse> handler
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        Add(method.Path, new ServerStreamingMethod<TRequest, TResponse>(method, handler));

    private GrpcService Add(string path, MethodHandler handler)
    {
        _handlers.Add(path, handler);
        return this;
    }
}
