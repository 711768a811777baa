using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Registers providers, the program's and the engine's own default ones.</summary>
internal sealed class ProviderRegistration(Deployment deployment, OldResources olds, Replacement replacement)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<ResourceState>> _defaults = [];

    /// <summary>The default provider of a package, made from the stack's configuration when first asked for.</summary>
    /// <param name="package">The package.</param>
    /// <param name="asImported">True for an import: checked, but kept with the inputs of before the check.</param>
    public Task<ResourceState> DefaultAsync(PackageRequest package, bool asImported = false)
    {
        var key = $"{package.Package}@{package.DefaultName}";
        lock (_lock)
        {
            if (!_defaults.TryGetValue(key, out var registering))
            {
                registering = RegisterDefaultAsync(package, asImported);
                _defaults[key] = registering;
            }

            return registering;
        }
    }

    /// <summary>Checks the config, compares it with the old one, and makes the provider ready.</summary>
    public async Task<ResourceState> RunAsync(Goal goal, ResourceState? old, bool asImported = false)
    {
        var cancellation = deployment.Stop.Terminate;
        var package = PackageRequest.OfProvider(goal.Type, goal.Inputs);
        var instance = await deployment.Providers.StartAsync(package, cancellation);
        var inputs = await CheckAsync(instance, goal, old?.Inputs ?? PropertyMap.Empty);
        if (old is null)
        {
            return await CreateAsync(goal, asImported ? goal.Inputs : inputs, instance, null, DiffResult.None);
        }

        var diff = (await instance.DiffConfigAsync(goal.Urn, old, inputs, cancellation)).WithReplaceOnChanges(
            goal.ReplaceOnChanges
        );
        if (diff.NeedsReplacement)
        {
            olds.MarkReplaced(goal.Urn);

            // A provider is configured once: what checked the old config is let go of.
            await deployment.Host.ReleaseAsync(instance.Plugin);
            instance = await deployment.Providers.StartAsync(package, cancellation);
            inputs = await CheckAsync(instance, goal, PropertyMap.Empty);
            if (goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace)
            {
                await replacement.DeleteFirstAsync(old);
                return await CreateAsync(goal, inputs, instance, old, diff, isGone: true);
            }

            return await CreateAsync(goal, inputs, instance, old, diff);
        }

        return await KeepAsync(goal, inputs, instance, old, diff);
    }

    private async Task<ResourceState> RegisterDefaultAsync(PackageRequest package, bool asImported)
    {
        var (type, name) = (Urn.ProviderType(package.Package), package.DefaultName);
        var inputs = deployment.Options.Config.AsInputs(package.Package);
        var goal = new Goal
        {
            Urn = deployment.MakeUrn(null, type, name),
            Type = type,
            Name = name,
            Custom = true,
            Package = package,
            Inputs = package.Mark(inputs),
        };
        try
        {
            olds.Register(goal.Urn);
            return await RunAsync(goal, olds.Claim(goal.Urn, [], out _), asImported);
        }
        catch (Exception failure) when (failure is EngineException or RpcException or PluginGoneException)
        {
            // Said once here, not once for each of its resources.
            deployment.Runner.Fail(goal.Urn, failure.Words(), isProgramError: true);
            throw new OperationStoppedException();
        }
    }

    private async Task<PropertyMap> CheckAsync(ProviderInstance instance, Goal goal, PropertyMap old)
    {
        var (inputs, failures) = await instance.CheckConfigAsync(goal.Urn, old, goal.Inputs, deployment.Stop.Terminate);
        CheckFailures.Report(deployment.Runner, goal.Urn, goal.Inputs, failures);
        return inputs;
    }

    private async Task<ResourceState> CreateAsync(
        Goal goal,
        PropertyMap inputs,
        ProviderInstance instance,
        ResourceState? replaced,
        DiffResult diff,
        bool isGone = false
    )
    {
        var id = deployment.Preview ? null : Guid.NewGuid().ToString();
        var state = goal.ToState(inputs, ProviderInputs.Sent(inputs), id, null, null)
            .With(created: deployment.Now, modified: deployment.Now);
        var info = new StepInfo(
            replaced is null ? StepOp.Create : StepOp.CreateReplacement,
            goal.Urn,
            replaced,
            state,
            diff.Details,
            diff.ChangedKeys
        );
        await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = info,
                Pending = new PendingOperation(
                    goal.ToState(inputs, PropertyMap.Empty, null, null, null),
                    PendingOperationType.Creating
                ),
                Apply = async cancellation =>
                {
                    await ConfigureAsync(instance, state, inputs, cancellation);
                    return state;
                },
                Record = (pending, _) => deployment.Recorder.CreatedAsync(pending, state, replaced),
            }
        );
        if (replaced is not null)
        {
            await deployment.Runner.RunAsync(Marker(info with { Op = StepOp.Replace }));
            if (!isGone)
            {
                deployment.Replaced.Add(replaced);
            }
        }

        return state;
    }

    private async Task<ResourceState> KeepAsync(
        Goal goal,
        PropertyMap inputs,
        ProviderInstance instance,
        ResourceState old,
        DiffResult diff
    )
    {
        // A difference that the provider calls none is written down, but reaches the provider only in the next run.
        var op = diff.HasChanges ? StepOp.Update : StepOp.Same;
        var state = goal.ToState(
            inputs,
            op == StepOp.Update ? ProviderInputs.Sent(inputs) : old.Outputs,
            old.Id,
            null,
            old
        );
        var config = op == StepOp.Update ? inputs : old.Inputs;
        if (op == StepOp.Update)
        {
            state = state.With(modified: deployment.Now);
        }

        await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(op, goal.Urn, old, state, diff.Details, diff.ChangedKeys),
                Pending = op == StepOp.Update ? new PendingOperation(old, PendingOperationType.Updating) : null,
                Apply = async cancellation =>
                {
                    if (op == StepOp.Same && deployment.Providers.Opened(old.AsReference) is { } serving)
                    {
                        // Opened from the state for a refresh, it goes on.
                        deployment.Providers.Set(state, await serving);
                        return state;
                    }

                    await ConfigureAsync(instance, state, config, cancellation);
                    return state;
                },
                Record = (pending, _) =>
                    deployment.Recorder.SettledAsync(
                        pending,
                        state,
                        old,
                        write: op == StepOp.Update || !SameContent.Of(old, state)
                    ),
            }
        );
        return state;
    }

    private async Task ConfigureAsync(
        ProviderInstance instance,
        ResourceState state,
        PropertyMap config,
        CancellationToken cancellation
    )
    {
        try
        {
            await instance.ConfigureAsync(state.Urn, state.Id ?? Sentinels.UnknownString, config, cancellation);
        }
        catch (Exception refusal) when (refusal is RpcException or EngineException)
        {
            instance.Refusal = refusal;
        }

        deployment.Providers.Set(state, instance);
    }

    /// <summary>A step that only shows that a replacement takes place.</summary>
    public static StepWork Marker(StepInfo info) =>
        new()
        {
            Info = info,
            Apply = _ => Task.FromResult(info.New),
            Record = (_, _) => Task.CompletedTask,
        };
}
