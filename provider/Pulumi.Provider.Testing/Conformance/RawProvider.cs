using System.Collections.Immutable;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The calls that an engine makes for one resource, without the engine: behind the back of one, too.</summary>
internal sealed class RawProvider : IAsyncDisposable
{
    private static readonly byte[] Seed = [1, 2, 3, 4, 5, 6, 7, 8];

    private readonly InMemoryPlugins _plugins;
    private readonly PluginHost _host;
    private readonly Loopback.LoopbackServer _engine;
    private readonly ProviderInstance _provider;
    private readonly string _type;
    private readonly ManualTime? _time;

    private RawProvider(
        InMemoryPlugins plugins,
        PluginHost host,
        Loopback.LoopbackServer engine,
        ProviderInstance provider,
        Sample sample
    )
    {
        (_plugins, _host, _engine, _provider, _type) = (plugins, host, engine, provider, sample.Type);
        _time = sample.Options.AutoAdvance ? sample.Options.Time as ManualTime : null;
    }

    private string Urn => Engine.State.Urn.Create("dev", "test", null, _type, Trial.Name);

    /// <summary>Starts and configures one.</summary>
    public static async Task<RawProvider> StartAsync(ProviderDefinition definition, Sample sample, Action<string> heard)
    {
        var environment = sample.Options.Environment;
        var plugins = new InMemoryPlugins(() => definition, sample.Options.Time, environment.GetValueOrDefault);
        var engine = await ListeningEngine.StartAsync(said => heard(said.Message));
        var none = ImmutableDictionary<string, string>.Empty;
        var host = new PluginHost(
            new PluginHostOptions(new PluginLocator(none, none), _ => plugins.StartAsync(), "test", ".", none),
            static _ => { },
            TimeProvider.System
        )
        {
            EngineAddress = $"127.0.0.1:{engine.Port}",
        };
        var (connection, handshake) = await host.LoadAsync(definition.Name, null, CancellationToken.None);
        var provider = new ProviderInstance(connection, handshake);
        var raw = new RawProvider(plugins, host, engine, provider, sample);
        var type = Engine.State.Urn.ProviderType(definition.Name);
        var urn = Engine.State.Urn.Create("dev", "test", null, type, "default");
        var (config, failures) = await provider.CheckConfigAsync(
            urn,
            PropertyMap.Empty,
            sample.Config,
            CancellationToken.None
        );
        Refuse("the configuration", failures);
        await provider.ConfigureAsync(urn, "id", config, CancellationToken.None);
        return raw;
    }

    public async Task<PropertyMap> CheckAsync(PropertyMap olds, PropertyMap news)
    {
        var (inputs, failures) = await TryCheckAsync(olds, news);
        Refuse("the inputs", failures);
        return inputs;
    }

    public Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> TryCheckAsync(
        PropertyMap olds,
        PropertyMap news
    ) => _provider.CheckAsync(Urn, olds, news, Seed, CancellationToken.None);

    public Task<DiffResult> DiffAsync(ResourceState old, PropertyMap inputs) =>
        _provider.DiffAsync(new DiffQuery(Urn, old.Id!, old.Inputs, old.Outputs, inputs, []), CancellationToken.None);

    public async Task<PropertyMap> PreviewCreateAsync(PropertyMap inputs) =>
        (
            await PassingAsync(_provider.CreateAsync(Urn, inputs, TimeSpan.Zero, preview: true, CancellationToken.None))
        ).Outputs;

    public async Task<PropertyMap> PreviewUpdateAsync(ResourceState old, PropertyMap inputs) =>
        (
            await PassingAsync(
                _provider.UpdateAsync(Urn, old, inputs, [], TimeSpan.Zero, preview: true, CancellationToken.None)
            )
        ).Outputs;

    public async Task<PropertyMap> UpdateAsync(ResourceState old, PropertyMap inputs)
    {
        var answer = await PassingAsync(
            _provider.UpdateAsync(Urn, old, inputs, [], TimeSpan.Zero, preview: false, CancellationToken.None)
        );
        return answer.InitErrors.IsEmpty
            ? answer.Outputs
            : throw new ViolatedException($"an update failed: {string.Join("; ", answer.InitErrors)}");
    }

    /// <summary>Reads by the id alone, or as a refresh does.</summary>
    /// <returns>What is there; null where there is nothing.</returns>
    public async Task<ReadAnswer?> ReadAsync(string id, ResourceState? state = null)
    {
        var answer = await PassingAsync(
            _provider.ReadAsync(Urn, id, state?.Inputs, state?.Outputs, TimeSpan.Zero, CancellationToken.None)
        );
        return answer.Id.Length == 0 ? null : answer;
    }

    public Task DeleteAsync(ResourceState state) =>
        PassingAsync(DeletedAsync(_provider.DeleteAsync(state with { Urn = Urn }, CancellationToken.None)));

    private static async Task<bool> DeletedAsync(Task deleting)
    {
        await deleting;
        return true;
    }

    // What the provider waits for comes without an engine, too.
    private async Task<T> PassingAsync<T>(Task<T> call)
    {
        await using var passing = _time?.AutoAdvance();
        return await call.DefaultTimeout();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _plugins.DisposeAsync();
        await _engine.DisposeAsync();
    }

    private static void Refuse(string what, IReadOnlyList<CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new ViolatedException(
                $"{what} should be taken, and are refused: "
                    + string.Join("; ", failures.Select(static failure => $"{failure.Property}: {failure.Reason}"))
            );
        }
    }
}
