namespace Vpcep.Client;

/// <summary>How far the cloud's clock is ahead of ours, from the dates of its answers.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    // Beyond this one of the clocks is not just off but wrong, or the date is not the cloud's.
    private static readonly TimeSpan Credible = TimeSpan.FromHours(1);

    /// <summary>
    /// From here on a refusal may be for the time in a signature. Clouds take a quarter of an hour; a minute is more than an
    /// honest clock is off.
    /// </summary>
    public static readonly TimeSpan RefusedSkew = TimeSpan.FromMinutes(1);

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

    /// <summary>An offset for people.</summary>
    /// <param name="ahead">How far the cloud's clock is ahead.</param>
    public static string Words(TimeSpan ahead)
    {
        var off = ahead.Duration();
        var span =
            off < TimeSpan.FromMinutes(2) ? $"{off.TotalSeconds:F0} s"
            : off < TimeSpan.FromHours(48) ? $"{off.TotalMinutes:F0} min"
            : $"{off.TotalDays:F0} days";
        return $"the clock of this machine is {span} {(ahead > TimeSpan.Zero ? "behind" : "ahead of")} the cloud's";
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

    /// <summary>
    /// What to write into a signature made at <paramref name="local"/>: whoever checks it goes by the clock that dates the
    /// answers, however far off that seems.
    /// </summary>
    public DateTimeOffset Signing(DateTimeOffset local) => local + (Ahead ?? TimeSpan.Zero);

    /// <summary>The moment by the cloud's clock that is <paramref name="local"/> by ours.</summary>
    public DateTimeOffset At(DateTimeOffset local)
    {
        var ahead = Ahead ?? TimeSpan.Zero;
        return local + (ahead.Duration() <= Credible || ahead < TimeSpan.Zero ? ahead : TimeSpan.Zero);
    }
}
