using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pulumi.Provider.Loopback;

/// <summary>A gRPC server over cleartext HTTP/2 on a free port of 127.0.0.1.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>The largest message either side takes or sends, in bytes: what the engine's own servers and clients allow.</summary>
    public const int MaxMessageSize = 400 << 20;

    private readonly KestrelServer _kestrel;

    private readonly LateApplication _application;

    private LoopbackServer(KestrelServer kestrel, LateApplication application)
    {
        _kestrel = kestrel;
        _application = application;
        Port = KestrelFactory.PortOf(kestrel);
    }

    /// <summary>
    /// Listens. What answers is built when <see cref="WarmUp"/> or the first call asks for it: whoever starts a plugin waits for
    /// its port first. Health checks are answered without being asked for.
    /// </summary>
    /// <param name="bind">Adds the services, by <c>BindService</c> of the generated classes.</param>
    /// <param name="cancellationToken">Breaks the start off.</param>
    public static async Task<LoopbackServer> StartAsync(
        Action<ServiceBinderBase> bind,
        CancellationToken cancellationToken = default
    )
    {
        var application = new LateApplication(() => new GrpcPipeline(bind).AnswerAsync);
        var kestrel = KestrelFactory.Create();
        await kestrel.StartAsync(application, cancellationToken).ConfigureAwait(false);
        return new LoopbackServer(kestrel, application);
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Makes ready for the first call, in the background.</summary>
    public void WarmUp() => _application.BeginBuild();

    /// <summary>
    /// Stops taking connections and lets calls under way finish until the token fires, then breaks them off. Never throws for
    /// the token.
    /// </summary>
    public Task StopAsync(CancellationToken drainUntil) => _kestrel.StopAsync(drainUntil);

    /// <summary>Stops without draining.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _kestrel.Dispose();
    }
}
