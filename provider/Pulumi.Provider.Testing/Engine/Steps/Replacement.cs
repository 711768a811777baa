using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Replaces a resource: the new one first, or, where both cannot exist, the old one first.</summary>
internal sealed class Replacement(Deployment deployment, OldResources olds, Deleting deleting) : IDisposable
{
    // One at a time: two replacements could have dependents in common.
    private readonly SemaphoreSlim _deletingDependents = new(1);

    /// <summary>Makes the steps that create a resource; set once, for the two need each other.</summary>
    public Func<Registering, PropertyMap, StepOp, ResourceState?, DiffResult, StepWork> Creating { get; set; } = null!;

    /// <summary>Reports a protected resource that is to be replaced; a preview goes on, to show what for.</summary>
    /// <exception cref="OperationStoppedException">It is protected.</exception>
    public void RefuseProtected(Goal goal, ResourceState old)
    {
        if (!old.Protect || !goal.Protect || deployment.Options.Choices.IgnoreProtect)
        {
            return;
        }

        deployment.Runner.Fail(
            goal.Urn,
            $"unable to replace resource \"{goal.Urn}\"\nas it is currently marked for protection. To unprotect the "
                + "resource, remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
            isProgramError: true,
            goesOn: deployment.Preview
        );
        deployment.Runner.ThrowIfStopped();
    }

    /// <summary>Replaces the old resource by one with the given (checked) inputs.</summary>
    public async Task<ResourceState> RunAsync(Registering work, ResourceState old, PropertyMap inputs, DiffResult diff)
    {
        olds.MarkReplaced(work.Goal.Urn);
        if (
            old.PendingReplacement
            || olds.IsDeleted(old)
            || (work.Goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace)
        )
        {
            if (!olds.IsDeleted(old))
            {
                await DeleteFirstAsync(old);
            }

            var afterwards = Creating(work, inputs, StepOp.CreateReplacement, old, diff);
            await deployment.Runner.RunAsync(ProviderRegistration.Marker(afterwards.Info with { Op = StepOp.Replace }));
            return (await deployment.Runner.RunAsync(afterwards))!;
        }

        var creating = Creating(work, inputs, StepOp.CreateReplacement, old, diff);
        var made = await deployment.Runner.RunAsync(creating);
        await deployment.Runner.RunAsync(
            ProviderRegistration.Marker(creating.Info with { Op = StepOp.Replace, New = made })
        );
        deployment.Replaced.Add(old);
        return made!;
    }

    /// <summary>Deletes a resource before its replacement is made, and before it what cannot stay without it.</summary>
    public async Task DeleteFirstAsync(ResourceState old)
    {
        await _deletingDependents.WaitAsync(deployment.Stop.Terminate);
        try
        {
            var dependents = await DependentsToReplaceAsync(old);
            foreach (var (dependent, keys) in dependents.Reverse())
            {
                if (!olds.IsDeleted(dependent))
                {
                    deleting.RefuseProtected(dependent, old);
                    await deployment.Runner.RunAsync(
                        deleting.Work(
                            dependent,
                            StepOp.DeleteReplaced,
                            pendingReplacement: true,
                            withOther: dependent.DeletedWith is { } other
                                && (other == old.Urn || dependents.Any(entry => entry.State.Urn == other))
                        )
                    );
                    olds.MarkDeleted(dependent, keys);
                }
            }

            // What an earlier, failed run deleted already is not deleted again.
            if (!old.PendingReplacement)
            {
                await deployment.Runner.RunAsync(deleting.Work(old, StepOp.DeleteReplaced, pendingReplacement: true));
            }

            olds.MarkDeleted(old, []);
        }
        finally
        {
            _deletingDependents.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _deletingDependents.Dispose();

    /// <summary>
    /// Asks, for each dependent, what it would do if the properties it takes from a replaced resource were unknown; brings
    /// those that have to be replaced, and for which properties' sake.
    /// </summary>
    public async Task<IReadOnlyList<(ResourceState State, ImmutableArray<string> Keys)>> DependentsToReplaceAsync(
        ResourceState root
    )
    {
        var replaced = new HashSet<string> { root.Urn };
        var result = new List<(ResourceState, ImmutableArray<string>)>();
        foreach (var dependent in olds.DependentsOf(root))
        {
            if (await KeysReplacedAsync(dependent, replaced) is { } keys)
            {
                replaced.Add(dependent.Urn);
                result.Add((dependent, keys));
            }
        }

        // What is to be replaced with the resource goes, whether or not it depends on it.
        result.AddRange(
            olds.All.Where(state =>
                    !state.Delete
                    && state.ReplaceWith.Contains(root.Urn)
                    && !replaced.Contains(state.Urn)
                    && !olds.IsRegistered(state.Urn)
                )
                .Select(static state => (state, ImmutableArray<string>.Empty))
        );
        return result;
    }

    private async Task<ImmutableArray<string>?> KeysReplacedAsync(ResourceState dependent, HashSet<string> replaced)
    {
        if (!dependent.Custom || dependent.External || dependent.Provider is null || olds.IsRegistered(dependent.Urn))
        {
            return null;
        }

        if (replaced.Contains(ProviderReference.Parse(dependent.Provider).Urn))
        {
            return ["provider"];
        }

        if (dependent.DeletedWith is { } other && replaced.Contains(other))
        {
            return [];
        }

        var inputs = dependent.Inputs;
        foreach (var (name, urns) in dependent.PropertyDependencies)
        {
            if (inputs.ContainsKey(name) && urns.Any(replaced.Contains))
            {
                inputs = inputs.With(name, PropertyValue.Unknown);
            }
        }

        if (ReferenceEquals(inputs, dependent.Inputs))
        {
            return null;
        }

        var provider = await deployment.Providers.GetAsync(dependent.Provider, deployment.Stop.Terminate);
        var diff = await provider.DiffAsync(
            new DiffQuery(
                dependent.Urn,
                dependent.Id ?? "",
                dependent.Inputs,
                dependent.Outputs,
                inputs,
                dependent.IgnoreChanges
            ),
            deployment.Stop.Terminate
        );
        diff = diff.OrOfInputs(dependent.Inputs, inputs).WithReplaceOnChanges(dependent.ReplaceOnChanges);
        return diff.NeedsReplacement ? diff.ReplaceKeys : null;
    }
}
