using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Steps;

namespace Pulumi.LocalEngine.Operations;

/// <summary>A refresh or its preview.</summary>
internal sealed class RefreshWork(bool clearPendingCreates)
{
    /// <summary>Does it.</summary>
    public async Task<OperationEnded> RunAsync(OperationContext context)
    {
        var start = clearPendingCreates
            ? context.Start with
            {
                PendingOperations =
                [
                    .. context.Start.PendingOperations.Where(static operation =>
                        operation.Type != PendingOperationType.Creating
                    ),
                ],
            }
            : context.Start;
        using var deployment = context.Deploy(start);
        await new Refreshing(deployment, beforeUpdate: false).RunAsync();
        if (deployment.Runner.HasFailed)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "refresh failed", true);
        }

        return context.End(deployment);
    }
}

/// <summary>A destroy or its preview: everything goes, dependents first.</summary>
internal static class DestroyWork
{
    /// <summary>Does it.</summary>
    public static async Task<OperationEnded> RunAsync(OperationContext context)
    {
        using var deployment = context.Deploy(context.Start);
        var olds = new OldResources(deployment.Old);
        foreach (var state in olds.Forgotten())
        {
            await deployment.Recorder.DeletedAsync(null, state, pendingReplacement: false);
        }

        await new Deleting(deployment).RunAsync([
            .. olds.Leftovers().Select(static state => (state, state.Delete ? StepOp.DeleteReplaced : StepOp.Delete)),
        ]);
        if (deployment.Runner.HasFailed)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "destroy failed", true);
        }

        return context.End(deployment);
    }
}
