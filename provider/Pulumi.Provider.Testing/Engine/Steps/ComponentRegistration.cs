using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Registers components and the stack: state only, no provider.</summary>
internal sealed class ComponentRegistration(Deployment deployment)
{
    /// <summary>Creates it, keeps it, or writes down that its inputs changed.</summary>
    /// <param name="goal">What is wanted.</param>
    /// <param name="old">What was, or null.</param>
    /// <param name="first">What making it is called.</param>
    public async Task<ResourceState> RunAsync(Goal goal, ResourceState? old, StepOp first = StepOp.Create)
    {
        var state = goal.ToState(
            goal.Inputs,
            old?.Outputs ?? Provider.Protocol.Values.PropertyMap.Empty,
            null,
            null,
            old
        );
        if (old is null)
        {
            state = state.With(created: deployment.Now, modified: deployment.Now);
            await deployment.Runner.RunAsync(
                new StepWork
                {
                    Info = new StepInfo(first, null, state),
                    Pending = new PendingOperation(state, PendingOperationType.Creating),
                    Apply = _ => Task.FromResult<ResourceState?>(state),
                    Record = (pending, _) => deployment.Recorder.CreatedAsync(pending, state, null),
                }
            );
            return state;
        }

        var diff = DiffResult.OfInputs(old.Inputs, goal.Inputs);
        var op = diff.HasChanges ? StepOp.Update : StepOp.Same;
        if (op == StepOp.Update)
        {
            state = state.With(modified: deployment.Now);
        }

        await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(op, goal.Urn, old, state, diff.Details, diff.ChangedKeys),
                Apply = _ => Task.FromResult<ResourceState?>(state),
                Record = (_, _) =>
                    deployment.Recorder.SettledAsync(null, state, old, write: !SameContent.Of(old, state)),
            }
        );
        return state;
    }
}
