using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes the enums of a module into one file.</summary>
internal static class EnumWriter
{
    private static readonly string[] Usings = ["System", "System.ComponentModel", "Pulumi"];

    internal static GeneratedFile Write(Context context, string module, IReadOnlyList<EnumSchema> enums)
    {
        var space = context.Names.ModuleNamespace(module);
        foreach (var one in enums)
        {
            context.Claims.Type($"{space}.{Names.Type(one.Token)}", one.Path);
        }

        var text = FileHeader.Wrap(space, Usings, code => code.Separated(enums, one => Enum(code, one)));
        return new GeneratedFile(context.FilePath(module, "Enums.cs"), text);
    }

    private static void Enum(CodeWriter code, EnumSchema schema)
    {
        var name = Names.Type(schema.Token);
        var taken =
            schema.Kind == PrimitiveKind.Integer ? Array.Empty<string>() : ["Equals", "GetHashCode", "ToString"];
        Claims.Members(
            name,
            schema.Values.Select((one, i) => (Names.EnumMember(schema, one), $"{schema.Path}/enum/{i}")),
            taken
        );
        code.Doc(schema.Description, name);
        if (schema.Kind == PrimitiveKind.Integer)
        {
            code.Block(
                $"public enum {name}",
                () =>
                {
                    foreach (var value in schema.Values)
                    {
                        Member(code, value);
                        code.Line($"{Names.EnumMember(schema, value)} = {Literals.Value(value.Value)},");
                    }
                }
            );
            return;
        }

        Struct(code, schema, name);
    }

    private static void Struct(CodeWriter code, EnumSchema schema, string name)
    {
        var type = TypeMap.Primitive(schema.Kind);
        var isText = schema.Kind == PrimitiveKind.String;
        code.Line("[EnumType]");
        code.Block(
            $"public readonly struct {name} : IEquatable<{name}>",
            () =>
            {
                code.Line($"private readonly {type} _value;").Line();
                code.Block(
                    $"private {name}({type} value)",
                    () =>
                        code.Line(
                            isText
                                ? "_value = value ?? throw new ArgumentNullException(nameof(value));"
                                : "_value = value;"
                        )
                );
                code.Line();
                foreach (var value in schema.Values)
                {
                    Member(code, value);
                    code.Line(
                        $"public static {name} {Names.EnumMember(schema, value)} {{ get; }} = new {name}({Literals.Value(value.Value)});"
                    );
                }

                code.Line()
                    .Doc(null, "Whether both are the same value.")
                    .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
                    .Doc(null, "Whether they are different values.")
                    .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
                    .Line()
                    .Doc(null, "The value as the provider knows it.")
                    .Line($"public static explicit operator {type}({name} value) => value._value;")
                    .Line()
                    .Line("/// <inheritdoc/>")
                    .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                    .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);")
                    .Line("/// <inheritdoc/>")
                    .Line(
                        isText
                            ? $"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);"
                            : $"public bool Equals({name} other) => _value == other._value;"
                    )
                    .Line()
                    .Line("/// <inheritdoc/>")
                    .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                    .Line(
                        $"public override int GetHashCode() => _value{(isText ? "?.GetHashCode() ?? 0" : ".GetHashCode()")};"
                    )
                    .Line()
                    .Line("/// <inheritdoc/>")
                    .Line(
                        isText
                            ? "public override string ToString() => _value;"
                            : "public override string ToString() => _value.ToString(System.Globalization.CultureInfo.InvariantCulture);"
                    );
            }
        );
    }

    private static void Member(CodeWriter code, EnumValueSchema value)
    {
        code.Doc(value.Description, Literals.Value(value.Value).Trim('"'));
        if (value.Deprecation is { } message)
        {
            code.Line($"[Obsolete({Literals.Text(message)})]");
        }
    }
}
