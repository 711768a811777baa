using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes the class through which programs read the package's stack configuration.</summary>
internal static class ConfigWriter
{
    internal static GeneratedFile Write(Context context)
    {
        var variables = context.Package.Config;
        context.Claims.Type($"{context.Names.PackageNamespace}.Config", "/config");
        Claims.Members("Config", variables.Select(static one => (Names.Property(one), one.Path)));
        var text = FileHeader.Wrap(
            context.Names.PackageNamespace,
            ["System", "System.Collections.Immutable"],
            code =>
            {
                code.Doc(null, $"The stack's configuration under `{context.Package.Name}:`.");
                code.Block(
                    "public static class Config",
                    () =>
                    {
                        Value(code);
                        code.Line()
                            .Line(
                                $"private static readonly global::Pulumi.Config __config = new global::Pulumi.Config({Literals.Text(context.Package.Name)});"
                            );
                        foreach (var variable in variables)
                        {
                            code.Line();
                            Variable(code, context, variable);
                        }

                        Types(code, context, variables);
                    }
                );
            }
        );
        return new GeneratedFile("Config/Config.cs", text);
    }

    // A value set in code wins over the configuration, which is read once it is asked for.
    private static void Value(CodeWriter code)
    {
        code.Line(
            "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Microsoft.Design\", \"IDE1006\", Justification = \"Double underscore keeps it apart from configuration variables\")]"
        );
        code.Block(
            "private sealed class __Value<T>",
            () =>
            {
                code.Line("private readonly Func<T> _getter;")
                    .Line("private T _value = default!;")
                    .Line("private bool _set;")
                    .Line()
                    .Block("public __Value(Func<T> getter)", () => code.Line("_getter = getter;"))
                    .Line()
                    .Line("public T Get() => _set ? _value : _getter();")
                    .Line()
                    .Block("public void Set(T value)", () => code.Line("_value = value;").Line("_set = true;"));
            }
        );
    }

    private static void Variable(CodeWriter code, Context context, PropertySchema variable)
    {
        var key = Literals.Text(variable.Name);
        var type = Type(context, variable.Type, required: false);
        var read = variable.Type is PrimitiveType primitive
            ? Getter(primitive.Kind, key)
            : $"__config.GetObject<{Type(context, variable.Type, required: true)}>({key})";
        var standard = context.Default(variable, Shape.Output) is { } value ? $" ?? {value}" : "";
        var field = $"_{variable.Name.Replace('-', '_')}";
        code.Line($"private static readonly __Value<{type}> {field} = new __Value<{type}>(() => {read}{standard});");
        context.PropertyDoc(code, variable, isInput: true);
        code.Block(
            $"public static {type} {Names.Property(variable)}",
            () => code.Line($"get => {field}.Get();").Line($"set => {field}.Set(value);")
        );
    }

    private static string Getter(PrimitiveKind kind, string key) =>
        kind switch
        {
            PrimitiveKind.Boolean => $"__config.GetBoolean({key})",
            PrimitiveKind.Integer => $"__config.GetInt32({key})",
            PrimitiveKind.Number => $"__config.GetDouble({key})",
            _ => $"__config.Get({key})",
        };

    // Configuration is JSON: what can be read from that by its properties alone, unlike the types of outputs.
    private static void Types(CodeWriter code, Context context, IReadOnlyList<PropertySchema> variables)
    {
        var objects = new SortedDictionary<string, ObjectSchema>(StringComparer.Ordinal);
        Collect(variables);
        if (objects.Count == 0)
        {
            return;
        }

        code.Line().Doc(null, "The types of what is configured as JSON.");
        code.Block(
            "public static class Types",
            () =>
            {
                foreach (var one in objects.Values)
                {
                    Claims.Members(
                        Names.Type(one.Token),
                        one.Properties.Select(static property => (Names.Property(property), property.Path))
                    );
                    code.Doc(one.Description, Names.Type(one.Token));
                    code.Block($"public sealed class {Names.Type(one.Token)}", () => Properties(code, context, one));
                }
            }
        );

        void Collect(IEnumerable<PropertySchema> properties)
        {
            foreach (var reference in properties.SelectMany(static property => References(property.Type)))
            {
                var one = context.Package.Objects.Single(known => known.Token == reference.Token);
                if (objects.TryAdd(one.Token, one))
                {
                    Collect(one.Properties);
                }
            }
        }
    }

    private static void Properties(CodeWriter code, Context context, ObjectSchema one)
    {
        foreach (var property in one.Properties)
        {
            context.PropertyDoc(code, property, isInput: true);
            code.Line($"[System.Text.Json.Serialization.JsonPropertyName({Literals.Text(property.Name)})]");
            var type = Type(context, property.Type, property.IsRequired);
            var end =
                type.EndsWith('?') || property.Type is ArrayType || TypeMap.IsValueType(property.Type)
                    ? ""
                    : " = default!;";
            code.Line($"public {type} {Names.Property(property)} {{ get; set; }}{end}");
        }
    }

    private static string Type(Context context, SchemaType type, bool required) =>
        (
            type switch
            {
                ArrayType array => $"ImmutableArray<{Type(context, array.Items, required: true)}>",
                MapType map => $"ImmutableDictionary<string, {Type(context, map.Values, required: true)}>",
                ObjectReference reference => $"Types.{Names.Type(reference.Token)}",
                EnumReference enumeration => TypeMap.Primitive(enumeration.Kind),
                _ => context.Types.Value(type, Shape.Output),
            }
        )
            is var text
        && (required || type is ArrayType)
            ? text
            : text + "?";

    private static IEnumerable<ObjectReference> References(SchemaType type) =>
        type switch
        {
            ArrayType array => References(array.Items),
            MapType map => References(map.Values),
            ObjectReference reference => [reference],
            _ => [],
        };
}
