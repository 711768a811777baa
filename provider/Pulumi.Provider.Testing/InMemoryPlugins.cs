using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing;

/// <summary>The plugins of one run of the engine: each that it needs is a provider of its own, as each is a process.</summary>
/// <param name="provider">Makes the provider of each.</param>
/// <param name="time">Their clock.</param>
/// <param name="environment">Their environment variables.</param>
public sealed class InMemoryPlugins(
    Func<ProviderDefinition> provider,
    TimeProvider time,
    Func<string, string?> environment
) : IAsyncDisposable
{
    private readonly List<ProviderHarness> _running = [];

    /// <summary>Awaited before each call reaches a provider's code.</summary>
    public Func<ProviderRequest, Task>? BeforeCall { get; init; }

    /// <summary>Awaited when a provider has answered and the caller does not know of it yet.</summary>
    public Func<ProviderRequest, Task>? AfterCall { get; init; }

    /// <summary>Starts one.</summary>
    /// <returns>The port that it listens on.</returns>
    public async Task<int> StartAsync()
    {
        var started = await ProviderHarness.StartAsync(provider(), time, environment, BeforeCall, AfterCall);
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

    /// <summary>Cancels the calls under way; they know of it when this returns.</summary>
    public Task CancelAsync() => Task.WhenAll(Taken(keep: true).Select(static plugin => plugin.CancelAsync()));

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
