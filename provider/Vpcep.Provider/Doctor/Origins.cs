using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Configuration;
using Rules = Pulumi.Provider.Model.Rules.Configuration;

namespace Vpcep.Provider.Doctor;

/// <summary>A value of the configuration, and where it is from.</summary>
/// <param name="Property">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">The stack's configuration, variables, or a part of a file.</param>
internal sealed record Origin(PropertyModel Property, PropertyValue Value, string? Source);

/// <summary>Where the values of a configuration are from.</summary>
internal static class Origins
{
    /// <summary>Each value that is set, in the order of the declaration; defaults are not.</summary>
    /// <param name="given">The stack's configuration.</param>
    /// <param name="inputs">It with what the environment says.</param>
    /// <param name="checkedConfig">The same in its types; null where it is wrong.</param>
    /// <param name="resolved">It with what its files say; null where they cannot be read.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static IEnumerable<Origin> Of(
        PropertyMap given,
        PropertyMap inputs,
        VpcepConfig? checkedConfig,
        ResolvedConfig? resolved,
        Func<string, string?> environment
    )
    {
        var before = checkedConfig?.Encode();
        var after = resolved?.Config.Encode();
        foreach (var property in VpcepConfig.Model.Properties)
        {
            var name = property.Name;
            if (inputs.Find(name) is { } value)
            {
                // OS_CLOUD is the domain of a cloud where it is no entry.
                if (name != "osCloud" || after?.ContainsKey(name) is not false)
                {
                    yield return new(property, value, Source(property, given.Find(name), inputs, environment));
                }
            }
            else if (after?.Find(name) is { } found && !found.Equals(before?.Find(name)))
            {
                yield return new(property, found, resolved?.File?.Source);
            }
        }
    }

    private static string? Source(
        PropertyModel property,
        PropertyValue? given,
        PropertyMap inputs,
        Func<string, string?> environment
    )
    {
        const string Stack = "stack configuration";
        if (given?.Equals(inputs.Find(property.Name)) is true)
        {
            return Stack;
        }

        // Members of an object may be from elsewhere; a blank value is none.
        var variable = Rules.VariableOf(property, inputs, environment);
        return given is null || given.Unwrapped is StringValue { Value: var text } && string.IsNullOrWhiteSpace(text)
            ? variable
            : $"{Stack}, {variable}";
    }
}
