namespace Pulumi.Provider.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers made from it (delays, timeouts, token sources) fire
/// inside <see cref="Advance"/>, in the order they are due, each seeing the time it was due at.
/// </summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<ManualTimer> _timers = new(Comparer<ManualTimer>.Create(ManualTimer.Compare));
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private long _order;
    private long _changes;
    private int _holds;
    private TaskCompletionSource? _changed; // made when somebody waits for it

    /// <summary>A clock that starts at noon on an ordinary day.</summary>
    public ManualTime()
        : this(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero)) { }

    /// <summary>A clock that starts at <paramref name="start"/>.</summary>
    public ManualTime(DateTimeOffset start) => _start = _now = start;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far the clock has been moved since it was made.</summary>
    public TimeSpan Elapsed => GetUtcNow() - _start;

    /// <summary>Timers that are armed now.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

    /// <summary>How long until the next timer is due; null when none is armed.</summary>
    public TimeSpan? UntilNext
    {
        get
        {
            lock (_lock)
            {
                return _timers.Min is { } next ? Max(next.Due - _now, TimeSpan.Zero) : null;
            }
        }
    }

    internal (long Changes, bool Held) Activity
    {
        get
        {
            lock (_lock)
            {
                return (_changes, _holds > 0);
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires every timer that comes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_lock)
        {
            target = _now + by;
        }
        while (true)
        {
            ManualTimer? due;
            lock (_lock)
            {
                due = _timers.Min;
                if (due is null || due.Due > target)
                {
                    _now = Max(_now, target);
                    return;
                }
                _now = Max(_now, due.Due);
                due.Rearm();
                Signal();
            }
            due.Fire();
        }
    }

    /// <summary>Waits (in real time) until at least <paramref name="count"/> timers are armed: a point where the subject waits for the clock.</summary>
    public Task UntilTimersAsync(int count = 1) => UntilAsync(armed => armed >= count);

    /// <summary>Waits (in real time) until no timer is armed: a point where nothing waits for the clock any more.</summary>
    public Task UntilNoTimersAsync() => UntilAsync(armed => armed == 0);

    private async Task UntilAsync(Func<int, bool> enough)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (enough(_timers.Count))
                {
                    return;
                }
                changed = Changed();
            }
            await changed.DefaultTimeout().ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a timer due within <paramref name="horizon"/> is armed, then moves the clock to it. Far timers are taken for timeouts.</summary>
    public async Task<TimeSpan> AdvanceToNextAsync(TimeSpan? horizon = null)
    {
        var limit = horizon ?? TimeSpan.FromSeconds(30);
        while (true)
        {
            Task changed;
            TimeSpan? next;
            lock (_lock)
            {
                changed = Changed();
                next = _timers.Min is { } timer ? Max(timer.Due - _now, TimeSpan.Zero) : null;
            }
            if (next is { } step && step <= limit)
            {
                Advance(step);
                return step;
            }
            await changed.DefaultTimeout().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Moves the clock by itself whenever nothing has touched it for a moment of real time. Timers further off than
    /// <paramref name="horizon"/> (30 s when not given) are taken for timeouts and are not jumped to.
    /// </summary>
    public AutoAdvance AutoAdvance(TimeSpan? horizon = null, TimeSpan? quiet = null) =>
        new(this, horizon ?? TimeSpan.FromSeconds(30), quiet ?? TimeSpan.FromMilliseconds(4));

    /// <summary>While held, <see cref="AutoAdvance"/> stands still: something real (a socket, a process) is at work.</summary>
    public IDisposable Hold()
    {
        lock (_lock)
        {
            _holds++;
        }
        return new Release(this);
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private Task Changed() => (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Signal()
    {
        _changes++;
        _changed?.TrySetResult();
        _changed = null;
    }

    private sealed class Release(ManualTime time) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0)
            {
                lock (time._lock)
                {
                    time._holds--;
                    time.Signal();
                }
            }
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        // Both change only while it is not among the timers, which they order.
        public DateTimeOffset Due { get; private set; }

        private long Order { get; set; } = -1;

        public static int Compare(ManualTimer a, ManualTimer b) =>
            a.Due.CompareTo(b.Due) is var due and not 0 ? due : a.Order.CompareTo(b.Order);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var fireNow = false;
            lock (time._lock)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == TimeSpan.Zero && period <= TimeSpan.Zero)
                {
                    fireNow = true;
                }
                else if (dueTime >= TimeSpan.Zero)
                {
                    Due = time._now + dueTime;
                    Order = time._order++;
                    time._timers.Add(this);
                }
                time.Signal();
            }
            if (fireNow)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }
            return true;
        }

        public void Rearm()
        {
            time._timers.Remove(this);
            if (_period > TimeSpan.Zero)
            {
                Due += _period;
                Order = time._order++;
                time._timers.Add(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._lock)
            {
                if (time._timers.Remove(this))
                {
                    time.Signal();
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
