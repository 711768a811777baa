using Pulumi.Provider.Loopback;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Monitor;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.State;
using EngineRpc = Pulumi.Provider.Protocol.Messages.Engine;

namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>The frame of every operation: services up, work, services and plugins down, and how it ended.</summary>
internal sealed class Operation(
    OperationKind kind,
    DeploymentOptions options,
    StateStore store,
    StopSignals stop,
    EventSink events
)
{
    /// <summary>Runs the work inside the frame.</summary>
    /// <param name="start">The state to begin with.</param>
    /// <param name="work">What to do; it brings the deployment whose steps count.</param>
    public async Task<OperationEnded> RunAsync(Snapshot start, Func<OperationContext, Task<OperationEnded>> work)
    {
        events(new OperationStarted(kind, options.Preview, options.Stack, options.StackUrn));
        await using var engine = await LoopbackServer.StartAsync(
            services => EngineRpc.BindService(services, new EngineService(events)),
            stop.Terminate
        );
        await using var host = new PluginHost(
            new PluginHostOptions(
                options.Locator,
                options.Attach,
                options.Project,
                options.ProjectFolder,
                options.Environment
            ),
            events,
            options.Time
        )
        {
            EngineAddress = $"127.0.0.1:{engine.Port}",
        };
        var told = Task.CompletedTask;
        using var onCancel = stop.Cancel.Register(() => told = TellAsync(host, atOnce: false));
        using var onTerminate = stop.Terminate.Register(() => told = TellAsync(host, atOnce: true));
        var ended = await work(new OperationContext(options, start, store, stop, events, host));
        await told;
        await host.CloseAsync();
        events(ended);
        return ended;
    }

    private Task TellAsync(PluginHost host, bool atOnce)
    {
        events(new CancelRequested(atOnce));
        return host.SignalCancellationAsync(atOnce);
    }
}

/// <summary>What an operation's work is given.</summary>
internal sealed record OperationContext(
    DeploymentOptions Options,
    Snapshot Start,
    StateStore Store,
    StopSignals Stop,
    EventSink Events,
    PluginHost Host
)
{
    private long Began { get; } = Options.Time.GetTimestamp();

    /// <summary>A deployment from a state, maybe after a first one that refreshed it.</summary>
    public Deployment Deploy(Snapshot from, Deployment? first = null) =>
        new(Options, from, Store, Stop, Events, Host, first);

    /// <summary>How an operation ended, by its deployment.</summary>
    public OperationEnded End(Deployment deployment)
    {
        var outcome =
            Stop.Terminate.IsCancellationRequested ? RunOutcome.Terminated
            : Stop.Cancel.IsCancellationRequested ? RunOutcome.Cancelled
            : deployment.Runner.HasFailed ? RunOutcome.Failed
            : RunOutcome.Succeeded;
        return new OperationEnded(
            Options.Preview,
            deployment.Runner.Counts,
            deployment.Runner.Errored,
            Options.Time.GetElapsedTime(Began),
            outcome
        );
    }
}
