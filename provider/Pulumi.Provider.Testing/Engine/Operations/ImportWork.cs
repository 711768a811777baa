using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.Provider.Testing.Engine.Operations;

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
            var goals = new List<Goal>();
            foreach (var item in items)
            {
                goals.Add(Goal(deployment, item, goals));
            }

            await registrar.KeepAllAsync(deployment.StackUrn);
            foreach (var provider in deployment.Old.Resources.Where(static state => state.IsProvider))
            {
                await deployment.Providers.GetAsync(provider.AsReference, deployment.Stop.Terminate);
            }

            foreach (var known in goals.Where(goal => deployment.Old.Find(goal.Urn) is not null))
            {
                deployment.Runner.Fail(known.Urn, $"resource '{known.Urn}' already exists", isProgramError: true);
            }

            deployment.Runner.ThrowIfStopped();
            foreach (var goal in goals)
            {
                await registrar.ImportAsync(goal);
            }
        }
        catch (OperationStoppedException)
        {
            deployment.Runner.Fail(deployment.StackUrn, deployment.Preview ? "preview failed" : "import failed", true);
        }

        return context.End(deployment);
    }

    private static Goal Goal(Deployment deployment, ImportItem item, IEnumerable<Goal> earlier)
    {
        // A parent is in the stack, or comes before its children in the file.
        var parent = item.Parent is { } named
            ? earlier.FirstOrDefault(goal => goal.Name == named)?.Urn ?? named
            : deployment.StackUrn;
        return new Goal
        {
            Urn = deployment.MakeUrn(parent, item.Type, item.Name),
            Type = item.Type,
            Name = item.Name,
            Custom = !item.IsComponent,
            Parent = parent,
            Protect = item.Protect,
            Provider = item.Provider ?? "",
            ImportId = item.Id,
            Package = item.Package ?? PackageRequest.Of(item.Type, ""),
        };
    }
}
