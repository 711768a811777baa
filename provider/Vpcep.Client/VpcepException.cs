using System.Text;

namespace Vpcep.Client;

/// <summary>A call to the cloud that failed. The code decides what it means, not the HTTP status and not the words.</summary>
public sealed class VpcepException : Exception
{
    // It has the user's names in it.
    private const int LongestOperation = 200;

    /// <summary>A failure of <paramref name="operation"/>, for example <c>create endpoint</c>.</summary>
    public VpcepException(ErrorClass errorClass, string operation, string problem, Exception? inner = null)
        : base(problem, inner)
    {
        Class = errorClass;
        Operation = operation;
        Problem = problem;
    }

    /// <summary>What kind of failure it is.</summary>
    public ErrorClass Class { get; }

    /// <summary>What was being done, in words.</summary>
    public string Operation { get; }

    /// <summary>What went wrong: the cloud's own words where it gave any.</summary>
    public string Problem { get; }

    /// <summary>The cloud's code, normalised (<c>EndPoint.0022</c>, <c>APIGW.0308</c>), when it gave one.</summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status, when there was an answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>What the cloud's support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service that was asked; null when none was.</summary>
    public CloudService? Service { get; internal set; }

    /// <summary>How the request said who asks.</summary>
    public CredentialKind Credential { get; internal set; }

    /// <summary>How far the cloud's clock was ahead of this machine's, where a signature was refused; null when nobody knows.</summary>
    public TimeSpan? ClockAhead { get; internal set; }

    /// <summary>True when the proxy on the way cannot be reached, or refuses.</summary>
    public bool IsOfProxy { get; init; }

    /// <summary>Nothing tells where the service is: it is not in the catalog of the region.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>True when something else than the API seems to have answered: a portal, a proxy, a port that wants TLS.</summary>
    public bool IsForeign { get; init; }

    /// <summary>True when the host's certificate is not trusted.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>What to do next.</summary>
    public string? Hint { get; internal set; }

    /// <summary>How long the cloud asks to wait, when it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Ids of things that the call may have made (<see cref="ErrorClass.Unknown"/>).</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The reasons inside a thing whose status is <c>failed</c> (<see cref="ErrorClass.Failed"/>).</summary>
    public IReadOnlyList<CloudError> Reasons { get; init; } = [];

    /// <summary>True when the same call may succeed later without anyone changing anything.</summary>
    public bool IsTransient => Class is ErrorClass.RateLimited or ErrorClass.Unavailable;

    /// <summary>True when something else is in the way that may go by itself: endpoints that use a service, a state that changes.</summary>
    public bool PassesWithState => ErrorCodes.Find(Code) is { Retry: CodeRetry.WhenStateAllows };

    /// <summary>Everything in one line: operation, problem, code, request id, hint, a clock that is wrong.</summary>
    public override string Message
    {
        get
        {
            var text = new StringBuilder(
                Operation.Length > LongestOperation ? $"{Operation[..LongestOperation]}…" : Operation
            )
                .Append(": ")
                .Append(Problem.TrimEnd('.'));
            var facts = new List<string>(3);
            if (Code is not null)
            {
                facts.Add(Code);
            }
            if (HttpStatus is { } status)
            {
                facts.Add($"HTTP {status}");
            }
            if (RequestId is not null)
            {
                facts.Add($"request {RequestId}");
            }
            if (facts.Count > 0)
            {
                text.Append(" (").AppendJoin(", ", facts).Append(')');
            }
            if (Hint is not null)
            {
                text.Append(". ").Append(Hint);
            }
            if (ClockAhead is { } ahead && ahead.Duration() >= ServerClock.RefusedSkew)
            {
                text.Append("; ").Append(ServerClock.Words(ahead));
            }
            // Cloud and user may have put anything into it.
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = char.IsControl(text[at]) ? ' ' : text[at];
            }
            return text.ToString();
        }
    }
}
