namespace Vpcep.Client;

/// <summary>
/// How often a shared wait looks: after each tenth of the time that it lasts. So the end is seen a tenth late at most,
/// whether the cloud needs seconds or minutes.
/// </summary>
/// <param name="Start">The shortest wait between two looks, and the first.</param>
/// <param name="Max">The longest.</param>
/// <param name="Grace">How long a new thing may be invisible.</param>
internal sealed record PollPace(TimeSpan Start, TimeSpan Max, TimeSpan Grace)
{
    private const double Share = 0.1;

    /// <summary>The time to the next look, when <paramref name="waited"/> have passed.</summary>
    public TimeSpan After(TimeSpan waited)
    {
        // Timers count whole milliseconds; the rest of one would be waited for by looking at the clock.
        var share = TimeSpan.FromMilliseconds(Math.Ceiling(waited.TotalMilliseconds * Share));
        return share < Start ? Start
            : share < Max ? share
            : Max;
    }
}
