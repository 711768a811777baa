using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Provider.Grpc;

/// <summary>A call that failed: the code, the text and the typed details that travel in the trailers.</summary>
public sealed class RpcException : Exception
{
    /// <summary>Creates a failure with a code and a text for the caller.</summary>
    public RpcException(StatusCode code, string message)
        : this(code, message, []) { }

    /// <summary>Creates a failure that carries typed details in <c>grpc-status-details-bin</c>.</summary>
    public RpcException(StatusCode code, string message, params IReadOnlyList<Any> details)
        : base(message)
    {
        Code = code;
        Details = details;
    }

    /// <summary>The gRPC status code.</summary>
    public StatusCode Code { get; }

    /// <summary>Typed details, each packed with its type URL.</summary>
    public IReadOnlyList<Any> Details { get; }

    /// <summary>The first detail of the given message type, or null.</summary>
    public T? Detail<T>()
        where T : class, IMessage<T>, new()
    {
        foreach (var detail in Details)
        {
            if (detail.TryUnpack(out T message))
            {
                return message;
            }
        }

        return null;
    }
}
