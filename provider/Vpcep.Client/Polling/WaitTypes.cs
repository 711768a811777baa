namespace Vpcep.Client;

/// <summary>What a look at a thing means for the one who waits.</summary>
public enum WaitDecision
{
    /// <summary>Not there yet: look again.</summary>
    Wait,

    /// <summary>There: the wait ends.</summary>
    Done,
}

/// <summary>How a wait is going.</summary>
/// <param name="Status">The state seen last; <see cref="Gone"/> when the thing was not there, null before the first look.</param>
/// <param name="Elapsed">How long the wait lasts.</param>
public readonly record struct WaitProgress(string? Status, TimeSpan Elapsed)
{
    /// <summary>The status of what is not there.</summary>
    public const string Gone = "gone";
}
