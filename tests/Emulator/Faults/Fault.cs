namespace Vpcep.Emulator;

/// <summary>What a fault does to a call.</summary>
public enum FaultKind
{
    /// <summary>Answers with <see cref="Fault.Code"/>, or <see cref="Fault.Status"/> and <see cref="Fault.Body"/>.</summary>
    Answer,

    /// <summary>Resets the connection.</summary>
    Reset,

    /// <summary>Waits <see cref="Fault.Seconds"/>, or until released, and goes on.</summary>
    Stall,

    /// <summary>Sends half of the body, well framed.</summary>
    Truncate,

    /// <summary>Announces the whole body, sends half of it and resets the connection.</summary>
    Cut,

    /// <summary>Sends the right fields with values of wrong types.</summary>
    WrongTypes,

    /// <summary>Sends whole numbers as floats: 320 as <c>3.2e2</c>.</summary>
    Floats,

    /// <summary>A list says that there are <see cref="Fault.Total"/> items, whatever it holds.</summary>
    WrongTotal,

    /// <summary>A read shows what was <see cref="Fault.Seconds"/> ago.</summary>
    StaleRead,

    /// <summary>A creation is accepted and ends as <c>failed</c> with <see cref="Fault.Error"/>.</summary>
    CreateFails,

    /// <summary>A creation is accepted and stays <c>creating</c> for ever.</summary>
    NeverReady,

    /// <summary>A deletion is accepted and shows the old status for <see cref="Fault.Seconds"/>, for ever when null.</summary>
    KeepsOldState,
}

/// <summary>Whether a fault strikes before the operation has had its effect or after it.</summary>
public enum FaultWhen
{
    /// <summary>The operation does not happen (a stall: has not happened yet).</summary>
    Before,

    /// <summary>The operation has happened; only its answer suffers.</summary>
    After,
}

/// <summary>
/// One scripted fault: which calls, and what happens to them. Calls must fit all that is set of
/// <see cref="Operation"/>, <see cref="Method"/> and <see cref="Path"/>.
/// </summary>
public sealed record Fault
{
    /// <summary>Operation name as in the call log, such as <c>CreateEndpoint</c>.</summary>
    public string? Operation { get; init; }

    public string? Method { get; init; }

    /// <summary>A regular expression that the path contains.</summary>
    public string? Path { get; init; }

    /// <summary>How many fitting calls pass untouched first.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls it strikes; null for all.</summary>
    public int? Count { get; init; } = 1;

    public FaultWhen When { get; init; } = FaultWhen.Before;
    public FaultKind Kind { get; init; } = FaultKind.Answer;

    /// <summary>HTTP status of the answer; null takes the code's own, or 500.</summary>
    public int? Status { get; init; }

    /// <summary>A documented error code to answer with.</summary>
    public string? Code { get; init; }

    /// <summary>The words beside the code; null takes the documented ones.</summary>
    public string? Message { get; init; }

    /// <summary>The whole body instead of an error in the API's shape.</summary>
    public string? Body { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    public double? Seconds { get; init; }

    /// <summary>For <see cref="FaultKind.CreateFails"/>.</summary>
    public IReadOnlyList<ResourceError>? Error { get; init; }

    /// <summary>For <see cref="FaultKind.WrongTotal"/>. The documents' examples say 100 beside one item.</summary>
    public int Total { get; init; } = 100;

    /// <summary>For <see cref="FaultKind.StaleRead"/>: whether objects younger than that are invisible too.</summary>
    public bool HidesNew { get; init; }

    /// <summary>Besides: seconds that what a creation makes is stamped too late, or with a minus too early.</summary>
    public double? StampOff { get; init; }

    /// <summary>429 of the gateway, with Retry-After when given.</summary>
    public static Fault TooManyRequests(int? retryAfterSeconds = null) =>
        new()
        {
            Code = "APIGW.0308",
            Headers = retryAfterSeconds is { } seconds
                ? new Dictionary<string, string> { ["Retry-After"] = $"{seconds}" }
                : null,
        };

    /// <summary>The rate limit of the service itself, which comes as 400.</summary>
    public static Fault RateLimit { get; } = new() { Code = "EndPoint.0022" };

    /// <summary>The operation happens and its answer never arrives.</summary>
    public static Fault LostAnswer { get; } = new() { Kind = FaultKind.Reset, When = FaultWhen.After };

    /// <summary>A token that has run out.</summary>
    public static Fault ExpiredToken { get; } = new() { Code = "EndPoint.0003" };

    /// <summary>An error page of a proxy in between.</summary>
    public static Fault HtmlPage(int status = StatusCodes.Status502BadGateway) =>
        new()
        {
            Status = status,
            Body = "<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>",
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" },
        };
}
