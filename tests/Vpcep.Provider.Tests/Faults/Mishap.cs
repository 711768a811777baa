using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>Something that may befall a call.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Fault">How the emulator brings it about.</param>
/// <param name="Passes">It passes by itself: the operation that it strikes succeeds all the same.</param>
internal sealed record Mishap(string Name, Fault Fault, bool Passes)
{
    private const string Creates = "/vpc-endpoint(-service)?s$";
    private const string Lists = "/(permissions|connections|vpc-endpoint-services|vpc-endpoints)$";

    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<Mishap> All { get; } =
    [
        Passing("connection reset, nothing done", new Fault { Kind = FaultKind.Reset }),
        Passing("connection reset, but done", Fault.LostAnswer),
        Passing("connection reset, but done and stamped 8 h early", Fault.LostAnswer with { StampOff = -8 * 3600 }),
        Passing("connection reset, but done and stamped 8 h late", Fault.LostAnswer with { StampOff = 8 * 3600 }),
        Passing("answer cut off", After(FaultKind.Cut)),
        Passing("answer truncated", After(FaultKind.Truncate)),
        Passing("no answer, nothing done", new Fault { Kind = FaultKind.Stall }),
        Passing("no answer, but done", After(FaultKind.Stall)),
        Passing("429", Fault.TooManyRequests()),
        Passing("429 with Retry-After", Fault.TooManyRequests(7)),
        Passing("rate limit as 400", Fault.RateLimit),
        Passing("500, nothing done", new Fault { Code = "EndPoint.0001" }),
        Passing("500, but done", new Fault { Code = "EndPoint.0001", When = FaultWhen.After }),
        Passing("502 as a page, nothing done", Fault.HtmlPage()),
        Passing("502 as a page, but done", Fault.HtmlPage() with { When = FaultWhen.After }),
        Passing("503", new Fault { Status = 503, Body = "" }),
        Passing("504, but done", After(FaultKind.Answer) with { Status = 504, Body = "" }),
        Passing("reads 10 s old", StaleReads),
        Passing("new things invisible for 10 s", StaleReads with { HidesNew = true }),
        Passing("old state after a deletion", After(FaultKind.KeepsOldState) with { Seconds = 60, Method = "DELETE" }),
        Passing("wrong total of a list", After(FaultKind.WrongTotal) with { Method = "GET", Path = Lists }),
        Lasting("values of wrong types", After(FaultKind.WrongTypes)),
        Lasting("401", Fault.ExpiredToken),
        Lasting("403", new Fault { Code = "EndPoint.0004" }),
        Lasting("404 of a dependency", new Fault { Code = "EndPoint.4012" }),
        Lasting("404 without a code", new Fault { Status = 404, Body = "" }),
        Lasting("creation ends as failed", OfCreates(FaultKind.CreateFails)),
        Lasting("creation never ends", OfCreates(FaultKind.NeverReady)),
    ];

    private static Fault StaleReads =>
        new()
        {
            Kind = FaultKind.StaleRead,
            Seconds = 10,
            Count = 5,
            Method = "GET",
        };

    private static Mishap Passing(string name, Fault fault) => new(name, fault, Passes: true);

    private static Mishap Lasting(string name, Fault fault) => new(name, fault, Passes: false);

    private static Fault After(FaultKind kind) => new() { Kind = kind, When = FaultWhen.After };

    private static Fault OfCreates(FaultKind kind) => After(kind) with { Method = "POST", Path = Creates };
}
