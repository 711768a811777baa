using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Projects;
using Pulumi.LocalEngine.Steps;

namespace Pulumi.LocalEngine.Operations;

/// <summary>An import by command: existing resources, each read by its id, then protected.</summary>
internal sealed class ImportWork(IReadOnlyList<ImportItem> items)
{
    /// <summary>Does it.</summary>
    public async Task<OperationEnded> RunAsync(OperationContext context)
    {
        using var deployment = context.Deploy(context.Start);
        using var registrar = new Registrar(deployment);
        try
        {
            var goals = items.Select(item => Goal(deployment, item)).ToList();
            foreach (var known in goals.Where(goal => deployment.Old.Find(goal.Urn) is not null))
            {
                deployment.Runner.Fail(known.Urn, $"resource '{known.Urn}' already exists", isProgramError: true);
            }

            deployment.Runner.ThrowIfStopped();
            await registrar.KeepAllAsync(deployment.StackUrn);
            foreach (var goal in goals)
            {
                await registrar.ImportAsync(goal, goal.ImportId);
            }
        }
        catch (OperationStoppedException)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "import failed", true);
        }

        return context.End(deployment);
    }

    private static Goal Goal(Deployment deployment, ImportItem item) =>
        new()
        {
            Urn = deployment.MakeUrn(deployment.StackUrn, item.Type, item.Name),
            Type = item.Type,
            Name = item.Name,
            Custom = true,
            Parent = deployment.StackUrn,
            Protect = true,
            ImportId = item.Id,
        };
}
