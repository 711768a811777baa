using System.Text.Json;

namespace Vpcep.Client;

/// <summary>How far one request got.</summary>
internal enum AttemptOutcome
{
    /// <summary>Answered with success, and the answer was understood.</summary>
    Succeeded,

    /// <summary>Answered with an error.</summary>
    Refused,

    /// <summary>Answered with an error whose words did not arrive whole: nothing was done, and nobody knows why.</summary>
    RefusedUnread,

    /// <summary>Nothing left this machine: no connection, or a gate closed before.</summary>
    NotSent,

    /// <summary>Sent, and then no answer that could be understood: it may have taken effect.</summary>
    Lost,
}

/// <summary>The result of sending a request once.</summary>
internal sealed record Attempt(AttemptOutcome Outcome) : IDisposable
{
    /// <summary>The answer that was understood.</summary>
    public AnswerBody? Answer { get; init; }

    /// <summary>What it says, good until the attempt is disposed; undefined when it had no body.</summary>
    public JsonElement Body => Answer?.Root ?? default;

    /// <summary>The token that the identity service issues beside the body.</summary>
    public string? SubjectToken { get; init; }

    /// <summary>What to throw when the call ends with this attempt; null exactly for success.</summary>
    public VpcepException? Error { get; init; }

    /// <summary>How far behind the answer's date the signature was, where there are both.</summary>
    public TimeSpan? Skew { get; init; }

    /// <summary>What comes next, set by the retry rules.</summary>
    public RetryVerdict Verdict { get; init; } = RetryVerdict.Stop;

    /// <summary>How long to wait first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Gives the answer's memory back.</summary>
    public void Dispose() => Answer?.Dispose();
}
