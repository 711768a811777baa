namespace Vpcep.Client;

/// <summary>What may be done after a code.</summary>
internal enum CodeRetry
{
    /// <summary>Nothing: the same call fails again.</summary>
    Never,

    /// <summary>One more try of a call that is safe to repeat: a step behind the API failed.</summary>
    Once,

    /// <summary>Nothing has happened yet; try again.</summary>
    Always,

    /// <summary>Try again where a repetition is harmless; the work may have been done.</summary>
    MaybeDone,

    /// <summary>Get a new credential and try again.</summary>
    AfterRenewal,

    /// <summary>Another resource or state is in the way; whoever knows it may wait for it.</summary>
    WhenStateAllows,
}

/// <summary>What is known of a code.</summary>
/// <param name="Code">Normalised.</param>
/// <param name="Class">The kind of failure.</param>
/// <param name="Retry">What may be done.</param>
/// <param name="Hint">What a user can do about it.</param>
internal sealed record ErrorCode(string Code, ErrorClass Class, CodeRetry Retry, string Hint);
