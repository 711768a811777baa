namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// Which calls are under way, and the token that Cancel fires for all of them. The engine cancels at the end of every
/// run; in attach mode the next run uses the same process, so a new handshake starts a new life.
/// </summary>
internal sealed class CallLifetime(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _run = new();
    private Task? _telling;
    private TaskCompletionSource? _drained;
    private int _inFlight;
    private int _cancels;
    private bool _interrupted;

    /// <summary>
    /// True when Cancel came once and found nothing under way: the engine's goodbye at the end of a run. One that the user
    /// interrupts says it at the interrupt and again at the end, and whether it has stored the answers it was given last
    /// nobody knows: a second Ctrl-C makes it leave at once.
    /// </summary>
    public bool EndedInOrder
    {
        get
        {
            lock (_lock)
            {
                return _cancels == 1 && !_interrupted;
            }
        }
    }

    /// <summary>Calls after this one are not touched by an earlier Cancel.</summary>
    public void Renew()
    {
        lock (_lock)
        {
            if (_run.IsCancellationRequested)
            {
                _run.Dispose();
                _run = new CancellationTokenSource();
                _telling = null;
                _cancels = 0;
                _interrupted = false;
            }
        }
    }

    /// <summary>Counts a call in, until the scope is disposed.</summary>
    public Scope Begin(TimeSpan? timeout, CancellationToken callerToken)
    {
        lock (_lock)
        {
            _inFlight++;
            return new Scope(this, timeout, callerToken, _run.Token);
        }
    }

    /// <summary>Cancels what is under way; when it knows of it, waits until it has ended, at most so long.</summary>
    public async Task CancelAsync(TimeSpan patience)
    {
        Task drained;
        Task telling;
        lock (_lock)
        {
            // A source that is cancelled already says so at once, while the first who cancelled is still telling.
            telling = _telling ??= _run.CancelAsync();
            _cancels++;
            _interrupted |= _inFlight > 0;
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            drained = _inFlight == 0 ? Task.CompletedTask : _drained.Task;
        }

        await telling.ConfigureAwait(false);
        await Task.WhenAny(drained, Task.Delay(patience, time)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void End()
    {
        lock (_lock)
        {
            if (--_inFlight == 0)
            {
                _drained?.TrySetResult();
                _drained = null;
            }
        }
    }

    /// <summary>One call: its token, and what fired it.</summary>
    internal sealed class Scope : IDisposable
    {
        private readonly CallLifetime _owner;
        private readonly CancellationTokenSource? _timer;
        private readonly CancellationTokenSource _linked;

        public Scope(CallLifetime owner, TimeSpan? timeout, CancellationToken caller, CancellationToken run)
        {
            _owner = owner;
            Timeout = timeout;
            _timer = timeout is { } limit ? new CancellationTokenSource(limit, owner.Time) : null;
            _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, run, _timer?.Token ?? default);
        }

        /// <summary>Fires on Cancel, when the caller goes away and when the time is up.</summary>
        public CancellationToken Token => _linked.Token;

        /// <summary>The limit, or null.</summary>
        public TimeSpan? Timeout { get; }

        /// <summary>Tells the last status of what the call does, where it tells any.</summary>
        public Func<string?>? LastStatus { get; set; }

        /// <summary>True when the time was up first.</summary>
        public bool TimedOut => _timer is { IsCancellationRequested: true };

        public void Dispose()
        {
            _linked.Dispose();
            _timer?.Dispose();
            _owner.End();
        }
    }

    private TimeProvider Time => time;
}
