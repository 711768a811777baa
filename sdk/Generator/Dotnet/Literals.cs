using System.Globalization;
using System.Text;
using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>C# expressions of values.</summary>
internal static class Literals
{
    internal static string Text(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in value)
        {
            literal.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                }
            );
        }

        return literal.Append('"').ToString();
    }

    internal static string Value(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            string text => Text(text),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    /// <summary>A property's default: from the environment, from the schema or both; null when it has none.</summary>
    internal static string? Default(
        PropertySchema property,
        TypeMap types,
        IReadOnlyDictionary<string, EnumSchema> enums
    )
    {
        var value =
            property.Default is null ? null
            : property.Type is EnumReference reference ? EnumMember(types, enums[reference.Token], property.Default)
            : Value(property.Default);
        if (property.DefaultEnvironment.Count == 0)
        {
            return value;
        }

        var reader = property.Type switch
        {
            PrimitiveType { Kind: PrimitiveKind.Boolean } => "GetEnvBoolean",
            PrimitiveType { Kind: PrimitiveKind.Integer } => "GetEnvInt32",
            PrimitiveType { Kind: PrimitiveKind.Number } => "GetEnvDouble",
            PrimitiveType => "GetEnv",
            _ => throw new SchemaException(property.Path, "only primitives can have a default from the environment"),
        };
        var call = $"Utilities.{reader}({string.Join(", ", property.DefaultEnvironment.Select(Text))})";
        return value is null ? call : $"{call} ?? {value}";
    }

    private static string EnumMember(TypeMap types, EnumSchema schema, object value) =>
        $"{types.Enum(schema.Token)}.{Names.EnumMember(schema, schema.Values.First(one => one.Value.Equals(value)))}";
}
