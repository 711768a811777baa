using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>The calls that the engine makes about a provider's configuration, in its order, on one machine.</summary>
internal sealed class ConfiguredRuns : IAsyncDisposable
{
    private readonly ProviderHarness _provider;

    private ConfiguredRuns(ProviderHarness provider) => _provider = provider;

    /// <summary>A plugin on a machine with these variables.</summary>
    public static async Task<ConfiguredRuns> OnAsync(params (string Name, string Value)[] environment)
    {
        string? Variable(string name) => environment.FirstOrDefault(entry => entry.Name == name).Value;
        return new(
            await ProviderHarness.StartAsync(VpcepProvider.Create(TimeProvider.System, Variable), null, Variable)
        );
    }

    /// <summary>What CheckConfig makes of the configuration, which is what the state keeps.</summary>
    public async Task<PropertyMap> CheckAsync(PropertyMap given, PropertyMap? state = null)
    {
        var request = new CheckRequest
        {
            Olds = StructCodec.Encode(state ?? PropertyMap.Empty),
            News = StructCodec.Encode(given),
        };
        var answer = await _provider.Client.CheckConfigAsync(request).DefaultTimeout();
        Assert.Empty(answer.Failures);
        return StructCodec.Decode(answer.Inputs);
    }

    /// <summary>What DiffConfig says.</summary>
    public Task<DiffResponse> DiffAsync(PropertyMap state, PropertyMap inputs) =>
        _provider
            .Client.DiffConfigAsync(
                new DiffRequest
                {
                    Id = "p",
                    Olds = StructCodec.Encode(state),
                    OldInputs = StructCodec.Encode(state),
                    News = StructCodec.Encode(inputs),
                }
            )
            .DefaultTimeout();

    /// <summary>Configures.</summary>
    public Task<ConfigureResponse> ConfigureAsync(PropertyMap inputs) =>
        _provider.Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(inputs) }).DefaultTimeout();

    /// <summary>The next deployment: CheckConfig, DiffConfig, and Configure unless the provider is replaced.</summary>
    /// <param name="state">The inputs in the state.</param>
    /// <param name="given">The configuration of the stack or of the program.</param>
    public async Task<DiffResponse> DeployAsync(PropertyMap state, PropertyMap given)
    {
        var inputs = await CheckAsync(given, state);
        var diff = await DiffAsync(state, inputs);
        if (diff.Replaces.Count == 0)
        {
            // After "no change" the engine configures with what the state has.
            await ConfigureAsync(diff.Changes == DiffResponse.Types.DiffChanges.DiffNone ? state : inputs);
        }

        return diff;
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
