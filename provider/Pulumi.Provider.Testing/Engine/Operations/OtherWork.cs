using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>A refresh or its preview.</summary>
internal sealed class RefreshWork(IStackProgram program)
{
    /// <summary>Does it.</summary>
    public async Task<OperationEnded> RunAsync(OperationContext context)
    {
        var choices = context.Options.Choices;
        if (choices.ClearPendingCreates && !context.Options.Preview)
        {
            context = context with { Start = WithoutPendingCreates(context.Start) };
        }

        if (choices.RunProgram)
        {
            return await new UpdateWork(program, onlyRefreshes: true).RunAsync(context);
        }

        using var deployment = context.Deploy(context.Start);
        if (UnknownTargets.AreThere(deployment))
        {
            return context.End(deployment);
        }

        await new Refreshing(deployment, beforeUpdate: false, deployment.Selection.IncludesRead).RunAsync();
        if (deployment.Runner.HasFailed)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "refresh failed", true);
        }

        return context.End(deployment);
    }

    private static Snapshot WithoutPendingCreates(Snapshot state) =>
        state with
        {
            PendingOperations =
            [
                .. state.PendingOperations.Where(static operation => operation.Type != PendingOperationType.Creating),
            ],
        };
}

/// <summary>What is read before an update or a destroy: everything if so asked, or what wants to be.</summary>
internal static class RefreshingFirst
{
    /// <summary>Reads it; null where there is nothing to read.</summary>
    public static async Task<Deployment?> RunAsync(OperationContext context)
    {
        var choices = context.Options.Choices;
        var all = choices is { Refresh: true, RunProgram: false };
        if (
            !all && (choices.Refresh == true || !context.Start.Resources.Any(static state => state.RefreshBeforeUpdate))
        )
        {
            return null;
        }

        var deployment = context.Deploy(context.Start);
        await new Refreshing(
            deployment,
            beforeUpdate: true,
            state => (all || state.RefreshBeforeUpdate) && deployment.Selection.IncludesRead(state)
        ).RunAsync();
        return deployment;
    }
}

/// <summary>A destroy or its preview: everything goes, dependents first.</summary>
internal static class DestroyWork
{
    /// <summary>Does it.</summary>
    public static async Task<OperationEnded> RunAsync(OperationContext context)
    {
        using var refreshing = await RefreshingFirst.RunAsync(context);
        if (refreshing?.Runner.HasFailed == true)
        {
            return context.End(refreshing);
        }

        using var deployment = context.Deploy(refreshing?.Recorder.Current ?? context.Start, refreshing);
        if (UnknownTargets.AreThere(deployment))
        {
            return context.End(deployment);
        }

        using var registrar = new Registrar(deployment);
        await registrar.FinishAsync();
        if (deployment.Runner.HasFailed)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "destroy failed", true);
        }

        return context.End(deployment);
    }
}

/// <summary>Resources that the user named and the state does not have.</summary>
internal static class UnknownTargets
{
    /// <summary>True when there are some: they are told, and nothing is done.</summary>
    public static bool AreThere(Deployment deployment)
    {
        foreach (var urn in deployment.Selection.Unknown(urn => deployment.Old.Find(urn) is not null))
        {
            deployment.Runner.Fail("", Selection.NotFound(urn));
        }

        return deployment.Runner.HasFailed;
    }
}
