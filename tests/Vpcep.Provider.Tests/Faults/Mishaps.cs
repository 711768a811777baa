using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>Everything that may befall a call, by the name it has in the report.</summary>
internal static class Mishaps
{
    public static IReadOnlyList<(string Name, Fault Fault)> All { get; } =
    [
        ("connection reset before", new Fault { Kind = FaultKind.Reset }),
        ("answer lost", Fault.LostAnswer),
        ("answer cut", new Fault { Kind = FaultKind.Cut, When = FaultWhen.After }),
        ("answer truncated", new Fault { Kind = FaultKind.Truncate, When = FaultWhen.After }),
        ("values of wrong types", new Fault { Kind = FaultKind.WrongTypes, When = FaultWhen.After }),
        ("stall before", new Fault { Kind = FaultKind.Stall, Seconds = 90 }),
        (
            "stall after",
            new Fault
            {
                Kind = FaultKind.Stall,
                Seconds = 90,
                When = FaultWhen.After,
            }
        ),
        ("429", Fault.TooManyRequests()),
        ("429 with Retry-After", Fault.TooManyRequests(7)),
        ("rate limit as 400", Fault.RateLimit),
        ("500 before", new Fault { Code = "EndPoint.0001" }),
        ("500 after", new Fault { Code = "EndPoint.0001", When = FaultWhen.After }),
        ("502 page before", Fault.HtmlPage()),
        ("502 page after", Fault.HtmlPage() with { When = FaultWhen.After }),
        ("503", new Fault { Status = 503, Body = "" }),
        (
            "504 after",
            new Fault
            {
                Status = 504,
                Body = "",
                When = FaultWhen.After,
            }
        ),
        ("401", Fault.ExpiredToken),
        ("404 of a dependency", new Fault { Code = "EndPoint.4012" }),
        ("403", new Fault { Code = "EndPoint.0004" }),
        (
            "stale reads for 10 s",
            new Fault
            {
                Kind = FaultKind.StaleRead,
                Seconds = 10,
                Count = 5,
            }
        ),
        (
            "new things invisible for 10 s",
            new Fault
            {
                Kind = FaultKind.StaleRead,
                Seconds = 10,
                HidesNew = true,
                Count = 5,
            }
        ),
        (
            "creation fails",
            new Fault
            {
                Kind = FaultKind.CreateFails,
                When = FaultWhen.After,
                Error = [new ResourceError("EndPoint.2029", "no address is left")],
            }
        ),
        ("creation never ends", new Fault { Kind = FaultKind.NeverReady, When = FaultWhen.After }),
        (
            "old state after a deletion",
            new Fault
            {
                Kind = FaultKind.KeepsOldState,
                When = FaultWhen.After,
                Seconds = 60,
            }
        ),
        ("wrong total", new Fault { Kind = FaultKind.WrongTotal, When = FaultWhen.After }),
    ];
}
