using Grpc.Core;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.Plugins;
using Pulumi.LocalEngine.State;

namespace Pulumi.LocalEngine.Steps;

/// <summary>Takes the program's registrations, each to the steps it needs, and cleans up when the program has ended.</summary>
internal sealed class Registrar : IDisposable
{
    private readonly Deployment _deployment;
    private readonly OldResources _olds;
    private readonly Deleting _deleting;
    private readonly Replacement _replacement;
    private readonly ProviderRegistration _providers;
    private readonly ComponentRegistration _components;
    private readonly CustomRegistration _customs;
    private readonly Reading _reading;
    private readonly Importing _importing;
    private readonly Lock _lock = new();
    private readonly List<Task> _underWay = [];
    private int _registrations;

    /// <summary>A registrar for one operation.</summary>
    public Registrar(Deployment deployment)
    {
        _deployment = deployment;
        _olds = new OldResources(deployment.Old);
        _deleting = new Deleting(deployment);
        _replacement = new Replacement(deployment, _olds, _deleting);
        _importing = new Importing(deployment);
        _providers = new ProviderRegistration(deployment, _olds, _replacement);
        _components = new ComponentRegistration(deployment);
        _customs = new CustomRegistration(deployment, _olds, _replacement, _importing);
        _replacement.Creating = _customs.Creating;
        _reading = new Reading(deployment);
    }

    /// <summary>How many registrations have arrived.</summary>
    public int Registrations => Volatile.Read(ref _registrations);

    /// <summary>Makes a resource what the program wants.</summary>
    /// <exception cref="OperationStoppedException">It failed, or the operation did before it.</exception>
    public Task<ResourceState> RegisterAsync(Goal goal) =>
        GuardedAsync(
            goal.Urn,
            async () =>
            {
                // Its provider comes before it: what happens to that one may happen to this resource, too.
                var provider =
                    goal.Custom && !Urn.IsProviderType(goal.Type)
                        ? await ProviderOfAsync(goal.Type, goal.Provider, goal.Version)
                        : null;
                _olds.Register(goal.Urn);
                var old = _olds.Claim(goal.Urn, Aliases.Of(goal, _olds.FormerUrnOf));
                goal = goal with { FormerUrn = _olds.FormerUrnOf(goal.Urn) };
                if (!goal.Custom)
                {
                    return await _components.RunAsync(goal, old);
                }

                return provider is null
                    ? await _providers.RunAsync(goal, old)
                    : await _customs.RunAsync(goal, old, provider);
            }
        );

    /// <summary>Reads a resource the program does not manage.</summary>
    /// <exception cref="OperationStoppedException">It failed, or the operation did before it.</exception>
    public Task<ResourceState> ReadAsync(Goal goal, string id) =>
        GuardedAsync(
            goal.Urn,
            async () =>
            {
                var provider = await ProviderOfAsync(goal.Type, goal.Provider, goal.Version);
                _olds.Register(goal.Urn);
                return await _reading.RunAsync(goal, id, _olds.Claim(goal.Urn, []), provider);
            }
        );

    /// <summary>Imports a resource that the program does not have yet, with the inputs it is found with.</summary>
    /// <exception cref="OperationStoppedException">It failed.</exception>
    public Task<ResourceState> ImportAsync(Goal goal) =>
        GuardedAsync(
            goal.Urn,
            async () =>
            {
                if (!goal.Custom)
                {
                    return await _components.RunAsync(goal, null, Events.StepOp.Import);
                }

                var known =
                    goal.Provider.Length > 0
                        ? _olds.All.FirstOrDefault(state => state.Urn == goal.Provider)
                            ?? throw new EngineException($"there is no provider '{goal.Provider}' in the stack")
                        : _olds.All.FirstOrDefault(state =>
                            Urn.IsDefaultProvider(state.Urn) && Urn.PackageOf(state.Type) == Urn.PackageOf(goal.Type)
                        );
                var reference = known ?? await _providers.DefaultAsync(Urn.PackageOf(goal.Type), "", asImported: true);
                return await _importing.ByIdAsync(goal, reference.AsReference);
            }
        );

    /// <summary>Counts every old resource as unchanged; makes the stack's root where there is none.</summary>
    public async Task KeepAllAsync(string stackUrn)
    {
        foreach (var state in _olds.All)
        {
            await _deployment.Runner.RunAsync(
                new StepWork
                {
                    Info = new Events.StepInfo(Events.StepOp.Same, state, state),
                    Apply = _ => Task.FromResult<ResourceState?>(state),
                    Record = (_, _) => _deployment.Recorder.SettledAsync(null, state, state, write: false),
                }
            );
        }

        if (_olds.All.All(state => state.Urn != stackUrn))
        {
            await RegisterAsync(
                new Goal
                {
                    Urn = stackUrn,
                    Type = Urn.StackType,
                    Name = Urn.NameOf(stackUrn),
                }
            );
        }
    }

    /// <summary>The reference of the provider of a resource or function: the one named, or the package's default one.</summary>
    public async Task<string> ProviderOfAsync(string token, string reference, string version) =>
        reference.Length > 0
            ? ProviderReference.Parse(reference).ToString()
            : (await _providers.DefaultAsync(Urn.PackageOf(token), version)).AsReference;

    /// <summary>Waits until all registrations so far have ended, well or not.</summary>
    public async Task DrainAsync()
    {
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _underWay];
        }

        await Task.WhenAll(tasks)
            .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await _deployment.Runner.DrainAsync();
    }

    /// <summary>Deletes what the program no longer asked for, and what was replaced.</summary>
    public async Task DeleteLeftoversAsync()
    {
        foreach (var state in _olds.Forgotten())
        {
            await _deployment.Recorder.DeletedAsync(null, state, pendingReplacement: false);
        }

        var doomed = new List<(ResourceState, Events.StepOp)>();
        var leftovers = _olds.Leftovers().ToHashSet();
        foreach (var state in _olds.All)
        {
            if (_deployment.Replaced.Contains(state))
            {
                doomed.Add((state, Events.StepOp.DeleteReplaced));
            }
            else if (leftovers.Contains(state))
            {
                doomed.Add((state, state.Delete ? Events.StepOp.DeleteReplaced : Events.StepOp.Delete));
            }
        }

        await _deleting.RunAsync(doomed);
    }

    /// <inheritdoc/>
    public void Dispose() => _replacement.Dispose();

    private Task<ResourceState> GuardedAsync(string urn, Func<Task<ResourceState>> register)
    {
        Interlocked.Increment(ref _registrations);
        var running = RunAsync();
        lock (_lock)
        {
            _underWay.RemoveAll(static task => task.IsCompleted);
            _underWay.Add(running);
        }

        return running;

        async Task<ResourceState> RunAsync()
        {
            try
            {
                if (!_deployment.Preview)
                {
                    _deployment.Runner.ThrowIfStopped();
                }

                return await register();
            }
            catch (Exception failure)
                when (failure is RpcException or EngineException or PluginGoneException or FormatException)
            {
                // A failure between steps: a provider that does not start, a Check or a Diff that breaks.
                _deployment.Runner.Fail(urn, failure.Words(), isProgramError: true);
                throw new OperationStoppedException();
            }
            catch (OperationCanceledException)
            {
                throw new OperationStoppedException();
            }
        }
    }
}
