namespace Vpcep.Client;

/// <summary>What to do after an attempt.</summary>
internal enum RetryVerdict
{
    /// <summary>The call ends here.</summary>
    Stop,

    /// <summary>Send again after a pause.</summary>
    Retry,

    /// <summary>Everyone who talks to the host waits, then send again.</summary>
    SlowDown,

    /// <summary>Renew the credential, then send again.</summary>
    Renew,
}

/// <summary>What a call has been through so far.</summary>
/// <param name="Retries">Attempts after the first that were not for rate limits.</param>
/// <param name="MaxRetries">How many of them are allowed.</param>
/// <param name="Limited">How long rate limits have held the call up.</param>
/// <param name="Patience">How long they may.</param>
/// <param name="Renewed">Whether the credential was renewed for it already.</param>
internal readonly record struct RetryHistory(
    int Retries,
    int MaxRetries,
    TimeSpan Limited,
    TimeSpan Patience,
    bool Renewed
);

/// <summary>The decision to send again, as a pure function, and the arithmetic of the pauses.</summary>
internal static class RetryRules
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);

    /// <summary>What comes after an attempt that ended in <paramref name="outcome"/> with <paramref name="error"/>.</summary>
    public static RetryVerdict Decide(
        AttemptOutcome outcome,
        VpcepException? error,
        RequestSafety safety,
        RetryHistory history
    )
    {
        var retry = history.Retries < history.MaxRetries ? RetryVerdict.Retry : RetryVerdict.Stop;
        switch (outcome)
        {
            case AttemptOutcome.Succeeded:
                return RetryVerdict.Stop;
            case AttemptOutcome.RefusedUnread when error is not { Class: ErrorClass.RateLimited }:
                return retry;
            case AttemptOutcome.NotSent:
                // A certificate or a host name that is wrong stays wrong.
                return error is { IsTransient: false } ? RetryVerdict.Stop : retry;
            case AttemptOutcome.Lost:
                return safety == RequestSafety.Idempotent && error is not { IsTransient: false }
                    ? retry
                    : RetryVerdict.Stop;
            default:
                break;
        }
        if (error is null)
        {
            return RetryVerdict.Stop;
        }
        if (error.Class == ErrorClass.RateLimited)
        {
            return history.Limited < history.Patience ? RetryVerdict.SlowDown : RetryVerdict.Stop;
        }
        return ErrorCodes.RetryOf(error) switch
        {
            CodeRetry.AfterRenewal => history.Renewed ? RetryVerdict.Stop : RetryVerdict.Renew,
            CodeRetry.Always => retry,
            // The work may have been done although the answer is an error: only a repetition that is harmless is sent.
            CodeRetry.MaybeDone => safety == RequestSafety.Idempotent ? retry : RetryVerdict.Stop,
            CodeRetry.Once => safety == RequestSafety.Idempotent && history.Retries == 0 ? retry : RetryVerdict.Stop,
            _ => RetryVerdict.Stop,
        };
    }

    /// <summary>True when a create that ended like this may have made something.</summary>
    public static bool MayHaveTakenEffect(AttemptOutcome outcome, VpcepException? error) =>
        outcome == AttemptOutcome.Lost
        || (outcome == AttemptOutcome.Refused && error is not null && ErrorCodes.RetryOf(error) == CodeRetry.MaybeDone);

    /// <summary>
    /// The pause before retry number <paramref name="retry"/> (0 is the first): doubling from 1 s to at most 20 s, of
    /// which <paramref name="random"/> in [0, 1) takes away up to half. What the cloud asks for is the least.
    /// </summary>
    public static TimeSpan Delay(int retry, double random, TimeSpan? retryAfter)
    {
        var full = FirstDelay.TotalSeconds * Math.Pow(2, Math.Clamp(retry, 0, 16));
        var seconds = Math.Min(full, LongestDelay.TotalSeconds) * (1 - (random / 2));
        var delay = TimeSpan.FromSeconds(seconds);
        return retryAfter is { } asked && asked > delay
            ? (asked < LongestRetryAfter ? asked : LongestRetryAfter)
            : delay;
    }
}
