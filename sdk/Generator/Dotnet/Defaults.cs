using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>C# expressions of defaults.</summary>
internal static class Defaults
{
    /// <summary>A property's default: from the environment, from the schema or both; null when it has none.</summary>
    internal static string? Of(
        PropertySchema property,
        Shape shape,
        TypeMap types,
        IReadOnlyDictionary<string, EnumSchema> enums
    )
    {
        var given = property.Constant ?? property.Default;
        var value =
            given is null ? null
            : property.Type is EnumReference reference ? EnumMember(types, enums[reference.Token], given)
            : Literals.Value(given);
        if (property.DefaultEnvironment.Count == 0)
        {
            return value;
        }

        var reader = property.Type switch
        {
            PrimitiveType { Kind: PrimitiveKind.Boolean } => "GetEnvBoolean",
            PrimitiveType { Kind: PrimitiveKind.Integer } => "GetEnvInt32",
            PrimitiveType { Kind: PrimitiveKind.Number } => "GetEnvDouble",
            // No variable is no input, which an input of null is not.
            PrimitiveType when value is null && shape is Shape.Input or Shape.State => "GetEnvInput",
            PrimitiveType => "GetEnv",
            _ => throw new SchemaException(property.Path, "only primitives can have a default from the environment"),
        };
        var call = $"Utilities.{reader}({string.Join(", ", property.DefaultEnvironment.Select(Literals.Text))})";
        return value is null ? call : $"{call} ?? {value}";
    }

    private static string EnumMember(TypeMap types, EnumSchema schema, object value) =>
        $"{types.Enum(schema.Token)}.{Names.EnumMember(schema, schema.Values.First(one => one.Value.Equals(value)))}";
}
