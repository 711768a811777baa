namespace Vpcep.Client;

/// <summary>How often a shared wait looks.</summary>
/// <param name="Start">The first wait between two looks.</param>
/// <param name="Max">The longest.</param>
/// <param name="Grace">How long a new thing may be invisible.</param>
internal sealed record PollPace(TimeSpan Start, TimeSpan Max, TimeSpan Grace)
{
    private const double Growth = 1.5;

    /// <summary>The wait after one of <paramref name="current"/>.</summary>
    public TimeSpan After(TimeSpan current)
    {
        var next = current * Growth;
        return next < Max ? next : Max;
    }
}
