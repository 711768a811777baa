namespace Pulumi.Provider.Testing;

/// <summary>Moves a <see cref="ManualTime"/> to its next timer each time the program under test has gone quiet.</summary>
public sealed class AutoAdvance : IAsyncDisposable
{
    private const int Beats = 5;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    internal AutoAdvance(ManualTime time, TimeSpan horizon, TimeSpan quiet) =>
        _loop = Task.Run(() => RunAsync(time, horizon, quiet, _stop.Token));

    /// <summary>Stops moving the clock.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private static async Task RunAsync(ManualTime time, TimeSpan horizon, TimeSpan quiet, CancellationToken stop)
    {
        using var pulse = await Pulse.StartAsync().ConfigureAwait(false);
        var last = time.Activity.Changes;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(quiet, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            if (!IsQuiet() || time.UntilNext is not { } next || next > horizon)
            {
                continue;
            }

            // An answer may be on its way through sockets and queues: what goes the same way comes after it.
            await pulse.BeatAsync(Beats).ConfigureAwait(false);
            if (IsQuiet())
            {
                time.Advance(next);
                last = time.Activity.Changes;
            }
        }

        bool IsQuiet()
        {
            var (changes, held) = time.Activity;
            var untouched = changes == last && !held;
            last = changes;
            return untouched;
        }
    }
}
