namespace Pulumi.Provider.Grpc;

/// <summary>A gRPC server over cleartext HTTP/2 on a free port of 127.0.0.1.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    /// <summary>Starts to listen.</summary>
    public static Task<GrpcServer> StartAsync(
        IReadOnlyList<GrpcService> services,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>The port it listens on.</summary>
    public int Port => throw new NotImplementedException();

    /// <summary>Stops taking calls, lets those in flight finish until the token fires, then cancels them.</summary>
    public Task StopAsync(CancellationToken drainUntil) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
