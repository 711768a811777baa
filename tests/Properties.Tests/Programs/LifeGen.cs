using FsCheck;
using FsCheck.Fluent;
using Vpcep.Emulator;

namespace Properties.Tests.Programs;

/// <summary>Random lives of stacks.</summary>
internal static class LifeGen
{
    private static readonly string[] Operations =
    [
        "CreateService",
        "GetService",
        "UpdateService",
        "DeleteService",
        "ListServices",
        "ListConnections",
        "ActOnConnections",
        "ListPermissions",
        "ActOnPermissions",
        "CreatePermissions",
        "DeletePermissions",
        "CreateEndpoint",
        "GetEndpoint",
        "ListEndpoints",
        "DeleteEndpoint",
        "UpdateEndpointWhitelist",
        "UpdateEndpointRouteTables",
        "UpdateEndpointPolicy",
        "DeleteEndpointPolicy",
        "ActOnTags",
        "DescribeService",
    ];

    public static Gen<Life> Any { get; } =
        Gen.Elements(WishGen.Dialects)
            .SelectMany(static dialect =>
                Gen.Elements(1, 2, 4, 16, 64)
                    .SelectMany(parallel =>
                        Gen.Choose(1, 3)
                            .SelectMany(count => Gen.ArrayOf(AnyRound(dialect), count))
                            .Zip(
                                Gen.Frequency((1, None<Mishap>()), (1, Several(1, 3, AnyMishap()))),
                                (rounds, mishaps) => new Life(dialect, parallel, [.. rounds], [.. mishaps])
                            )
                    )
            );

    private static Gen<Round> AnyRound(string dialect) =>
        from edits in Several(1, 8, AnyEdit(dialect))
        from drifts in Gen.Frequency((2, None<Drift>()), (1, Several(1, 3, AnyDrift())))
        from mishaps in Gen.Frequency((1, None<Mishap>()), (2, Several(1, 3, AnyMishap())))
        from refreshes in Gen.Elements(true, false)
        from turns in Gen.Frequency((1, None<Turn>()), (2, Several(1, 2, AnyTurn())))
        select new Round([.. edits], [.. drifts], [.. mishaps], refreshes) { Turns = [.. turns] };

    private static Gen<Turn> AnyTurn() =>
        Gen.Elements(Enum.GetValues<TurnKind>())
            .Zip(Gen.Choose(Turn.All, 7), static (kind, which) => new Turn(kind, which));

    private static Gen<Edit> AnyEdit(string dialect) =>
        Gen.Elements(Enum.GetValues<Kind>())
            .SelectMany(static kind =>
                Gen.Choose(0, WishGen.SlotsOf(kind) - 1).Select(number => new Slot(kind, number))
            )
            .SelectMany(slot =>
                Gen.Frequency(
                    (3, WishGen.For(slot, dialect).Select(wish => new Edit(slot, wish))),
                    (1, WishGen.For(slot, dialect).Select(wish => new Edit(slot, wish with { Forced = true }))),
                    (1, Gen.Constant(new Edit(slot, null)))
                )
            );

    private static Gen<Drift> AnyDrift() =>
        Gen.Elements(Enum.GetValues<DriftKind>()).Zip(Gen.Choose(0, 3), static (kind, which) => new Drift(kind, which));

    private static Gen<Mishap> AnyMishap() =>
        from operation in Gen.Frequency((1, Gen.Constant<string?>(null)), (4, Gen.Elements<string?>(Operations)))
        from skip in Gen.Choose(0, 3)
        from count in Gen.Choose(1, 3)
        from fault in Gen.Frequency((3, AnyAnswer()), (3, AnyTransport()), (1, AnyState()))
        select new Mishap(fault with { Operation = operation, Skip = skip, Count = count });

    // A refusal means that nothing was done; only an error of the server may come after the effect.
    private static Gen<Fault> AnyAnswer() =>
        Gen.OneOf(
            Gen.Elements(Fault.TooManyRequests(), Fault.TooManyRequests(3), Fault.RateLimit, Fault.ExpiredToken),
            Gen.Elements(
                    Fault.HtmlPage(),
                    new Fault { Status = 500 },
                    new Fault { Status = 503 },
                    new Fault { Status = 504 }
                )
                .Zip(
                    Gen.Elements(FaultWhen.Before, FaultWhen.After),
                    static (fault, when) => fault with { When = when }
                )
        );

    private static Gen<Fault> AnyTransport() =>
        Gen.Elements(
            Fault.LostAnswer,
            new Fault { Kind = FaultKind.Reset },
            new Fault { Kind = FaultKind.Truncate, When = FaultWhen.After },
            new Fault { Kind = FaultKind.Cut, When = FaultWhen.After },
            new Fault { Kind = FaultKind.WrongTypes, When = FaultWhen.After },
            new Fault { Kind = FaultKind.Stall, Seconds = 5 },
            new Fault
            {
                Kind = FaultKind.Stall,
                Seconds = 5,
                When = FaultWhen.After,
            }
        );

    private static Gen<Fault> AnyState() =>
        Gen.Elements(
            new Fault { Kind = FaultKind.CreateFails },
            new Fault { Kind = FaultKind.StaleRead, Seconds = 5 },
            new Fault
            {
                Kind = FaultKind.StaleRead,
                Seconds = 5,
                HidesNew = true,
            },
            new Fault { Kind = FaultKind.KeepsOldState, Seconds = 15 }
        );

    private static Gen<T[]> None<T>() => Gen.Constant(Array.Empty<T>());

    private static Gen<T[]> Several<T>(int least, int most, Gen<T> each) =>
        Gen.Choose(least, most).SelectMany(count => Gen.ArrayOf(each, count));
}
