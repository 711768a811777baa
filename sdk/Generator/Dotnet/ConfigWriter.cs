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
        var type = context.Types.Value(variable.Type, Shape.Output, required: false);
        var read = variable.Type switch
        {
            PrimitiveType primitive => Getter(primitive.Kind, key),
            ArrayType or MapType when !HasObjects(variable.Type) =>
                $"__config.GetObject<{context.Types.Value(variable.Type, Shape.Output)}>({key})",
            _ => throw new SchemaException(
                variable.Path,
                "only primitives, and lists and maps of them, can be configuration: give an enumeration as a string"
            ),
        };
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

    private static bool HasObjects(SchemaType type) =>
        type switch
        {
            ArrayType array => HasObjects(array.Items),
            MapType map => HasObjects(map.Values),
            _ => type is not PrimitiveType,
        };
}
