using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

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
    private readonly Leftovers _leftovers;
    private readonly Refreshing? _refreshing;
    private readonly bool _onlyRefreshes;
    private readonly Lock _lock = new();
    private readonly List<Task> _underWay = [];
    private int _registrations;

    /// <summary>A registrar for one operation.</summary>
    /// <param name="deployment">The operation.</param>
    /// <param name="onlyRefreshes">True when the program only says in which order to refresh.</param>
    public Registrar(Deployment deployment, bool onlyRefreshes = false)
    {
        _onlyRefreshes = onlyRefreshes;
        if (onlyRefreshes || deployment.Options.Choices is { Refresh: true, RunProgram: true })
        {
            _refreshing = new Refreshing(deployment, beforeUpdate: !onlyRefreshes);
        }

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
        _leftovers = new Leftovers(deployment, _olds, _replacement, _deleting);
    }

    /// <summary>How many registrations have arrived.</summary>
    public int Registrations => Volatile.Read(ref _registrations);

    /// <summary>Makes a resource what the program wants.</summary>
    /// <exception cref="OperationStoppedException">It failed, or the operation did before it.</exception>
    public async Task<Registration> RegisterAsync(Goal goal)
    {
        try
        {
            return await RegisterGuardedAsync(goal);
        }
        catch (StepFailedException failure) when (!_deployment.Runner.Stopped.IsCancellationRequested)
        {
            // The operation goes on without it.
            var state = failure.Urn == goal.Urn ? failure.State : null;
            return new Registration(state ?? Planned(goal, null), HasFailed: true);
        }
    }

    private Task<Registration> RegisterGuardedAsync(Goal goal) =>
        GuardedAsync(
            goal.Urn,
            async () =>
            {
                // Its provider comes before it: what happens to that one may happen to this resource, too.
                var provider =
                    goal.Custom && !Urn.IsProviderType(goal.Type)
                        ? await ProviderOfAsync(goal.Provider, goal.Package)
                        : null;
                _olds.Register(goal.Urn);
                var old = _olds.Claim(goal.Urn, Aliases.Of(goal, _olds.FormerUrnOf), out var conflict);
                goal = goal with { FormerUrn = _olds.FormerUrnOf(goal.Urn), Conflict = conflict };
                if (conflict is not null && provider is null)
                {
                    throw new EngineException(conflict);
                }

                if (!_deployment.Selection.Includes(Planned(goal, provider)) && (old is null || !_olds.IsDeleted(old)))
                {
                    return await LeaveAsync(goal, old);
                }

                if (provider is not null || !goal.Custom)
                {
                    old = await RefreshedAsync(old);
                    if (_onlyRefreshes && goal.Type != Urn.StackType)
                    {
                        return old is null || !goal.Custom ? await LeaveAsync(goal, old) : new Registration(old);
                    }
                }

                if (!goal.Custom)
                {
                    return new Registration(await _components.RunAsync(goal, old));
                }

                return new Registration(
                    provider is null
                        ? await _providers.RunAsync(goal, old)
                        : await _customs.RunAsync(goal, old, provider)
                );
            }
        );

    /// <summary>Reads a resource the program does not manage.</summary>
    /// <exception cref="OperationStoppedException">It failed, or the operation did before it.</exception>
    public Task<ResourceState> ReadAsync(Goal goal, string id) =>
        GuardedAsync(
            goal.Urn,
            async () =>
            {
                var provider = await ProviderOfAsync(goal.Provider, goal.Package);
                _olds.Register(goal.Urn);
                return await _reading.RunAsync(goal, id, _olds.Claim(goal.Urn, [], out _), provider);
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
                var reference = known ?? await _providers.DefaultAsync(goal.Package, asImported: true);
                return await _importing.ByIdAsync(goal, reference.AsReference);
            }
        );

    /// <summary>Counts every old resource as unchanged; makes the stack's root where there is none.</summary>
    public async Task KeepAllAsync(string stackUrn)
    {
        foreach (var state in _olds.All)
        {
            await _deployment.Runner.RunAsync(_leftovers.Kept(state));
        }

        if (_olds.All.All(state => state.Urn != stackUrn))
        {
            await RegisterAsync(
                new Goal
                {
                    Urn = stackUrn,
                    Type = Urn.StackType,
                    Name = Urn.NameOf(stackUrn),
                    Package = PackageRequest.Of(Urn.StackType, ""),
                }
            );
        }
    }

    /// <summary>The reference of the provider of a resource or function: the one named, or the package's default one.</summary>
    public async Task<string> ProviderOfAsync(string reference, PackageRequest package) =>
        reference.Length > 0
            ? ProviderReference.Parse(reference).ToString()
            : (await _providers.DefaultAsync(package)).AsReference;

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

    /// <summary>Ends the operation's work when the program has ended: refreshes, or deletes, what it did not ask for.</summary>
    public async Task FinishAsync()
    {
        if (_refreshing is not null)
        {
            foreach (var state in _olds.Leftovers().Where(Refreshing.IsReadable))
            {
                await RefreshedAsync(state);
            }
        }

        if (_onlyRefreshes)
        {
            await _refreshing!.RecordAsync();
        }
        else
        {
            await _leftovers.DeleteAsync();
        }

        foreach (
            var urn in _deployment.Selection.Unknown(urn =>
                _olds.IsRegistered(urn) || _deployment.Old.Find(urn) is not null
            )
        )
        {
            _deployment.Runner.Fail("", Selection.NotFound(urn));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _replacement.Dispose();

    // What the operation is not about: there it stays as it is, and elsewhere it is not made.
    private async Task<Registration> LeaveAsync(Goal goal, ResourceState? old)
    {
        var state =
            old is null ? Planned(goal, null)
            : goal.FormerUrn is null ? old
            : old with { Urn = goal.Urn, Parent = goal.Parent, FormerUrn = goal.FormerUrn };
        if (old is null)
        {
            _deployment.Selection.LeaveOut(goal.Urn);
        }

        await _deployment.Runner.RunAsync(
            new StepWork
            {
                Info = new Events.StepInfo(Events.StepOp.Same, old ?? state, state),
                IsLeftOut = true,
                Apply = _ => Task.FromResult<ResourceState?>(state),
                Record = (_, _) =>
                    old is null
                        ? Task.CompletedTask
                        : _deployment.Recorder.SettledAsync(null, state, old, write: old != state),
            }
        );
        return new Registration(state, IsUnknown: old is null);
    }

    // Reads a resource where the program's run decides when; what is gone is as if it had never been.
    private async Task<ResourceState?> RefreshedAsync(ResourceState? old)
    {
        if (_refreshing is null || old is null || !Refreshing.IsReadable(old))
        {
            return old;
        }

        var now = await _refreshing.RefreshAsync(old);
        if (!_onlyRefreshes)
        {
            await _deployment.Recorder.RefreshedAsync(new Dictionary<ResourceState, ResourceState?> { [old] = now });
            _olds.Refreshed(old, now);
        }

        return now;
    }

    private static ResourceState Planned(Goal goal, string? provider) =>
        goal.ToState(PropertyMap.Empty, PropertyMap.Empty, null, provider, null);

    private Task<T> GuardedAsync<T>(string urn, Func<Task<T>> register)
    {
        Interlocked.Increment(ref _registrations);
        var running = RunAsync();
        lock (_lock)
        {
            _underWay.RemoveAll(static task => task.IsCompleted);
            _underWay.Add(running);
        }

        return running;

        async Task<T> RunAsync()
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

/// <summary>What a registration came to.</summary>
/// <param name="State">The resource as it is.</param>
/// <param name="IsUnknown">True when it does not exist and was not made.</param>
/// <param name="HasFailed">True when its step failed and the operation goes on without it.</param>
internal sealed record Registration(ResourceState State, bool IsUnknown = false, bool HasFailed = false);
