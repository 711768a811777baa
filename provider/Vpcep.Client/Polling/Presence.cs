namespace Vpcep.Client;

/// <summary>What it means to see a thing, or not.</summary>
internal enum Sight
{
    /// <summary>It is there.</summary>
    There,

    /// <summary>It is not there, which may be a lag.</summary>
    Late,

    /// <summary>It is not there.</summary>
    Gone,
}

/// <summary>Tells "not visible yet" from "gone" for one wait: lists and reads lag behind a creation.</summary>
/// <param name="time">The clock.</param>
/// <param name="grace">How long something may be invisible.</param>
/// <param name="flickers">Whether it may be invisible again after it was seen: one look asks a copy that lags, another does not.</param>
internal sealed class Presence(TimeProvider time, TimeSpan grace, bool flickers)
{
    private const int MissesThatCount = 2;

    private readonly long _started = time.GetTimestamp();
    private bool _seen;
    private int _misses;

    /// <summary>Takes note of one look.</summary>
    public Sight Look(bool there)
    {
        if (there)
        {
            _seen = true;
            _misses = 0;
            return Sight.There;
        }
        _misses++;
        var late =
            (_seen && _misses < MissesThatCount) || ((flickers || !_seen) && time.GetElapsedTime(_started) < grace);
        return late ? Sight.Late : Sight.Gone;
    }
}
