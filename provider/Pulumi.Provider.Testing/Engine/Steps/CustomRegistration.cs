using System.Security.Cryptography;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

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
        var work = new Registering(goal, old, provider, providerReference, RandomNumberGenerator.GetBytes(SeedLength));
        if (IsImport(goal, old))
        {
            return await ChangeAsync(work, await importing.RunAsync(work), isImported: true);
        }

        if (old is null)
        {
            return await CreateAsync(work, await CheckAsync(work, PropertyMap.Empty, goal.Inputs));
        }

        if ((olds.IsDeleted(old) && old.Urn == goal.Urn) || old.External)
        {
            return await RecreateAsync(work, old);
        }

        return old.Taint || deployment.Selection.IsToReplace(goal.Urn)
            ? await ReplaceAsync(work, old)
            : await ChangeAsync(work, old, isImported: false);
    }

    private static bool IsImport(Goal goal, ResourceState? old) =>
        goal.ImportId.Length > 0 && (old is null || old.External || (old.ImportId ?? old.Id) != goal.ImportId);

    private async Task<ResourceState> ChangeAsync(Registering work, ResourceState old, bool isImported)
    {
        var goal = work.Goal;
        var wanted = IgnoredChanges.Apply(old.Inputs, goal.Inputs, goal.IgnoreChanges, out var without);
        if (without.Length > 0)
        {
            Tell(goal.Urn, LogSeverity.Info, IgnoredChanges.Without(without));
        }

        var inputs = await CheckAsync(work, old.Inputs, wanted);
        var diff = await DiffAsync(work, old, inputs);
        if (diff.NeedsReplacement || old.PendingReplacement)
        {
            replacement.RefuseProtected(goal, old);
            RefuseImported(goal, old, inputs, diff);
            return await replacement.RunAsync(work, old, await CheckAsync(work, PropertyMap.Empty, goal.Inputs), diff);
        }

        if (diff.HasChanges || !old.InitErrors.IsEmpty)
        {
            return await UpdateAsync(work, old, inputs, diff);
        }

        return isImported ? old : await KeepAsync(work, old, inputs);
    }

    // The user wants another one, whatever the difference: no Diff is asked, and old inputs do not count.
    private async Task<ResourceState> ReplaceAsync(Registering work, ResourceState old)
    {
        var inputs = await CheckAsync(work, PropertyMap.Empty, work.Goal.Inputs);
        replacement.RefuseProtected(work.Goal, old);
        var reason = DiffResult.Replacing(old.Taint ? "taint" : "id");
        return await replacement.RunAsync(
            work,
            old,
            inputs,
            old.Taint ? reason with { ChangedKeys = ["taint"] } : reason
        );
    }

    private async Task<PropertyMap> CheckAsync(Registering work, PropertyMap oldInputs, PropertyMap wanted)
    {
        var (inputs, failures) = await work.Provider.CheckAsync(
            work.Goal.Urn,
            oldInputs,
            wanted,
            work.RandomSeed,
            deployment.Stop.Terminate
        );
        CheckFailures.Report(deployment.Runner, work.Goal.Urn, wanted, failures);
        return work.Goal.Conflict is { } conflict ? throw new EngineException(conflict) : inputs;
    }

    // Compares the old state with checked inputs; the provider is not asked where something else decides.
    private async Task<DiffResult> DiffAsync(Registering work, ResourceState old, PropertyMap inputs)
    {
        var goal = work.Goal;
        if (goal.IsTriggered(old.ReplacementTrigger))
        {
            return DiffResult.Replacing("replacementTrigger");
        }

        if (goal.ReplaceWith.Any(olds.IsReplaced))
        {
            return DiffResult.Replacing("replaceWith");
        }

        if (goal.DeletedWith is { } other && olds.IsReplaced(other))
        {
            return DiffResult.Replacing("deletedWith");
        }

        if (await IsProviderReplacedAsync(work, old))
        {
            return DiffResult.Replacing("provider") with { ChangedKeys = ["provider"] };
        }

        var diff = await work.Provider.DiffAsync(
            new DiffQuery(goal.Urn, old.Id ?? "", old.Inputs, old.Outputs, inputs, goal.IgnoreChanges),
            deployment.Stop.Terminate
        );
        return diff.OrOfInputs(old.Inputs, inputs).WithReplaceOnChanges(goal.ReplaceOnChanges, !old.InitErrors.IsEmpty);
    }

    // The resource's provider is another one than before, or was replaced itself: its own comparison of both says whether
    // its resources must follow. What the state knows of the old one is what its URN has now.
    private async Task<bool> IsProviderReplacedAsync(Registering work, ResourceState old)
    {
        if (old.Provider is null || old.Provider == work.ProviderReference)
        {
            return false;
        }

        var before = ProviderReference.Parse(old.Provider).Urn;
        var now = ProviderReference.Parse(work.ProviderReference).Urn;
        return olds.FormerUrnOf(now) != before
            && deployment.Old.Find(before) is { } oldState
            && deployment.Providers.Registered(now) is { } newState
            && (
                await work.Provider.DiffConfigAsync(now, oldState, newState.Inputs, deployment.Stop.Terminate)
            ).NeedsReplacement;
    }

    // Its id would be another one than the program says.
    private void RefuseImported(Goal goal, ResourceState old, PropertyMap inputs, DiffResult diff)
    {
        if (goal.ImportId.Length == 0)
        {
            return;
        }

        var message =
            "previously-imported resources that still specify an ID may not be replaced; "
            + "please remove the `import` declaration from your program;"
            + string.Concat(
                diff.ReplaceKeys.Select(key => $"\n{key}: {Short(old.Inputs, key)} => {Short(inputs, key)}")
            );
        if (!deployment.Preview)
        {
            throw new EngineException(message);
        }

        Tell(goal.Urn, LogSeverity.Warning, message);

        static string Short(PropertyMap map, string key) => ValueText.Short(map.Find(key) ?? PropertyValue.Null);
    }

    private async Task<ResourceState> UpdateAsync(
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
                        goal.Urn,
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
                            modified: deployment.Now,
                            refreshBeforeUpdate: answer.RefreshBeforeUpdate
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
                        modified: deployment.Now,
                        refreshBeforeUpdate: answer.RefreshBeforeUpdate
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
        olds.MarkReplaced(work.Goal.Urn);
        await deployment.Runner.RunAsync(ProviderRegistration.Marker(creating.Info with { Op = StepOp.Replace }));
        var reached = await deployment.Runner.RunAsync(creating);
        return reached!;
    }

    private void Tell(string urn, LogSeverity severity, string message) =>
        deployment.Events(new Diagnostic(urn, severity, message, Ephemeral: false, StreamId: 0));
}

/// <summary>A registration on its way: what is wanted, what was, and who does it.</summary>
internal sealed record Registering(
    Goal Goal,
    ResourceState? Old,
    ProviderInstance Provider,
    string ProviderReference,
    byte[] RandomSeed
);
