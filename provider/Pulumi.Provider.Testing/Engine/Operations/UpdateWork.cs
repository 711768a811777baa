using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.Steps;
using Rpc = Pulumi.Provider.Protocol.Messages.ResourceMonitor;

namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>An update or its preview: runs the program, serves its registrations, deletes what is left over.</summary>
/// <param name="program">The program.</param>
/// <param name="onlyRefreshes">True for a refresh whose order the program says.</param>
internal sealed class UpdateWork(IStackProgram program, bool onlyRefreshes = false)
{
    private const int HearOutRounds = 10;

    private static readonly TimeSpan HearOutPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Does it.</summary>
    public async Task<OperationEnded> RunAsync(OperationContext context)
    {
        using var refreshing = onlyRefreshes ? null : await RefreshingFirst.RunAsync(context);
        if (refreshing?.Runner.HasFailed == true)
        {
            return context.End(refreshing);
        }

        using var deployment = context.Deploy(refreshing?.Recorder.Current ?? context.Start, refreshing);
        WarnOfPending(deployment);
        using var registrar = new Registrar(deployment, onlyRefreshes);
        var programFailed = !await RunProgramAsync(deployment, registrar);
        await registrar.DrainAsync();
        if (!deployment.Runner.Stopped.IsCancellationRequested)
        {
            await registrar.FinishAsync();
        }

        // A program that failed by itself has told why, and nothing is to be added.
        if (deployment.Runner.HasFailed && !programFailed)
        {
            var verb = onlyRefreshes ? "refresh" : "update";
            deployment.Runner.Fail(deployment.StackUrn, $"{(deployment.Preview ? "preview" : verb)} failed", true);
        }

        return context.End(deployment);
    }

    // False when the program failed by itself, and not because the operation did.
    private async Task<bool> RunProgramAsync(Deployment deployment, Registrar registrar)
    {
        var options = deployment.Options;
        var service = new Monitor.ResourceMonitor(deployment, registrar);
        await using var monitor = await LoopbackServer.StartAsync(
            services => Rpc.BindService(services, service),
            deployment.Stop.Terminate
        );
        service.Address = $"127.0.0.1:{monitor.Port}";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deployment.Stop.Terminate);
        var run = new ProgramRun
        {
            MonitorAddress = $"127.0.0.1:{monitor.Port}",
            EngineAddress = deployment.Host.EngineAddress,
            Project = options.Project,
            Stack = options.Stack,
            Organization = Deployment.Organization,
            Folder = options.ProjectFolder,
            DryRun = options.Preview,
            Parallel = options.Parallel,
            Config = options.Config,
        };
        var running = program.RunAsync(
            run,
            (line, isError) => deployment.Events(new ProgramOutput(line, isError)),
            ending.Token
        );
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, options.Time, deployment.Runner.Stopped);
        if (await Task.WhenAny(running, stopped) != running)
        {
            // What is in flight ends first, and is on record; then the program loses its monitor.
            await registrar.DrainAsync();
            await HearOutAsync(deployment, registrar);
            await ending.CancelAsync();
            await monitor.StopAsync(new CancellationToken(canceled: true));
        }

        return await SucceededAsync(running, deployment);
    }

    // A preview that fails listens a little longer: resources on their way are checked too, so that the user hears of all
    // problems at once and not one by one.
    private static async Task HearOutAsync(Deployment deployment, Registrar registrar)
    {
        for (var round = 0; deployment.Preview && round < HearOutRounds; round++)
        {
            var before = registrar.Registrations;
            await Task.Delay(HearOutPause, deployment.Options.Time, CancellationToken.None);
            await registrar.DrainAsync();
            if (deployment.Stop.Cancel.IsCancellationRequested || registrar.Registrations == before)
            {
                return;
            }
        }
    }

    private static async Task<bool> SucceededAsync(Task running, Deployment deployment)
    {
        try
        {
            await running;
            return true;
        }
        catch (OperationCanceledException) when (deployment.Runner.Stopped.IsCancellationRequested)
        {
            // It was stopped on purpose, and why is reported.
            return true;
        }
        catch (Exception problem) when (deployment.Runner.Stopped.IsCancellationRequested)
        {
            deployment.Events(new Diagnostic("", LogSeverity.Debug, problem.Message, Ephemeral: true, StreamId: 0));
            return true;
        }
        catch (ProgramFailureReportedException)
        {
            deployment.Runner.FailReported("");
        }
        catch (EngineException problem)
        {
            deployment.Runner.Fail("", problem.Message);
        }
        catch (Exception problem)
        {
            deployment.Runner.Fail("", $"an unhandled error occurred: {problem.Message}");
        }

        return false;
    }

    private static void WarnOfPending(Deployment deployment)
    {
        var pending = deployment.Old.PendingOperations;
        if (deployment.Preview || pending.IsEmpty)
        {
            return;
        }

        deployment.Events(
            new Diagnostic(
                "",
                LogSeverity.Warning,
                $"Attempting to deploy or update resources with {pending.Length} pending operations from previous deployment.\n"
                    + string.Join(
                        '\n',
                        pending.Select(static operation =>
                            $"  * {operation.Resource.Urn}, interrupted while {operation.Type.ToString().ToLowerInvariant()}"
                        )
                    )
                    + "\nThese resources are in an unknown state because the engine was interrupted while waiting for changes "
                    + "to them to complete. Verify what exists, then run a refresh with --clear-pending-creates.",
                Ephemeral: false,
                StreamId: 0
            )
        );
    }
}
