using System.Diagnostics;

namespace Pulumi.Provider.Testing;

/// <summary>Moves a <see cref="ManualTime"/> to its next timer each time the program under test has gone quiet.</summary>
public sealed class AutoAdvance : IAsyncDisposable
{
    private const int MostRounds = 20;
    private const int Beats = 10;
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(10);

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
        var rounds = 0;
        while (!stop.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            await Task.Delay(quiet, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            // A machine that is late with this pause is late with the program's work, too: it gets more of them.
            var late = Stopwatch.GetElapsedTime(begun) - quiet;
            var needed = Math.Min(MostRounds, 1 + (int)(late / Lateness));
            if (!IsQuiet())
            {
                continue;
            }

            // An answer may be on its way through sockets and queues: what goes the same way comes after it.
            await pulse.BeatAsync(Beats).ConfigureAwait(false);
            if (IsQuiet() && ++rounds >= needed && time.UntilNext is { } next && next <= horizon)
            {
                time.Advance(next);
                (last, rounds) = (time.Activity.Changes, 0);
            }
        }

        bool IsQuiet()
        {
            var (changes, held) = time.Activity;
            if (changes == last && !held)
            {
                return true;
            }

            (last, rounds) = (changes, 0);
            return false;
        }
    }
}
