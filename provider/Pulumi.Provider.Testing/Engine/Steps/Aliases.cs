using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>A name a resource may have had before: a URN, or what was different then.</summary>
internal sealed record GoalAlias
{
    public string Urn { get; init; } = "";
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
    public string Stack { get; init; } = "";
    public string Project { get; init; } = "";

    /// <summary>The URN of the parent; null for the parent of today, empty for none.</summary>
    public string? Parent { get; init; }
}

/// <summary>The URNs a resource may have had, its parent's former one taken into account.</summary>
internal static class Aliases
{
    /// <summary>All of them, without doubles.</summary>
    public static ImmutableArray<string> Of(Goal goal, Func<string, string?> formerUrnOf)
    {
        var urns = goal.Aliases.Select(alias => Resolve(goal, alias, formerUrnOf)).ToList();
        if (goal.Parent is { } parent && formerUrnOf(parent) is { } former)
        {
            var inherited = urns.Prepend(goal.Urn).Select(urn => Inherited(urn, Urn.NameOf(parent), former)).ToList();
            urns.AddRange(inherited);
        }

        return [.. urns.Distinct()];
    }

    private static string Resolve(Goal goal, GoalAlias alias, Func<string, string?> formerUrnOf)
    {
        if (alias.Urn.Length > 0)
        {
            return alias.Urn;
        }

        var parent = alias.Parent is { Length: > 0 } named ? formerUrnOf(named) ?? named : alias.Parent ?? goal.Parent;
        return Urn.Create(
            alias.Stack.Length > 0 ? alias.Stack : Urn.StackOf(goal.Urn),
            alias.Project.Length > 0 ? alias.Project : Urn.ProjectOf(goal.Urn),
            parent,
            alias.Type.Length > 0 ? alias.Type : goal.Type,
            alias.Name.Length > 0 ? alias.Name : goal.Name
        );
    }

    // A child that is named after its parent was so before, too.
    private static string Inherited(string urn, string parentName, string formerParent)
    {
        var name = Urn.NameOf(urn);
        return Urn.Create(
            Urn.StackOf(urn),
            Urn.ProjectOf(urn),
            formerParent,
            Urn.TypeOf(urn),
            name.StartsWith(parentName, StringComparison.Ordinal)
                ? Urn.NameOf(formerParent) + name[parentName.Length..]
                : name
        );
    }
}
