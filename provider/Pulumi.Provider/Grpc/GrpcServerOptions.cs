using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc;

/// <summary>What a server may be told beyond its services.</summary>
public sealed record GrpcServerOptions
{
    /// <summary>
    /// Told of every failure that is a bug: a handler's exception that is neither an <see cref="RpcException"/> nor a
    /// cancellation, with the path of the method. The caller gets INTERNAL and no text of the exception. Called on
    /// the thread of the call, after its answer is settled; must not throw.
    /// </summary>
    public Action<string, Exception>? OnUnhandledException { get; init; }

    /// <summary>The largest message taken or sent, in bytes; more is RESOURCE_EXHAUSTED.</summary>
    public int MaxMessageSize { get; init; } = Frame.DefaultMaxMessageSize;

    /// <summary>How long a stopping server waits for calls to answer after it cancelled them.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(2);
}
