using System.Collections.Immutable;

namespace Properties.Tests.Programs;

/// <summary>Simpler lives that may fail, too: fewer rounds, fewer steps, fewer inputs, one thing at a time.</summary>
internal static class LifeShrinker
{
    private static readonly string[] Required =
    [
        "vpcId",
        "portId",
        "serverType",
        "ports",
        "permission",
        "subnetId",
        "endpointServiceId",
    ];

    public static IEnumerable<Life> Shrink(Life life)
    {
        foreach (var rounds in Without(life.Rounds))
        {
            yield return life with
            {
                Rounds = rounds,
            };
        }

        for (var i = 0; i < life.Rounds.Length; i++)
        {
            foreach (var round in Shrink(life.Rounds[i]))
            {
                yield return life with
                {
                    Rounds = life.Rounds.SetItem(i, round),
                };
            }
        }

        foreach (var mishaps in Without(life.AtEnd))
        {
            yield return life with
            {
                AtEnd = mishaps,
            };
        }

        if (life.Parallel > 1)
        {
            yield return life with
            {
                Parallel = 1,
            };
        }
    }

    private static IEnumerable<Round> Shrink(Round round)
    {
        foreach (var edits in Without(round.Edits))
        {
            yield return round with
            {
                Edits = edits,
            };
        }

        foreach (var drifts in Without(round.Drifts))
        {
            yield return round with
            {
                Drifts = drifts,
            };
        }

        foreach (var mishaps in Without(round.Mishaps))
        {
            yield return round with
            {
                Mishaps = mishaps,
            };
        }

        foreach (var turns in Without(round.Turns))
        {
            yield return round with
            {
                Turns = turns,
            };
        }

        if (round.RefreshesFirst)
        {
            yield return round with
            {
                RefreshesFirst = false,
            };
        }

        for (var i = 0; i < round.Edits.Length; i++)
        {
            foreach (var edit in Shrink(round.Edits[i]))
            {
                yield return round with
                {
                    Edits = round.Edits.SetItem(i, edit),
                };
            }
        }

        for (var i = 0; i < round.Mishaps.Length; i++)
        {
            foreach (var mishap in Shrink(round.Mishaps[i]))
            {
                yield return round with
                {
                    Mishaps = round.Mishaps.SetItem(i, mishap),
                };
            }
        }
    }

    private static IEnumerable<Edit> Shrink(Edit edit) =>
        edit.Wish is not { } wish
            ? []
            :
            [
                .. wish
                    .Inputs.Keys.Except(Required)
                    .Select(name => edit with { Wish = wish with { Inputs = wish.Inputs.Without(name) } }),
                .. wish.Forced ? [edit with { Wish = wish with { Forced = false } }] : Array.Empty<Edit>(),
            ];

    private static IEnumerable<Mishap> Shrink(Mishap mishap)
    {
        if (mishap.Fault.Skip > 0)
        {
            yield return new Mishap(mishap.Fault with { Skip = 0 });
        }

        if (mishap.Fault.Count > 1)
        {
            yield return new Mishap(mishap.Fault with { Count = 1 });
        }
    }

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> items) =>
        Enumerable.Range(0, items.Length).Select(items.RemoveAt);
}
