using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>What the cloud holds of a policy, has no property here, and the program says nothing of: it stays.</summary>
internal static class KeptElements
{
    /// <summary>Statements as wanted, with the other elements of those that the endpoint has.</summary>
    public static IReadOnlyList<PolicyStatement>? Of(
        IReadOnlyList<PolicyStatement>? wanted,
        IReadOnlyList<PolicyStatement>? held
    ) => wanted is null || held is null ? wanted : Rules(wanted, held);

    /// <summary>A document as wanted, with the other elements of the one that the endpoint has.</summary>
    public static PolicyDocument? Of(PolicyDocument? wanted, PolicyDocument? held) =>
        wanted is null || held is null
            ? wanted
            : wanted with
            {
                Statements = Rules(wanted.Statements, held.Statements),
                OtherElements = wanted.OtherElements is { Count: > 0 } said ? said : held.OtherElements,
            };

    // The statement that is the same otherwise, else the one of its label, else one that has more than its effect.
    private static T[] Rules<T>(IReadOnlyList<T> wanted, IReadOnlyList<T> held)
        where T : PolicyRule
    {
        var free = held.Where(static rule => rule.OtherElements is not null).ToList();
        var result = wanted.ToArray();
        foreach (var isSame in (Func<T, T, bool>[])[IsSame, HasItsLabel, IsAlike])
        {
            for (var i = 0; i < result.Length; i++)
            {
                if (
                    result[i].OtherElements is not { Count: > 0 }
                    && free.Find(rule => isSame(result[i], rule)) is { } match
                )
                {
                    result[i] = (T)((PolicyRule)result[i] with { OtherElements = match.OtherElements });
                    free.Remove(match);
                }
            }
        }

        return result;
    }

    private static bool IsSame(PolicyRule one, PolicyRule other) => PolicyJson.Same(Bare(one), Bare(other));

    private static bool HasItsLabel(PolicyRule one, PolicyRule other) =>
        !string.IsNullOrEmpty(one.Sid) && one.Sid == other.Sid;

    private static bool IsAlike(PolicyRule one, PolicyRule other)
    {
        var held = Bare(other).Fields;
        return Bare(one).Fields.Count(element => PolicyJson.Same(element.Value, held.Find(element.Key))) > 1;
    }

    private static ObjectValue Bare(PolicyRule rule) => PolicyJson.Element(rule with { OtherElements = null });
}
