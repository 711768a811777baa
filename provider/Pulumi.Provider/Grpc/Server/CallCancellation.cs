namespace Pulumi.Provider.Grpc.Server;

/// <summary>The token of one call, and which of its sources fired it.</summary>
internal sealed class CallCancellation : IDisposable
{
    // A value beside the reasons: the call is over and nothing may fire any more.
    private const int Closed = -1;

    // The longest wait a timer takes; a deadline after it is as good as none.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource _source = new();
    private readonly Action<Exception> _onCallbackFailure;
    private readonly CancellationTokenRegistration _callerGone;
    private readonly CancellationTokenRegistration _serverStop;
    private ITimer? _timer;
    private int _state;

    public CallCancellation(
        Action<Exception> onCallbackFailure,
        CancellationToken callerGone,
        CancellationToken serverStop
    )
    {
        _onCallbackFailure = onCallbackFailure;
        _callerGone = callerGone.UnsafeRegister(
            static self => ((CallCancellation)self!).Fire(CancellationReason.Caller),
            this
        );
        _serverStop = serverStop.UnsafeRegister(
            static self => ((CallCancellation)self!).Fire(CancellationReason.ServerStop),
            this
        );
    }

    public CancellationToken Token => _source.Token;

    public CancellationReason Reason => (CancellationReason)Math.Max(Volatile.Read(ref _state), 0);

    /// <summary>Fires the token when the time has passed.</summary>
    public void CancelAfter(TimeSpan timeout, TimeProvider time)
    {
        if (timeout <= TimeSpan.Zero)
        {
            Fire(CancellationReason.Deadline);
        }
        else if (timeout < LongestTimer)
        {
            _timer = time.CreateTimer(
                static self => ((CallCancellation)self!).Fire(CancellationReason.Deadline),
                this,
                timeout,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    /// <summary>Fires the token, unless something did before.</summary>
    public void Fire(CancellationReason reason)
    {
        if (Interlocked.CompareExchange(ref _state, (int)reason, 0) != 0)
        {
            return;
        }

        try
        {
            _source.Cancel();
        }
        catch (AggregateException failure)
        {
            // Thrown by what a handler registered on its token; on a timer's thread it would end the process.
            _onCallbackFailure(failure);
        }
    }

    public void Dispose()
    {
        _callerGone.Dispose();
        _serverStop.Dispose();
        _timer?.Dispose();
        // A timer's callback may still run; the source must outlive the Cancel it is about to call.
        if (Interlocked.CompareExchange(ref _state, Closed, 0) == 0)
        {
            _source.Dispose();
        }
    }
}
