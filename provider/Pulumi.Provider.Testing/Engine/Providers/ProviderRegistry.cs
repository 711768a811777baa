using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>The providers of an operation, by reference: registered by the program, or opened from the state.</summary>
/// <param name="host">Where their plugins run.</param>
/// <param name="config">The stack's configuration.</param>
/// <param name="old">The state.</param>
/// <param name="before">The providers of the operation's first part, a refresh; those that it opened go on.</param>
internal sealed class ProviderRegistry(
    PluginHost host,
    StackConfig config,
    Snapshot old,
    ProviderRegistry? before = null
)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<ProviderInstance>> _byReference = before is null
        ? []
        : new(before._byReference);
    private readonly Dictionary<string, ResourceState> _states = [];

    /// <summary>Starts a process for a package's provider, not configured yet.</summary>
    /// <exception cref="EngineException">Its parameter makes another package.</exception>
    public async Task<ProviderInstance> StartAsync(PackageRequest package, CancellationToken cancellationToken)
    {
        var (connection, handshake) = await StartPluginAsync(package, cancellationToken);
        var instance = new ProviderInstance(connection, handshake);
        if (package.Parameter is { } made)
        {
            await instance.ParameterizeAsync(made, cancellationToken);
        }

        return instance;
    }

    /// <summary>Notes a provider that the program registered, with the state it has now.</summary>
    public void Set(ResourceState state, ProviderInstance instance)
    {
        lock (_lock)
        {
            _byReference[state.AsReference] = Task.FromResult(instance);
            _states[state.Urn] = state;
        }
    }

    /// <summary>The provider of a reference that is there already, or null.</summary>
    public Task<ProviderInstance>? Opened(string reference)
    {
        lock (_lock)
        {
            return _byReference.GetValueOrDefault(reference) is { IsCompletedSuccessfully: true } opened
                ? opened
                : null;
        }
    }

    /// <summary>The state of a provider the program registered, or null.</summary>
    public ResourceState? Registered(string urn)
    {
        lock (_lock)
        {
            return _states.GetValueOrDefault(urn);
        }
    }

    /// <summary>The provider of a reference; one the program has not registered is opened from the state.</summary>
    /// <exception cref="EngineException">It is neither registered nor in the state.</exception>
    public Task<ProviderInstance> GetAsync(string reference, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_byReference.TryGetValue(reference, out var loading) || loading.IsFaulted || loading.IsCanceled)
            {
                loading = OpenAsync(reference, cancellationToken);
                _byReference[reference] = loading;
            }

            return loading;
        }
    }

    /// <summary>The provider of a reference, for the calls of a resource or function.</summary>
    /// <exception cref="EngineException">It is neither registered nor in the state, or it refused its config.</exception>
    public async Task<ProviderInstance> UsableAsync(string reference, CancellationToken cancellationToken)
    {
        var instance = await GetAsync(reference, cancellationToken);
        return instance.Refusal is { } refusal ? throw new EngineException(refusal.Message, refusal) : instance;
    }

    private async Task<ProviderInstance> OpenAsync(string reference, CancellationToken cancellationToken)
    {
        var state =
            old.Resources.FirstOrDefault(state => state.IsProvider && state.AsReference == reference)
            ?? throw new EngineException($"unknown provider '{reference}'");
        var instance = await StartAsync(PackageRequest.OfProvider(state.Type, state.Inputs), cancellationToken);
        await instance.ConfigureAsync(state.Urn, state.Id ?? "", state.Inputs, cancellationToken);
        return instance;
    }

    private Task<(PluginConnection, ProviderHandshakeResponse?)> StartPluginAsync(
        PackageRequest package,
        CancellationToken cancellationToken
    )
    {
        var own = new JsonObject();
        foreach (var (name, value) in config.OfPackage(package.Package))
        {
            own[name] = value.Text;
        }

        return host.LoadAsync(package.Plugin, own.ToJsonString(ValueJson.Compact), cancellationToken);
    }
}
