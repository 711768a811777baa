using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pulumi.Provider.Grpc.Server;

namespace Pulumi.Provider.Grpc;

/// <summary>A gRPC server over cleartext HTTP/2 on a free port of 127.0.0.1.</summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly KestrelServer kestrel;
    private readonly CallDispatcher dispatcher;
    private readonly TimeProvider time;
    private readonly TimeSpan stopGrace;

    private GrpcServer(KestrelServer kestrel, CallDispatcher dispatcher, TimeProvider time, TimeSpan stopGrace)
    {
        this.kestrel = kestrel;
        this.dispatcher = dispatcher;
        this.time = time;
        this.stopGrace = stopGrace;
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
        dispatcher.RefuseCalls();
        using var abort = new CancellationTokenSource();
        await using var grace = time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(),
            abort,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        await using var drained = drainUntil.UnsafeRegister(
            _ =>
            {
                grace.Change(stopGrace, Timeout.InfiniteTimeSpan);
                dispatcher.CancelCalls();
            },
            null
        );
        await kestrel.StopAsync(abort.Token).ConfigureAwait(false);
    }

    /// <summary>Stops without draining.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        kestrel.Dispose();
        dispatcher.Dispose();
    }
}
