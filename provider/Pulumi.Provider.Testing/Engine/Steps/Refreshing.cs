using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>
/// Reads every resource and takes over what is there. To say what changed it asks the provider for the difference the
/// other way round (from what is there to what the state says) and turns the answer over.
/// </summary>
/// <param name="deployment">The operation.</param>
/// <param name="beforeUpdate">True when another operation follows, which shows and counts what changed.</param>
/// <param name="only">Which resources; all where there is no rule.</param>
internal sealed class Refreshing(Deployment deployment, bool beforeUpdate, Func<ResourceState, bool>? only = null)
{
    private readonly ConcurrentDictionary<ResourceState, ResourceState?> _results = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>Refreshes all resources; on record at once when all are read.</summary>
    public async Task<Snapshot> RunAsync()
    {
        try
        {
            await Task.WhenAll(deployment.Old.Resources.Select(RefreshAsync));
        }
        catch (OperationStoppedException)
        {
            // Reported where it happened; what was read is kept.
        }

        await RecordAsync();
        return deployment.Recorder.Current;
    }

    /// <summary>Puts on record what was read.</summary>
    public Task RecordAsync() => deployment.Recorder.RefreshedAsync(Pruned());

    /// <summary>True for what providers can read.</summary>
    public static bool IsReadable(ResourceState state) =>
        state is { Custom: true, IsProvider: false, Delete: false, PendingReplacement: false, Provider: not null };

    /// <summary>Refreshes one resource; brings its state, or null when it is gone.</summary>
    public async Task<ResourceState?> RefreshAsync(ResourceState old)
    {
        if (!IsReadable(old) || only?.Invoke(old) == false)
        {
            await SkipAsync(old);
            return old;
        }

        ImmutableArray<PropertyChange> changes = [];
        ImmutableArray<string> keys = [];
        return await deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new StepInfo(StepOp.Refresh, old, old),
                Apply = async cancellation =>
                {
                    var provider = await deployment.Providers.GetAsync(old.Provider!, cancellation);
                    var reached = await ReadAsync(provider, old, cancellation);
                    if (reached is not null)
                    {
                        var diff = await CompareAsync(provider, old, reached, cancellation);
                        reached = Secrets.Marked(reached, reached.Outputs);
                        changes = [.. diff.Details.Select(static change => change.Inverted)];
                        keys = diff.ChangedKeys;
                        if (diff.HasChanges)
                        {
                            reached = reached.With(modified: deployment.Now);
                        }
                    }

                    _results[old] = reached;
                    return reached;
                },
                Record = (_, _) => Task.CompletedTask,
                Result = reached => new StepInfo(OpOf(reached, keys), old.Urn, old, reached, changes, keys),
            }
        );
    }

    private StepOp OpOf(ResourceState? reached, ImmutableArray<string> keys) =>
        beforeUpdate ? StepOp.Refresh
        : reached is null ? StepOp.Delete
        : keys.IsEmpty ? StepOp.Same
        : StepOp.Update;

    private Task SkipAsync(ResourceState old) =>
        beforeUpdate || deployment.Selection.IsLimited
            ? Task.CompletedTask
            : deployment.Runner.RunAsync(
                new StepWork
                {
                    Info = new StepInfo(StepOp.Same, old, old),
                    Apply = _ => Task.FromResult<ResourceState?>(old),
                    Record = (_, _) => Task.CompletedTask,
                }
            );

    private async Task<ResourceState?> ReadAsync(
        ProviderInstance provider,
        ResourceState old,
        CancellationToken cancellation
    )
    {
        var read = await provider.ReadAsync(
            old.Urn,
            old.Id ?? "",
            old.Inputs,
            old.Outputs,
            old.CustomTimeouts.Read,
            cancellation
        );
        if (read.Outputs is null || read.Id.Length == 0)
        {
            return null;
        }

        if (!read.InitErrors.IsEmpty)
        {
            Warn(old.Urn, read.InitErrors);
        }

        return old.With(
            outputs: read.Outputs,
            inputs: read.Inputs ?? old.Inputs,
            id: read.Id,
            initErrors: read.InitErrors,
            refreshBeforeUpdate: read.RefreshBeforeUpdate
        );
    }

    private static async Task<DiffResult> CompareAsync(
        ProviderInstance provider,
        ResourceState old,
        ResourceState reached,
        CancellationToken cancellation
    )
    {
        var diff = await provider.DiffAsync(
            new DiffQuery(old.Urn, reached.Id ?? "", reached.Inputs, reached.Outputs, old.Inputs, old.IgnoreChanges),
            cancellation
        );
        return diff.OrOfInputs(reached.Inputs, old.Inputs);
    }

    private void Warn(string urn, ImmutableArray<string> errors) =>
        deployment.Events(
            new Diagnostic(
                urn,
                LogSeverity.Warning,
                "Refreshed resource is in an unhealthy state:\n"
                    + string.Join('\n', errors.Select(static error => "* " + error)),
                Ephemeral: false,
                StreamId: 0
            )
        );

    // Nothing may refer to what has vanished; empty lists of dependencies go too, as the real engine drops them.
    private Dictionary<ResourceState, ResourceState?> Pruned()
    {
        var gone = _results
            .Where(static entry => entry.Value is null)
            .Select(static entry => entry.Key.Urn)
            .ToHashSet();
        var results = new Dictionary<ResourceState, ResourceState?>(ReferenceEqualityComparer.Instance);
        foreach (var old in deployment.Old.Resources)
        {
            var state = _results.TryGetValue(old, out var refreshed) ? refreshed : old;
            results[old] = state is null
                ? null
                : state with
                {
                    Dependencies = [.. state.Dependencies.Where(urn => !gone.Contains(urn))],
                    PropertyDependencies = state
                        .PropertyDependencies.Select(entry =>
                            KeyValuePair.Create(
                                entry.Key,
                                entry.Value.Where(urn => !gone.Contains(urn)).ToImmutableArray()
                            )
                        )
                        .Where(static entry => !entry.Value.IsEmpty)
                        .ToImmutableSortedDictionary(StringComparer.Ordinal),
                    Parent = state.Parent is { } parent && gone.Contains(parent) ? null : state.Parent,
                    DeletedWith = state.DeletedWith is { } other && gone.Contains(other) ? null : state.DeletedWith,
                    ReplaceWith = [.. state.ReplaceWith.Where(urn => !gone.Contains(urn))],
                };
        }

        return results;
    }
}
