namespace Vpcep.Emulator.Server;

/// <summary>How many calls each second passes; the rest are told to come again.</summary>
/// <param name="perSecond">How many; null for all.</param>
internal sealed class RateWindow(int? perSecond)
{
    private readonly Lock _lock = new();
    private long _second;
    private int _taken;

    /// <summary>False when the second that <paramref name="now"/> is in has had its calls.</summary>
    public bool Take(DateTimeOffset now)
    {
        if (perSecond is not { } most)
        {
            return true;
        }

        lock (_lock)
        {
            var second = now.ToUnixTimeSeconds();
            (_second, _taken) = second == _second ? (second, _taken + 1) : (second, 1);
            return _taken <= most;
        }
    }
}
