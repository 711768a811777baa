using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Names resources whose program gives no name, as the stack's configuration asks.</summary>
internal static class AutoName
{
    private const string Setting = "the stack's pulumi:autonaming";

    /// <summary>
    /// The inputs with names filled in. A name given wins; the name that a resource has stays; one that was made without a
    /// name stays without. Where no name can be made, the checker gets a problem that says so.
    /// </summary>
    public static PropertyMap Fill(
        ObjectModel model,
        Naming naming,
        PropertyMap oldInputs,
        PropertyMap inputs,
        Features features,
        InputChecker checker
    )
    {
        foreach (var property in model.Properties)
        {
            if (
                property.AutoNameMaximum is not { } maximum
                || !features.Confirms(property.RequiresFeature)
                || !Sameness.IsAbsent(inputs.Find(property.Name))
                || property.FormerNames.Any(inputs.ContainsKey)
            )
            {
                continue;
            }

            if (oldInputs.Count > 0)
            {
                inputs = oldInputs.Find(property.Name) is { } old ? inputs.With(property.Name, old) : inputs;
            }
            else if (Made(new NameRules(property, maximum), naming, out var problem) is { } name)
            {
                inputs = inputs.With(property.Name, name);
            }
            else
            {
                checker.Add(PropertyPath.Root.Append(property.Name), problem);
            }
        }

        return inputs;
    }

    private static string? Made(NameRules rules, Naming naming, out string problem)
    {
        switch (naming.Mode)
        {
            case NamingMode.Disable:
                problem = $"not set, and {Setting} is disabled; give it a name";
                return null;
            case NamingMode.Enforce:
                problem =
                    $"{rules.Problem(naming.Proposed)}; {Setting} enforces this name: change it there or set one here";
                return rules.Allow(naming.Proposed) ? naming.Proposed : null;
            default:
                problem = $"no valid name can be made of '{naming.Proposed}', which {Setting} proposes; set one here";
                return rules.Adapt(naming.Proposed, naming.Seed);
        }
    }
}
