using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Thrown in place of a step once the operation has failed or was stopped: no new steps begin.</summary>
internal class OperationStoppedException : Exception;

/// <summary>Thrown for a step that failed; the operation may go on without it.</summary>
/// <param name="urn">Its resource.</param>
/// <param name="state">The state the resource is in, or null where there is none.</param>
internal sealed class StepFailedException(string urn, ResourceState? state) : OperationStoppedException
{
    /// <summary>The resource.</summary>
    public string Urn => urn;

    /// <summary>The state it is in, or null.</summary>
    public ResourceState? State => state;
}

/// <summary>What a step does and how it is put on record.</summary>
internal sealed record StepWork
{
    /// <summary>What is shown.</summary>
    public required StepInfo Info { get; init; }

    /// <summary>Calls the provider; brings the state reached, or null when the resource is gone.</summary>
    public required Func<CancellationToken, Task<ResourceState?>> Apply { get; init; }

    /// <summary>Puts the state reached on record.</summary>
    public required Func<PendingOperation?, ResourceState?, Task> Record { get; init; }

    /// <summary>What is on record while it runs, or null for steps that change nothing.</summary>
    public PendingOperation? Pending { get; init; }

    /// <summary>What the step turned out to be, where only its result says so.</summary>
    public Func<ResourceState?, StepInfo>? Result { get; init; }

    /// <summary>True for a resource that does not exist and is not made.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>True when the delete only forgets the resource.</summary>
    public bool Retained { get; init; }
}

/// <summary>Runs steps: so many at a time, each with its events, its record, and its failure.</summary>
internal sealed class StepRunner(
    SnapshotRecorder recorder,
    EventSink events,
    StopSignals stop,
    DeploymentOptions options,
    Selection selection
) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Parallel);
    private readonly CancellationTokenSource _stopped = CancellationTokenSource.CreateLinkedTokenSource(stop.Cancel);
    private readonly Lock _lock = new();
    private readonly Dictionary<StepOp, int> _counts = [];
    private readonly HashSet<string> _errored = [];
    private readonly List<Task> _inFlight = [];

    /// <summary>Fires when no new steps may begin.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>True after a failure.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>URNs that failed.</summary>
    public int Errored
    {
        get
        {
            lock (_lock)
            {
                return _errored.Count;
            }
        }
    }

    /// <summary>How many resources each step was taken for.</summary>
    public ImmutableSortedDictionary<StepOp, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts.ToImmutableSortedDictionary();
            }
        }
    }

    /// <summary>Runs a step.</summary>
    /// <exception cref="OperationStoppedException">It failed (and was reported), or may not begin any more.</exception>
    public Task<ResourceState?> RunAsync(StepWork work)
    {
        var running = RunCoreAsync(work);
        lock (_lock)
        {
            _inFlight.RemoveAll(static task => task.IsCompleted);
            _inFlight.Add(running);
        }

        return running;
    }

    /// <summary>Waits for the steps in flight, however they end.</summary>
    public async Task DrainAsync()
    {
        Task[] running;
        lock (_lock)
        {
            running = [.. _inFlight];
        }

        await Task.WhenAll(running)
            .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Reports a failure of a resource (or, with an empty URN, of the stack) and stops the operation.</summary>
    /// <param name="urn">The resource, or empty for the stack.</param>
    /// <param name="message">Why.</param>
    /// <param name="isProgramError">True when the program is wrong, whether or not this is a preview.</param>
    /// <param name="goesOn">True when the operation has failed, but goes on to show the rest.</param>
    public void Fail(string urn, string message, bool isProgramError = false, bool goesOn = false)
    {
        events(
            new Diagnostic(
                urn,
                LogSeverity.Error,
                options.Preview && urn.Length > 0 && !isProgramError ? "Preview failed: " + message : message,
                Ephemeral: false,
                StreamId: 0
            )
        );
        FailReported(urn, goesOn);
    }

    /// <summary>Stops the operation for a failure that the user has been told of already.</summary>
    /// <param name="urn">The resource, or empty for the stack.</param>
    /// <param name="goesOn">True when the operation has failed, but goes on to show the rest.</param>
    public void FailReported(string urn, bool goesOn = false)
    {
        lock (_lock)
        {
            HasFailed = true;
            _errored.Add(urn.Length > 0 ? urn : options.StackUrn);
        }

        if (!goesOn)
        {
            _stopped.Cancel();
        }
    }

    /// <summary>Throws when no new steps may begin.</summary>
    public void ThrowIfStopped()
    {
        if (_stopped.IsCancellationRequested)
        {
            throw new OperationStoppedException();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _stopped.Dispose();
    }

    private async Task<ResourceState?> RunCoreAsync(StepWork work)
    {
        RefuseMissing(work);
        await EnterAsync();
        var began = options.Time.GetTimestamp();
        PendingOperation? pending = null;
        try
        {
            ThrowIfStopped();
            if (work.Info.Op != StepOp.Same)
            {
                events(new StepStarted(work.Info));
            }

            if (!options.Preview && work.Pending is { } operation)
            {
                pending = await recorder.BeginAsync(operation.Type, operation.Resource);
            }

            var reached = await work.Apply(stop.Terminate);
            await work.Record(pending, reached);
            End(work, reached, options.Time.GetElapsedTime(began));
            return reached;
        }
        catch (Exception failure) when (failure is RpcException or EngineException or PluginGoneException)
        {
            await FailAsync(work, pending, failure, options.Time.GetElapsedTime(began));
            throw new StepFailedException(
                work.Info.Urn,
                work.Info.Op == StepOp.Update ? work.Info.Old?.With(outputs: PropertyMap.Empty) : null
            );
        }
        catch (OperationCanceledException)
        {
            // The operation stays pending: nobody knows how it ended.
            Fail(work.Info.Urn, "interrupted; the outcome of this step is not known");
            events(new StepFailed(work.Info, options.Time.GetElapsedTime(began), Interrupted: true));
            throw new OperationStoppedException();
        }
        finally
        {
            _slots.Release();
        }
    }

    // A program that only reads a resource has no way to be told that it could not be.
    private bool GoesOn(StepWork work) => options.Choices.ContinueOnError && work.Info.Op != StepOp.Read;

    // What is needed and neither exists nor is made cannot be left out; a preview goes on, to name all that is so.
    private void RefuseMissing(StepWork work)
    {
        if (work.IsLeftOut || work.Info.New is not { } state || selection.TakeMissing(state) is not { } missing)
        {
            return;
        }

        Fail(
            state.Urn,
            $"Resource '{state.Urn}' depends on '{missing}' which was "
                + (
                    selection.HasTargets
                        ? "was not specified in --target list."
                        : "excluded by --exclude and does not exist."
                ),
            isProgramError: true,
            goesOn: options.Preview
        );
        ThrowIfStopped();
    }

    private async Task EnterAsync()
    {
        try
        {
            await _slots.WaitAsync(_stopped.Token);
        }
        catch (OperationCanceledException)
        {
            throw new OperationStoppedException();
        }
    }

    private void End(StepWork work, ResourceState? reached, TimeSpan elapsed)
    {
        var info = work.Result?.Invoke(reached) ?? work.Info with { New = reached };
        // By what was planned: a refresh that finds a difference ends as an update, and what is unhealthy only warns.
        if (
            reached is { InitErrors.IsEmpty: false }
            && work.Info.Op is StepOp.Create or StepOp.Update or StepOp.CreateReplacement
        )
        {
            var errors = reached!.InitErrors;
            Fail(
                info.Urn,
                $"{errors.Length} error{(errors.Length == 1 ? "" : "s")} occurred:\n"
                    + string.Join('\n', errors.Select(static error => "    * " + error)),
                goesOn: GoesOn(work)
            );
            events(new StepFailed(info, elapsed, Interrupted: false));
            throw new StepFailedException(info.Urn, reached);
        }

        if (!info.IsHidden && !info.Op.IsPartOfReplace() && info is not { Op: StepOp.Delete, Old.External: true })
        {
            lock (_lock)
            {
                _counts[info.Op] = _counts.GetValueOrDefault(info.Op) + 1;
            }
        }

        events(new StepEnded(info, elapsed, work.Retained));
    }

    private async Task FailAsync(StepWork work, PendingOperation? pending, Exception failure, TimeSpan elapsed)
    {
        // A plugin that died cannot say how far it got: what it was doing stays on record as pending.
        if (pending is not null && failure is not PluginGoneException)
        {
            await recorder.AbandonAsync(pending);
        }

        Fail(work.Info.Urn, failure.Words(), goesOn: GoesOn(work));
        events(new StepFailed(work.Info, elapsed, Interrupted: false));
    }
}
