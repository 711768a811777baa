using Generator.Schema;

namespace Generator.Text;

/// <summary>What the schema says of a property beside its description, in words.</summary>
internal static class PropertyNotes
{
    internal static IReadOnlyList<string> For(
        PropertySchema property,
        bool isInput,
        IReadOnlyDictionary<string, EnumSchema> enums
    )
    {
        var notes = new List<string>();
        if (AllowedValues(property.Type, enums) is { } allowed)
        {
            notes.Add($"{(isInput ? "Allowed values" : "One of")}: {allowed}.");
        }

        if (property.Constant is { } constant)
        {
            notes.Add($"Always `{Literals.Value(constant).Trim('"')}`.");
        }

        if (isInput && Default(property) is { } standard)
        {
            notes.Add($"Default: {standard}.");
        }

        if (isInput && (property.ReplaceOnChanges || property.WillReplaceOnChanges))
        {
            notes.Add(
                property.IsConfiguration
                    ? "Changing this replaces every resource of the provider."
                    : "Changing this replaces the resource."
            );
        }

        if (property.IsSecret)
        {
            notes.Add("A secret: encrypted in the state and never shown.");
        }

        if (property.Deprecation is { } deprecation)
        {
            notes.Add($"Deprecated: {deprecation}");
        }

        return notes;
    }

    private static string? AllowedValues(SchemaType type, IReadOnlyDictionary<string, EnumSchema> enums) =>
        type switch
        {
            EnumReference reference => string.Join(
                ", ",
                enums[reference.Token].Values.Select(static one => $"`{Literals.Value(one.Value).Trim('"')}`")
            ),
            ArrayType array => AllowedValues(array.Items, enums),
            _ => null,
        };

    private static string? Default(PropertySchema property)
    {
        var value = property.Default is null ? null : $"`{Literals.Value(property.Default).Trim('"')}`";
        if (property.DefaultEnvironment.Count == 0)
        {
            return value;
        }

        var variables = string.Join(" or ", property.DefaultEnvironment.Select(static one => $"`{one}`"));
        return value is null
            ? $"the environment variable {variables}"
            : $"the environment variable {variables}, else {value}";
    }
}
