using System.Security.Cryptography;
using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.Providers;
using Pulumi.LocalEngine.State;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Steps;

/// <summary>Registers a provider's resource: Check, Diff, then the steps that make it what the program wants.</summary>
internal sealed class CustomRegistration(
    Deployment deployment,
    OldResources olds,
    Replacement replacement,
    Importing importing
)
{
    private const int SeedLength = 32;

    /// <summary>Makes the resource what the goal says.</summary>
    public async Task<ResourceState> RunAsync(Goal goal, ResourceState? old, string providerReference)
    {
        var provider = await deployment.Providers.UsableAsync(providerReference, deployment.Stop.Terminate);
        var seed = RandomNumberGenerator.GetBytes(SeedLength);
        if (goal.ImportId.Length > 0 && old?.Id != goal.ImportId && old?.ImportId != goal.ImportId)
        {
            return await importing.RunAsync(goal, old, provider, providerReference, seed);
        }

        var work = new Registering(goal, old, provider, providerReference, seed);
        if (old is not null && (olds.IsDeleted(old) || old.External))
        {
            return await RecreateAsync(work, old);
        }

        var wanted = old is null ? goal.Inputs : IgnoredChanges.Apply(old.Inputs, goal.Inputs, goal.IgnoreChanges);
        var inputs = await CheckAsync(work, old?.Inputs ?? PropertyMap.Empty, wanted);
        if (old is null)
        {
            return await CreateAsync(work, inputs);
        }

        if (await ProviderReplacedAsync(old, provider, providerReference))
        {
            var viaProvider = DiffResult.None with { ReplaceKeys = ["provider"], ChangedKeys = ["provider"] };
            return await replacement.RunAsync(
                work,
                old,
                await CheckAsync(work, PropertyMap.Empty, wanted),
                viaProvider
            );
        }

        var diff = await DiffAsync(work, old, inputs);
        if (diff.NeedsReplacement || old.PendingReplacement)
        {
            return await replacement.RunAsync(work, old, await CheckAsync(work, PropertyMap.Empty, wanted), diff);
        }

        return diff.HasChanges || !old.InitErrors.IsEmpty
            ? await UpdateAsync(work, old, inputs, diff)
            : await KeepAsync(work, old, inputs);
    }

    /// <summary>Checks inputs.</summary>
    /// <exception cref="OperationStoppedException">They have problems, which were reported.</exception>
    public async Task<PropertyMap> CheckAsync(Registering work, PropertyMap oldInputs, PropertyMap wanted)
    {
        var (inputs, failures) = await work.Provider.CheckAsync(
            work.Goal.Urn,
            oldInputs,
            wanted,
            work.RandomSeed,
            deployment.Stop.Terminate
        );
        CheckFailures.Report(deployment.Runner, work.Goal.Urn, wanted, failures);
        return inputs;
    }

    /// <summary>Compares the old state with checked inputs, the program's wishes included.</summary>
    public async Task<DiffResult> DiffAsync(Registering work, ResourceState old, PropertyMap inputs)
    {
        var diff = await work.Provider.DiffAsync(
            new DiffQuery(work.Goal.Urn, old.Id ?? "", old.Inputs, old.Outputs, inputs, work.Goal.IgnoreChanges),
            deployment.Stop.Terminate
        );
        return diff.OrOfInputs(old.Inputs, inputs).WithReplaceOnChanges(work.Goal.ReplaceOnChanges);
    }

    /// <summary>Updates in place.</summary>
    public async Task<ResourceState> UpdateAsync(
        Registering work,
        ResourceState old,
        PropertyMap inputs,
        DiffResult diff
    )
    {
        var goal = work.Goal;
        var planned = goal.ToState(inputs, PropertyMap.Empty, old.Id, work.ProviderReference, old);
        var reached = await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(StepOp.Update, goal.Urn, old, planned, diff.Details, diff.ChangedKeys),
                Pending = new PendingOperation(old, PendingOperationType.Updating),
                Apply = async cancellation =>
                {
                    var answer = await work.Provider.UpdateAsync(
                        old,
                        inputs,
                        goal.IgnoreChanges,
                        goal.CustomTimeouts.Update,
                        deployment.Preview,
                        cancellation
                    );
                    // A half-done update keeps the old inputs, so that the next one tries again.
                    return Secrets
                        .Marked(planned, answer.Outputs)
                        .With(
                            inputs: answer.InitErrors.IsEmpty ? inputs : old.Inputs,
                            initErrors: answer.InitErrors,
                            modified: deployment.Now
                        );
                },
                Record = (pending, state) => deployment.Recorder.SettledAsync(pending, state!, old),
            }
        );
        return reached!;
    }

    private async Task<ResourceState> CreateAsync(Registering work, PropertyMap inputs)
    {
        var reached = await deployment.Runner.RunAsync(Creating(work, inputs, StepOp.Create, null, DiffResult.None));
        return reached!;
    }

    /// <summary>The step that creates, alone or as part of a replacement.</summary>
    public StepWork Creating(Registering work, PropertyMap inputs, StepOp op, ResourceState? replaced, DiffResult diff)
    {
        var goal = work.Goal;
        var planned = goal.ToState(inputs, PropertyMap.Empty, null, work.ProviderReference, null);
        return new StepWork
        {
            Info = new StepInfo(op, goal.Urn, replaced, planned, diff.Details, diff.ChangedKeys),
            Pending = new PendingOperation(planned, PendingOperationType.Creating),
            Apply = async cancellation =>
            {
                var answer = await work.Provider.CreateAsync(
                    goal.Urn,
                    inputs,
                    goal.CustomTimeouts.Create,
                    deployment.Preview,
                    cancellation
                );
                return Secrets
                    .Marked(planned, answer.Outputs)
                    .With(
                        id: answer.Id,
                        initErrors: answer.InitErrors,
                        created: deployment.Now,
                        modified: deployment.Now
                    );
            },
            Record = (pending, state) => deployment.Recorder.CreatedAsync(pending, state!, replaced),
        };
    }

    private async Task<ResourceState> KeepAsync(Registering work, ResourceState old, PropertyMap inputs)
    {
        var state = Secrets.Marked(
            work.Goal.ToState(inputs, old.Outputs, old.Id, work.ProviderReference, old),
            old.Outputs
        );
        await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(StepOp.Same, old, state),
                Apply = _ => Task.FromResult<ResourceState?>(state),
                Record = (_, _) =>
                    deployment.Recorder.SettledAsync(null, state, old, write: !SameContent.Of(old, state)),
            }
        );
        return state;
    }

    // Deleted earlier in this run for the sake of what it depends on, or only read until now: made anew either way.
    private async Task<ResourceState> RecreateAsync(Registering work, ResourceState old)
    {
        var inputs = await CheckAsync(work, PropertyMap.Empty, work.Goal.Inputs);
        var keys = olds.ReplaceKeys(old.Urn);
        var diff = DiffResult.OfInputs(old.Inputs, inputs) with { ReplaceKeys = [.. keys] };
        var creating = Creating(work, inputs, StepOp.CreateReplacement, old, diff);
        await deployment.Runner.RunAsync(ProviderRegistration.Marker(creating.Info with { Op = StepOp.Replace }));
        var reached = await deployment.Runner.RunAsync(creating);
        return reached!;
    }

    // The resource's provider is another one than before, or was replaced itself: its own comparison of both says whether
    // its resources must follow. What the state knows of the old one is what its URN has now.
    private async Task<bool> ProviderReplacedAsync(
        ResourceState old,
        ProviderInstance provider,
        string providerReference
    )
    {
        if (old.Provider is null || old.Provider == providerReference)
        {
            return false;
        }

        var now = ProviderReference.Parse(providerReference).Urn;
        return deployment.Old.Find(ProviderReference.Parse(old.Provider).Urn) is { } oldState
            && deployment.Providers.Registered(now) is { } newState
            && (
                await provider.DiffConfigAsync(now, oldState, newState.Inputs, deployment.Stop.Terminate)
            ).NeedsReplacement;
    }
}

/// <summary>A registration on its way: what is wanted, what was, and who does it.</summary>
internal sealed record Registering(
    Goal Goal,
    ResourceState? Old,
    ProviderInstance Provider,
    string ProviderReference,
    byte[] RandomSeed
);
