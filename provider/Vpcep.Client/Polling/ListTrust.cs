namespace Vpcep.Client;

/// <summary>
/// How far lists are believed that something is gone which was told to go. Each thing that a list lacked, and that was
/// gone when it was asked for, speaks for more of them; one that was still there, and lists are never believed again.
/// </summary>
internal sealed class ListTrust
{
    private const int WorthOfOne = 64;

    private int _credit;

    /// <summary>Whether a list lacked what was there.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Takes a list's word for one thing, if it is good for one more.</summary>
    public bool TrySpend()
    {
        if (_credit == 0)
        {
            return false;
        }
        _credit--;
        return true;
    }

    /// <summary>Takes note of a thing that a list lacked.</summary>
    public void Learn(bool wasGone)
    {
        IsLost |= !wasGone;
        _credit = IsLost ? 0 : _credit + WorthOfOne;
    }
}
