namespace Vpcep.Client;

/// <summary>What the client tells its owner while it works. Nothing passed here contains credentials or bodies.</summary>
public interface IClientLog
{
    /// <summary>One HTTP call ended.</summary>
    void Call(HttpCallRecord call);

    /// <summary>Something is waited for before a call is made again: a sentence for the user, like <c>waiting: rate limit, retry in 4 s</c>.</summary>
    void Notice(string message);

    /// <summary>Something the user should know and may want to change.</summary>
    void Warning(string message);
}

/// <summary>One HTTP call, without headers and bodies.</summary>
/// <param name="Method">GET, POST…</param>
/// <param name="Path">Path and query.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Duration">From sending to the whole answer.</param>
/// <param name="RequestId">The cloud's id of the request.</param>
/// <param name="Failure">Why no answer came.</param>
public readonly record struct HttpCallRecord(
    string Method,
    string Path,
    int? Status,
    TimeSpan Duration,
    string? RequestId,
    string? Failure
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Method} {Path} -> {(Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : Failure)} in {Duration.TotalMilliseconds:F0} ms"
        + (RequestId is null ? "" : $" (request {RequestId})");
}
