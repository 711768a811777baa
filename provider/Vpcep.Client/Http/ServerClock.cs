namespace Vpcep.Client;

/// <summary>How far the cloud's clock is ahead of ours, from the dates of its answers.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    // Beyond this one of the clocks is not just off but wrong, or the date is not the cloud's.
    private static readonly TimeSpan Credible = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private TimeSpan? _ahead;

    /// <summary>By how much, as the last answer told; null before there was one. Exact to a second or two.</summary>
    public TimeSpan? Ahead
    {
        get
        {
            lock (_lock)
            {
                return _ahead;
            }
        }
    }

    /// <summary>Takes note of the date of an answer that just came.</summary>
    public void Observe(DateTimeOffset? date)
    {
        if (date is { } server)
        {
            lock (_lock)
            {
                _ahead = server - time.GetUtcNow();
            }
        }
    }

    /// <summary>The moment by the cloud's clock that is <paramref name="local"/> by ours.</summary>
    public DateTimeOffset At(DateTimeOffset local)
    {
        var ahead = Ahead ?? TimeSpan.Zero;
        return local + (ahead.Duration() <= Credible || ahead < TimeSpan.Zero ? ahead : TimeSpan.Zero);
    }

    /// <summary>
    /// The earliest time that the cloud may have stamped on something made at <paramref name="local"/>. Too early is
    /// harmless (it shows more candidates); too late would hide what was made.
    /// </summary>
    public DateTimeOffset EarliestStamp(DateTimeOffset local) =>
        // Stamps and dates are cut to whole seconds, and an answer's date is as old as its way.
        At(local) - TimeSpan.FromSeconds(3);
}
