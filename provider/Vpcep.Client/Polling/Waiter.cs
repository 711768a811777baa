namespace Vpcep.Client;

/// <summary>
/// Waits for things of one kind to change. However many wait, one loop looks: at one or two things it asks for each,
/// at more it reads the list, so that a hundred waits cost a call or two per look.
/// </summary>
#pragma warning disable CA1001 // a source without timer holds nothing to free, and its loop may still look at it
public sealed class Waiter<T>
#pragma warning restore CA1001
    where T : class
{
    private readonly PollPace _pace;
    private readonly TimeProvider _time;
    private readonly PollRound<T> _round;
    private readonly Lock _lock = new();
    private readonly List<Wait<T>> _waits = [];
    private CancellationTokenSource? _stop;
    private TaskCompletionSource _joined = NewSignal();
    private DateTimeOffset _lastJoin;
    private DateTimeOffset _due;

    internal Waiter(PollPace pace, TimeProvider time, PollRound<T> round)
    {
        _pace = pace;
        _time = time;
        _round = round;
    }

    /// <summary>How long something that was just made may be invisible.</summary>
    public TimeSpan VisibilityGrace => _pace.Grace;

    internal TimeProvider Time => _time;

    internal PollPace Pace => _pace;

    /// <summary>Looks at a thing until <paramref name="decide"/> is content.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="decide">Given the thing as seen, or null when it is gone (never just because a list lacked it). What it throws ends the wait.</param>
    /// <param name="progress">Told about each look.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The thing as <paramref name="decide"/> liked it; null when it liked it gone.</returns>
    /// <exception cref="VpcepException">Looking fails in a way that waiting does not mend.</exception>
    public Task<T?> WaitAsync(
        string id,
        Func<T?, WaitDecision> decide,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => WaitAsync(id, decide, progress, isGoing: false, cancellationToken);

    /// <summary>As above.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="decide">As above; of what was told to go, lists that were right so far tell that it is gone.</param>
    /// <param name="progress">Told about each look.</param>
    /// <param name="isGoing">Whether the cloud was told to delete it.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    internal async Task<T?> WaitAsync(
        string id,
        Func<T?, WaitDecision> decide,
        Action<WaitProgress>? progress,
        bool isGoing,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(decide);
        cancellationToken.ThrowIfCancellationRequested();
        var wait = new Wait<T>(id, decide, progress, _time, isGoing);
        Join(wait);
        try
        {
            return await wait.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(wait);
        }
    }

    /// <summary>Ends every wait.</summary>
    internal void Close()
    {
        Wait<T>[] left;
        lock (_lock)
        {
            left = [.. _waits];
        }
        foreach (var wait in left)
        {
            wait.Fail(new ObjectDisposedException(nameof(VpcepClient)));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Join(Wait<T> wait)
    {
        lock (_lock)
        {
            _waits.Add(wait);
            _lastJoin = _time.GetUtcNow();
            var soon = _lastJoin + _pace.Start;
            if (_stop is null)
            {
                _due = soon;
                _stop = new CancellationTokenSource();
                var token = _stop.Token;
                _ = Task.Run(() => RunAsync(token), CancellationToken.None);
            }
            else if (soon < _due)
            {
                _due = soon;
                var joined = _joined;
                _joined = NewSignal();
                joined.SetResult();
            }
        }
    }

    private void Leave(Wait<T> wait)
    {
        CancellationTokenSource? stop = null;
        lock (_lock)
        {
            _waits.Remove(wait);
            if (_waits.Count == 0)
            {
                stop = _stop;
                _stop = null;
            }
        }
        stop?.Cancel();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await UntilDueAsync(stop).ConfigureAwait(false);
                await _round.LookAsync(Snapshot, stop).ConfigureAwait(false);
                lock (_lock)
                {
                    var now = _time.GetUtcNow();
                    _due = now + _pace.After(now - _lastJoin);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody waits any more; whoever comes next starts another loop.
        }
    }

    private Wait<T>[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _waits.Where(wait => !wait.Completion.IsCompleted)];
        }
    }

    private async Task UntilDueAsync(CancellationToken stop)
    {
        while (true)
        {
            TimeSpan left;
            Task joined;
            lock (_lock)
            {
                left = _due - _time.GetUtcNow();
                joined = _joined.Task;
            }
            if (left <= TimeSpan.Zero)
            {
                return;
            }
            using var sooner = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var delay = Task.Delay(left, _time, sooner.Token);
            if (await Task.WhenAny(delay, joined).ConfigureAwait(false) == delay)
            {
                await delay.ConfigureAwait(false);
            }
            else
            {
                await sooner.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
