using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pulumi.Provider.Grpc.Server;

namespace Pulumi.Provider.Grpc;

/// <summary>A gRPC server over cleartext HTTP/2 on a free port of 127.0.0.1.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;
    private readonly CallDispatcher _dispatcher;
    private readonly CancellationTokenSource _abort = new();
    private readonly ITimer _grace;
    private readonly TimeSpan _stopGrace;

    private GrpcServer(KestrelServer kestrel, CallDispatcher dispatcher, TimeProvider time, TimeSpan stopGrace)
    {
        _kestrel = kestrel;
        _dispatcher = dispatcher;
        _grace = time.CreateTimer(
            static abort => ((CancellationTokenSource)abort!).Cancel(),
            _abort,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _stopGrace = stopGrace;
        Port = KestrelFactory.PortOf(kestrel);
    }

    /// <summary>Starts to listen. Health checks are answered without being asked for.</summary>
    public static async Task<GrpcServer> StartAsync(
        IReadOnlyList<GrpcService> services,
        TimeProvider time,
        CancellationToken cancellationToken,
        GrpcServerOptions? options = null
    )
    {
        options ??= new GrpcServerOptions();
        var dispatcher = new CallDispatcher(services, time, options);
        var kestrel = KestrelFactory.Create();
        await kestrel.StartAsync(dispatcher, cancellationToken).ConfigureAwait(false);
        return new GrpcServer(kestrel, dispatcher, time, options.StopGrace);
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>
    /// Stops taking calls (later ones are UNAVAILABLE), lets those in flight finish until the token fires, then
    /// cancels them and lets them answer for <see cref="GrpcServerOptions.StopGrace"/>. Never throws for the token.
    /// </summary>
    public async Task StopAsync(CancellationToken drainUntil)
    {
        _dispatcher.RefuseCalls();
        await using var drained = drainUntil.UnsafeRegister(_ => CancelCalls(), null);
        await _kestrel.StopAsync(_abort.Token).ConfigureAwait(false);
    }

    /// <summary>Stops without draining.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _kestrel.Dispose();
        _dispatcher.Dispose();
        await _grace.DisposeAsync().ConfigureAwait(false);
        _abort.Dispose();
    }

    private void CancelCalls()
    {
        _grace.Change(_stopGrace, Timeout.InfiniteTimeSpan);
        _dispatcher.CancelCalls();
    }
}
