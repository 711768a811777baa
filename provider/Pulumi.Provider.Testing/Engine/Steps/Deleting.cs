using System.Collections.Concurrent;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Deletes resources, each after all that depend on it.</summary>
internal sealed class Deleting(Deployment deployment)
{
    /// <summary>Reports a protected resource that cannot stay when another one is replaced.</summary>
    /// <exception cref="OperationStoppedException">It is protected.</exception>
    public void RefuseProtected(ResourceState state, ResourceState replaced)
    {
        if (!state.Protect || deployment.Options.Choices.IgnoreProtect)
        {
            return;
        }

        deployment.Runner.Fail(
            state.Urn,
            $"unable to replace resource \"{state.Urn}\" as part of replacing \"{replaced.Urn}\" as it is currently marked for "
                + "protection. To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program "
                + $"and run `pulumi up`, or use the command:\n`pulumi state unprotect '{state.Urn}'`",
            isProgramError: true
        );
        throw new OperationStoppedException();
    }

    /// <summary>The step that deletes one resource.</summary>
    /// <param name="state">The resource.</param>
    /// <param name="op">As itself, or as part of a replacement.</param>
    /// <param name="pendingReplacement">True when its replacement is made afterwards.</param>
    /// <param name="withOther">True when the deletion of another resource takes it along.</param>
    public StepWork Work(ResourceState state, StepOp op, bool pendingReplacement, bool withOther = false)
    {
        var calls = state is { Custom: true, IsProvider: false, External: false, RetainOnDelete: false } && !withOther;
        return new StepWork
        {
            Info = new StepInfo(op, state, null),
            Pending = new PendingOperation(state, PendingOperationType.Deleting),
            Retained = state.RetainOnDelete,
            Apply = async cancellation =>
            {
                if (state.Protect && op == StepOp.Delete && !deployment.Options.Choices.IgnoreProtect)
                {
                    throw new EngineException(
                        $"resource \"{state.Urn}\" cannot be deleted\nbecause it is protected. To unprotect the resource, either "
                            + "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`, or, "
                            + $"with the Pulumi CLI, use the command:\n`pulumi state unprotect '{state.Urn}'`"
                    );
                }

                if (state.Provider is { } reference)
                {
                    var provider = await deployment.Providers.GetAsync(reference, cancellation);
                    if (calls && !deployment.Preview)
                    {
                        await provider.DeleteAsync(state, cancellation);
                    }
                }

                return null;
            },
            Record = (pending, _) => deployment.Recorder.DeletedAsync(pending, state, pendingReplacement),
        };
    }

    /// <summary>
    /// Deletes many, dependents first: one wave after the other of those that nothing left depends on. Where it goes on
    /// after errors, what a failed one depends on stays.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<(ResourceState State, StepOp Op)> doomed)
    {
        var urns = doomed.Select(static entry => entry.State.Urn).ToHashSet();
        var left = doomed.ToList();
        var failed = new ConcurrentBag<ResourceState>();
        while (left.Count > 0 && !deployment.Runner.Stopped.IsCancellationRequested)
        {
            var needed = left.Select(static entry => entry.State)
                .Concat(failed)
                .SelectMany(static state => state.AllDependencies().Select(urn => (urn, state)))
                .ToLookup(static pair => pair.urn, static pair => pair.state);
            var wave = left.FindAll(entry => needed[entry.State.Urn].All(dependent => dependent == entry.State));
            if (wave.Count == 0)
            {
                return;
            }

            left.RemoveAll(wave.Contains);

            // What is protected fails last in its wave, and names all that is.
            await Task.WhenAll(wave.OrderBy(static entry => entry.State.Protect).Select(DeleteAsync).ToList());
        }

        async Task DeleteAsync((ResourceState State, StepOp Op) entry)
        {
            try
            {
                await deployment.Runner.RunAsync(
                    Work(
                        entry.State,
                        entry.Op,
                        pendingReplacement: false,
                        withOther: entry.State.DeletedWith is { } other && urns.Contains(other)
                    )
                );
            }
            catch (OperationStoppedException)
            {
                failed.Add(entry.State); // reported where it happened
            }
        }
    }
}
