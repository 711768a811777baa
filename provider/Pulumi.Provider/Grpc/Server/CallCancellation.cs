namespace Pulumi.Provider.Grpc.Server;

/// <summary>The token of one call, and which of its sources fired it.</summary>
internal sealed class CallCancellation : IDisposable
{
    // A value beside the reasons: the call is over and nothing may fire any more.
    private const int Closed = -1;

    // The longest wait a timer takes; a deadline after it is as good as none.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource source = new();
    private readonly Action<Exception> onCallbackFailure;
    private readonly CancellationTokenRegistration callerGone;
    private readonly CancellationTokenRegistration serverStop;
    private ITimer? timer;
    private int state;

    public CallCancellation(
        Action<Exception> onCallbackFailure,
        CancellationToken callerGone,
        CancellationToken serverStop
    )
    {
        this.onCallbackFailure = onCallbackFailure;
        this.callerGone = callerGone.UnsafeRegister(
            static self => ((CallCancellation)self!).Fire(CancellationReason.Caller),
            this
        );
        this.serverStop = serverStop.UnsafeRegister(
            static self => ((CallCancellation)self!).Fire(CancellationReason.ServerStop),
            this
        );
    }

    public CancellationToken Token => source.Token;

    public CancellationReason Reason => (CancellationReason)Math.Max(Volatile.Read(ref state), 0);

    /// <summary>Fires the token when the time has passed.</summary>
    public void CancelAfter(TimeSpan timeout, TimeProvider time)
    {
        if (timeout <= TimeSpan.Zero)
        {
            Fire(CancellationReason.Deadline);
        }
        else if (timeout < LongestTimer)
        {
            timer = time.CreateTimer(
                static self => ((CallCancellation)self!).Fire(CancellationReason.Deadline),
                this,
                timeout,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    public void Dispose()
    {
        callerGone.Dispose();
        serverStop.Dispose();
        timer?.Dispose();
        // A timer's callback may still run; the source must outlive the Cancel it is about to call.
        if (Interlocked.CompareExchange(ref state, Closed, 0) == 0)
        {
            source.Dispose();
        }
    }

    private void Fire(CancellationReason reason)
    {
        if (Interlocked.CompareExchange(ref state, (int)reason, 0) != 0)
        {
            return;
        }

        try
        {
            source.Cancel();
        }
        catch (AggregateException failure)
        {
            // Thrown by what a handler registered on its token; on a timer's thread it would end the process.
            onCallbackFailure(failure);
        }
    }
}
