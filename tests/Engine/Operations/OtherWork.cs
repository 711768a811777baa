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

/// <summary>What is read before an update or a destroy: everything if so asked, or what wants to be.</summary>
internal static class RefreshingFirst
{
    /// <summary>Reads it; null where there is nothing to read.</summary>
    public static async Task<Deployment?> RunAsync(OperationContext context, bool all)
    {
        if (!all && !context.Start.Resources.Any(static state => state.RefreshBeforeUpdate))
        {
            return null;
        }

        var deployment = context.Deploy(context.Start);
        await new Refreshing(
            deployment,
            beforeUpdate: true,
            all ? null : static state => state.RefreshBeforeUpdate
        ).RunAsync();
        return deployment;
    }
}

/// <summary>A destroy or its preview: everything goes, dependents first.</summary>
internal sealed class DestroyWork(bool refresh)
{
    /// <summary>Does it.</summary>
    public async Task<OperationEnded> RunAsync(OperationContext context)
    {
        using var refreshing = await RefreshingFirst.RunAsync(context, refresh);
        if (refreshing?.Runner.HasFailed == true)
        {
            return context.End(refreshing);
        }

        using var deployment = context.Deploy(refreshing?.Recorder.Current ?? context.Start, refreshing);
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
