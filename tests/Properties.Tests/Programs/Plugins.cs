using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Testing;

namespace Properties.Tests.Programs;

/// <summary>The plugins of one run of the engine: each that it needs is a provider of its own, as each is a process.</summary>
internal sealed class Plugins(Func<ProviderDefinition> provider, TimeProvider time, Func<string, string?> environment)
    : IAsyncDisposable
{
    private readonly List<ProviderHarness> _running = [];

    /// <summary>Starts one.</summary>
    /// <returns>The port that it listens on.</returns>
    public async Task<int> StartAsync()
    {
        var started = await ProviderHarness.StartAsync(provider(), time, environment);
        lock (_running)
        {
            _running.Add(started);
        }

        return started.Port;
    }

    /// <summary>The run ended in order.</summary>
    public void EndRun()
    {
        foreach (var plugin in Taken(keep: true))
        {
            plugin.EndRun();
        }
    }

    /// <summary>Ends them; before the run has ended, it is their death.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var plugin in Taken(keep: false))
        {
            await plugin.DisposeAsync();
        }
    }

    private ProviderHarness[] Taken(bool keep)
    {
        lock (_running)
        {
            ProviderHarness[] all = [.. _running];
            if (!keep)
            {
                _running.Clear();
            }

            return all;
        }
    }
}
