namespace Vpcep.Client;

/// <summary>
/// Where all calls to one host queue up: a bound on how many run, a bound on how many reach the host in any second, and
/// one pause for all of them when the host says that they are too many. The rate halves with each such answer and grows
/// back with each call that passes.
/// </summary>
internal sealed class HostGate : IDisposable
{
    private const double SlowestRate = 0.5;
    private const double RegainedPerCall = 0.02;

    /// <summary>Pauses begin at 2-4 s, what the clouds advise.</summary>
    private const int FirstPause = 2;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;

    // Only the first in the queue watches the clock: all of them would wake for each turn.
    private readonly SemaphoreSlim _front = new(1, 1);

    // A call reaches the host some time between its start and its answer. So that whatever second the host looks at has
    // no more of them than the rate, one counts until a second after its answer.
    private readonly Queue<DateTimeOffset> _answered = new();
    private int _running;
    private TaskCompletionSource? _anAnswer;
    private readonly double _fullRate;
    private double _rate;
    private DateTimeOffset _opens = DateTimeOffset.MinValue;
    private int _pauses;

    /// <summary>A gate for <paramref name="concurrency"/> calls at once, <paramref name="rate"/> starts per second.</summary>
    public HostGate(TimeProvider time, int concurrency, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, 0);
        _time = time;
        _slots = new SemaphoreSlim(concurrency, concurrency);
        _fullRate = _rate = rate;
    }

    /// <summary>Waits for a turn. Whoever gets one gives it back with <see cref="Leave"/>.</summary>
    /// <returns>When the turn began, for <see cref="SlowDown"/>.</returns>
    public async Task<DateTimeOffset> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _front.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await TurnAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _front.Release();
            }
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <summary>Ends a turn.</summary>
    public void Leave()
    {
        TaskCompletionSource? awaited;
        lock (_lock)
        {
            _running--;
            _answered.Enqueue(_time.GetUtcNow());
            (awaited, _anAnswer) = (_anAnswer, null);
        }
        _slots.Release();
        awaited?.TrySetResult();
    }

    /// <summary>A call passed: the rate recovers a little.</summary>
    public void Passed()
    {
        lock (_lock)
        {
            _pauses = 0;
            _rate = Math.Min(_fullRate, _rate + (_fullRate * RegainedPerCall));
        }
    }

    /// <summary>
    /// The host refused a call that entered at <paramref name="entered"/> because there are too many: closes the gate.
    /// Several refusals of one volley count as one.
    /// </summary>
    /// <returns>How long the gate stays closed from now.</returns>
    public TimeSpan SlowDown(DateTimeOffset entered, double random, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (entered >= _opens)
            {
                _opens = now + RetryRules.Delay(_pauses + FirstPause, random, retryAfter);
                _pauses++;
                _rate = Math.Max(SlowestRate, _rate / 2);
            }
            else if (retryAfter is { } asked && now + asked > _opens)
            {
                _opens = now + RetryRules.Delay(0, 0, asked);
            }
            return _opens > now ? _opens - now : TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _front.Dispose();
    }

    private async Task<DateTimeOffset> TurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (now, wait, answer) = TakeTurn();
            if (answer is not null)
            {
                await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (wait > TimeSpan.Zero)
            {
                await Task.Delay(AtLeastATick(wait), _time, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return now;
            }
        }
    }

    /// <summary>Takes a turn; or tells how long to wait, or for what, before trying again.</summary>
    private (DateTimeOffset Now, TimeSpan Wait, Task? Answer) TakeTurn()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now < _opens)
            {
                return (now, _opens - now, null);
            }
            // A rate of 50 is 50 in any second, one of 0.5 is one in any two.
            var most = Math.Ceiling(_rate);
            var window = TimeSpan.FromSeconds(most / _rate);
            while (_answered.TryPeek(out var old) && old + window <= now)
            {
                _answered.Dequeue();
            }
            if (_running + _answered.Count < most)
            {
                _running++;
                return (now, TimeSpan.Zero, null);
            }
            if (_answered.TryPeek(out var oldest))
            {
                return (now, oldest + window - now, null);
            }
            // Who waited for the one before has left.
            _anAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (now, TimeSpan.Zero, _anAnswer.Task);
        }
    }

    // Timers count whole milliseconds: a shorter wait would be none, and the caller would spin until the time has come.
    private static TimeSpan AtLeastATick(TimeSpan wait) => wait > Tick ? wait : Tick;
}
