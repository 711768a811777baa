using System.Collections.Concurrent;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Clouds;

/// <summary>A provider for each cloud, configured by its name.</summary>
public sealed class CloudHostsFixture : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ProviderOnEmulator>>> _hosts = new();

    internal Task<ProviderOnEmulator> OfAsync(string cloud) =>
        _hosts.GetOrAdd(cloud, static name => new(() => StartAsync(name))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await (await host.Value).DisposeAsync();
        }
    }

    private static async Task<ProviderOnEmulator> StartAsync(string cloud)
    {
        var host = await ProviderOnEmulator.StartAsync();
        await host.ConfigureAsync(("cloud", cloud));
        return host;
    }
}
