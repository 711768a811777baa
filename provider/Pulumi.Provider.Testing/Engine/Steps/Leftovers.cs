using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Deletes what the program no longer asked for and what was replaced, as far as the operation is about it.</summary>
internal sealed class Leftovers(Deployment deployment, OldResources olds, Replacement replacement, Deleting deleting)
{
    /// <summary>Deletes it.</summary>
    public async Task DeleteAsync()
    {
        var deletable = await DeletableAsync();
        foreach (var state in olds.Forgotten().Where(IsMeant))
        {
            await deployment.Recorder.DeletedAsync(null, state, pendingReplacement: false);
        }

        var doomed = new List<(ResourceState State, StepOp Op)>();
        var leftovers = olds.Leftovers().ToHashSet();
        foreach (var state in olds.All)
        {
            if (deployment.Replaced.Contains(state) && IsMeant(state))
            {
                doomed.Add((state, StepOp.DeleteReplaced));
            }
            else if (leftovers.Contains(state) && IsMeant(state))
            {
                doomed.Add((state, state.Delete ? StepOp.DeleteReplaced : StepOp.Delete));
            }
            else if (leftovers.Contains(state) && !olds.IsRegistered(state.Urn))
            {
                await deployment.Runner.RunAsync(Kept(state));
            }
        }

        if (!RefusesOthers(doomed))
        {
            await deleting.RunAsync(doomed);
        }

        bool IsMeant(ResourceState state) => deletable?.Contains(state) ?? true;
    }

    /// <summary>The step that leaves a resource as it is.</summary>
    public StepWork Kept(ResourceState state) =>
        new()
        {
            Info = new StepInfo(StepOp.Same, state, state),
            Apply = _ => Task.FromResult<ResourceState?>(state),
            Record = (_, _) => deployment.Recorder.SettledAsync(null, state, state, write: false),
        };

    // What depends on a target cannot stay without it: each is asked what it would do.
    private async Task<IReadOnlySet<ResourceState>?> DeletableAsync()
    {
        var deletable = deployment.Selection.Deletable(olds.All);
        foreach (var state in olds.All.Where(state => deployment.Selection.HasTargets && deletable!.Contains(state)))
        {
            await replacement.DependentsToReplaceAsync(state);
        }

        return deletable;
    }

    // True when something would go that the user has not named; a preview goes on, to show what.
    private bool RefusesOthers(IEnumerable<(ResourceState State, StepOp Op)> doomed)
    {
        if (!deployment.Selection.HasTargets || deployment.Options.Choices.TargetDependents)
        {
            return false;
        }

        var others = doomed.Where(entry => !deployment.Selection.IsTarget(entry.State.Urn)).ToList();
        foreach (var (state, _) in others)
        {
            deployment.Runner.Fail(
                state.Urn,
                $"Resource '{state.Urn}' will be destroyed but was not specified in --target list.\n"
                    + "Either include resource in --target list or pass --target-dependents to proceed.",
                isProgramError: true,
                goesOn: deployment.Preview
            );
        }

        return others.Count > 0 && !deployment.Preview;
    }
}
