using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.State;

namespace Pulumi.LocalEngine.Steps;

/// <summary>Deletes resources, each after all that depend on it.</summary>
internal sealed class Deleting(Deployment deployment)
{
    /// <summary>Reports a protected resource that is to be deleted.</summary>
    /// <exception cref="OperationStoppedException">It is protected.</exception>
    public void RefuseProtected(ResourceState state)
    {
        if (!state.Protect)
        {
            return;
        }

        deployment.Runner.Fail(
            state.Urn,
            $"resource \"{state.Urn}\" cannot be deleted\nbecause it is protected. To unprotect the resource, either remove "
                + "the `protect` flag from the resource in your Pulumi program and run `pulumi up`, or, with the Pulumi CLI, use the command:\n"
                + $"`pulumi state unprotect '{state.Urn}'`"
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
                if (calls && state.Provider is { } reference)
                {
                    var provider = await deployment.Providers.GetAsync(reference, cancellation);
                    if (!deployment.Preview)
                    {
                        await provider.DeleteAsync(state, cancellation);
                    }
                }

                return null;
            },
            Record = (pending, _) => deployment.Recorder.DeletedAsync(pending, state, pendingReplacement),
        };
    }

    /// <summary>Deletes many, dependents first, in parallel where nothing forbids it.</summary>
    public async Task RunAsync(IReadOnlyList<(ResourceState State, StepOp Op)> doomed)
    {
        var refused = doomed.Where(static entry => entry.State.Protect && entry.Op == StepOp.Delete).ToList();
        foreach (var (state, _) in refused)
        {
            TryRefuse(state);
        }

        if (refused.Count > 0)
        {
            return;
        }

        var urns = doomed.Select(static entry => entry.State.Urn).ToHashSet();
        var tasks = new Dictionary<ResourceState, Task>();

        // Backwards: what comes later in the state depends on what comes earlier, never the other way round.
        foreach (var (state, op) in doomed.Reverse())
        {
            var dependents = tasks
                .Where(other => other.Key.AllDependencies().Contains(state.Urn))
                .Select(static other => other.Value)
                .ToArray();
            var withOther = state.DeletedWith is { } other && urns.Contains(other);
            tasks[state] = AfterAsync(dependents, Work(state, op, pendingReplacement: false, withOther));
        }

        try
        {
            await Task.WhenAll(tasks.Values);
        }
        catch (OperationStoppedException)
        {
            // Reported where it happened.
        }
    }

    private async Task AfterAsync(Task[] dependents, StepWork work)
    {
        await Task.WhenAll(dependents);
        await deployment.Runner.RunAsync(work);
    }

    private void TryRefuse(ResourceState state)
    {
        try
        {
            RefuseProtected(state);
        }
        catch (OperationStoppedException)
        {
            // All of them are to be named, not just the first.
        }
    }
}
