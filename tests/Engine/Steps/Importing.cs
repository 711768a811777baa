using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.Providers;
using Pulumi.LocalEngine.State;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Steps;

/// <summary>Takes an existing resource under management: Read by id, Check, and where the program differs, an update.</summary>
internal sealed class Importing(Deployment deployment)
{
    /// <summary>The registration, for its checks and updates; set once, for the two need each other.</summary>
    public CustomRegistration Registration { get; set; } = null!;

    /// <summary>Imports by the goal's <c>import</c> option.</summary>
    public async Task<ResourceState> RunAsync(
        Goal goal,
        ResourceState? old,
        ProviderInstance provider,
        string providerReference,
        byte[] seed
    )
    {
        if (old is not null)
        {
            throw new EngineException(
                $"resource '{goal.Name}' already exists with the id '{old.Id}': importing '{goal.ImportId}' in its place is not supported"
            );
        }

        var work = new Registering(goal, null, provider, providerReference, seed);
        var read = await ReadAsync(goal.Urn, goal.ImportId, provider, goal.CustomTimeouts.Read);
        var inputs = await Registration.CheckAsync(work, read.Inputs!, goal.Inputs);
        var imported = Secrets
            .Marked(goal.ToState(read.Inputs!, PropertyMap.Empty, read.Id, providerReference, null), read.Outputs!)
            .With(created: deployment.Now, modified: deployment.Now);
        var diff = await Registration.DiffAsync(work, imported, inputs);
        if (diff.NeedsReplacement)
        {
            throw new EngineException(
                $"inputs to import do not match the existing resource: importing '{goal.ImportId}' would need to replace it "
                    + $"because of {string.Join(", ", diff.ReplaceKeys)}"
            );
        }

        await RecordAsync(imported);
        return diff.HasChanges ? await Registration.UpdateAsync(work, imported, inputs, diff) : imported;
    }

    /// <summary>Imports by id alone: what is there becomes the inputs, checked once.</summary>
    public async Task<ResourceState> ByIdAsync(Goal goal, string id, string providerReference)
    {
        var provider = await deployment.Providers.UsableAsync(providerReference, deployment.Stop.Terminate);
        var seed = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        var work = new Registering(goal, null, provider, providerReference, seed);
        var read = await ReadAsync(goal.Urn, id, provider, goal.CustomTimeouts.Read);
        var inputs = await Registration.CheckAsync(work, read.Inputs!, read.Inputs!);
        var imported = Secrets
            .Marked(
                (goal with { ImportId = "" }).ToState(inputs, PropertyMap.Empty, read.Id, providerReference, null),
                read.Outputs!
            )
            .With(created: deployment.Now, modified: deployment.Now);
        await RecordAsync(imported);
        return imported;
    }

    /// <summary>Reads a resource that is to be imported.</summary>
    /// <exception cref="EngineException">It does not exist, or the provider cannot import.</exception>
    public async Task<ReadAnswer> ReadAsync(string urn, string id, ProviderInstance provider, TimeSpan timeout)
    {
        var read = await provider.ReadAsync(urn, id, null, null, timeout, deployment.Stop.Terminate);
        if (read.Outputs is null || read.Id.Length == 0)
        {
            throw new EngineException($"resource '{id}' does not exist");
        }

        return read.Inputs is null
            ? throw new EngineException(
                "provider does not support importing resources; please try updating the provider"
            )
            : read;
    }

    /// <summary>Puts an imported resource on record.</summary>
    public Task<ResourceState?> RecordAsync(ResourceState imported) =>
        deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(StepOp.Import, null, imported),
                Pending = new PendingOperation(imported, PendingOperationType.Importing),
                Apply = _ => Task.FromResult<ResourceState?>(imported),
                Record = (pending, _) => deployment.Recorder.SettledAsync(pending, imported, null),
            }
        );
}
