namespace Vpcep.Client;

/// <summary>
/// Where all calls to one host queue up: a bound on how many run, a rate at which they start, and one pause for all
/// of them when the host says that they are too many. The rate halves with each such answer and grows back with
/// each call that passes.
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
    private readonly double _fullRate;
    private double _rate;
    private double _tokens;
    private DateTimeOffset _filled;
    private DateTimeOffset _opens = DateTimeOffset.MinValue;
    private int _pauses;

    /// <summary>A gate for <paramref name="concurrency"/> calls at once, <paramref name="rate"/> starts per second.</summary>
    public HostGate(TimeProvider time, int concurrency, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, 0);
        _time = time;
        _slots = new SemaphoreSlim(concurrency, concurrency);
        _fullRate = _rate = rate;
        _tokens = Burst;
        _filled = time.GetUtcNow();
    }

    private double Burst => Math.Max(1, _rate * 2);

    /// <summary>Waits for a turn. Whoever gets one gives it back with <see cref="Leave"/>.</summary>
    /// <returns>When the turn began, for <see cref="SlowDown"/>.</returns>
    public async Task<DateTimeOffset> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var (now, wait) = TakeToken();
                if (wait <= TimeSpan.Zero)
                {
                    return now;
                }
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <summary>Ends a turn.</summary>
    public void Leave() => _slots.Release();

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
                _tokens = 0;
                _filled = _opens;
            }
            else if (retryAfter is { } asked && now + asked > _opens)
            {
                _opens = now + RetryRules.Delay(0, 0, asked);
                _filled = _opens;
            }
            return _opens > now ? _opens - now : TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private (DateTimeOffset Now, TimeSpan Wait) TakeToken()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now < _opens)
            {
                return (now, AtLeastATick(_opens - now));
            }
            if (now > _filled)
            {
                _tokens = Math.Min(Burst, _tokens + ((now - _filled).TotalSeconds * _rate));
                _filled = now;
            }
            if (_tokens >= 1)
            {
                _tokens--;
                return (now, TimeSpan.Zero);
            }
            return (now, AtLeastATick(TimeSpan.FromSeconds((1 - _tokens) / _rate)));
        }
    }

    // Timers count whole milliseconds: a shorter wait would be none, and the caller would spin until the time has come.
    private static TimeSpan AtLeastATick(TimeSpan wait) => wait > Tick ? wait : Tick;
}
