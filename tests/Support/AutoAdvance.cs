namespace Support;

/// <summary>Moves a <see cref="ManualTime"/> to its next timer each time the program under test has gone quiet.</summary>
public sealed class AutoAdvance : IAsyncDisposable
{
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
        var last = time.Activity.Changes;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(quiet, CancellationToken.None).ConfigureAwait(false);
            var (changes, held) = time.Activity;
            if (changes != last || held)
            {
                last = changes;
                continue;
            }
            if (time.UntilNext is { } next && next <= horizon)
            {
                time.Advance(next);
                last = time.Activity.Changes;
            }
        }
    }
}
