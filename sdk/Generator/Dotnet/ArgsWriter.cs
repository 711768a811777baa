using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes classes of inputs.</summary>
internal static class ArgsWriter
{
    /// <summary>One class: what it is called and what it is for.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="BaseType">ResourceArgs or InvokeArgs.</param>
    /// <param name="Shape">Input, State or Plain.</param>
    /// <param name="Summary">Its documentation.</param>
    /// <param name="JsonInputs">True for providers, which take all that is no string as JSON.</param>
    internal sealed record Declaration(
        string Name,
        string BaseType,
        Shape Shape,
        string Summary,
        bool JsonInputs = false
    );

    internal static void Write(
        CodeWriter code,
        Context context,
        Declaration declaration,
        IReadOnlyList<PropertySchema> properties
    )
    {
        var name = declaration.Name;
        Claims.Members(name, properties.Select(static one => (Names.Property(one), one.Path)), "Empty");
        code.Doc(declaration.Summary, name);
        code.Block(
            $"public sealed class {name} : global::Pulumi.{declaration.BaseType}",
            () =>
            {
                foreach (var property in properties)
                {
                    Property(code, context, declaration, property);
                    code.Line();
                }

                code.Doc(null, "Creates the inputs with their defaults.");
                code.Block(
                    $"public {name}()",
                    () =>
                    {
                        foreach (var property in properties)
                        {
                            if (context.Default(property, declaration.Shape) is { } value)
                            {
                                code.Line($"{Names.Property(property)} = {value};");
                            }
                        }
                    }
                );
                code.Line().Doc(null, "Inputs of which nothing is set but defaults.");
                code.Line($"public static new {name} Empty => new {name}();");
            }
        );
    }

    private static void Property(CodeWriter code, Context context, Declaration declaration, PropertySchema property)
    {
        var name = Names.Property(property);
        var attribute = Attribute(declaration, property);
        var collection = property.Type is ArrayType or MapType;
        if (collection)
        {
            Collection(code, context, declaration, property, attribute);
            return;
        }

        var type =
            declaration.Shape == Shape.Plain
                ? context.Types.Value(property.Type, Shape.Plain)
                : context.Types.Input(property.Type, declaration.Shape);
        if (property.IsSecret)
        {
            Secret(code, context, property, attribute, type, declaration.Shape == Shape.Plain);
            return;
        }

        // A required value of a struct has a default of its own; everything else promises to be set.
        var promise = property.IsRequired && !(declaration.Shape == Shape.Plain && TypeMap.IsValueType(property.Type));
        context.PropertyDoc(code, property, isInput: true);
        code.Line(attribute)
            .Line(
                $"public {type}{(property.IsRequired ? "" : "?")} {name} {{ get; set; }}{(promise ? " = null!;" : "")}"
            );
    }

    private static void Collection(
        CodeWriter code,
        Context context,
        Declaration declaration,
        PropertySchema property,
        string attribute
    )
    {
        var plain = declaration.Shape == Shape.Plain;
        var type = plain
            ? context.Types.Value(property.Type, Shape.Plain)
            : context.Types.Input(property.Type, declaration.Shape);
        var field = $"_{property.Name.Replace('-', '_')}";
        code.Line(attribute).Line($"private {type}? {field};").Line();
        context.PropertyDoc(code, property, isInput: true);
        Obsolete(code, property);
        code.Block(
            $"public {type} {Names.Property(property)}",
            () =>
            {
                code.Line($"get => {field} ?? ({field} = new {type}());");
                if (!property.IsSecret || plain)
                {
                    code.Line($"set => {field} = value;");
                    return;
                }

                var value = context.Types.Value(property.Type, declaration.Shape);
                var empty = property.Type is ArrayType array
                    ? $"ImmutableArray.Create<{context.Types.Value(array.Items, declaration.Shape)}>()"
                    : $"ImmutableDictionary.Create<string, {context.Types.Value(((MapType)property.Type).Values, declaration.Shape)}>()";
                code.Block(
                    "set",
                    () =>
                        code.Line($"var emptySecret = Output.CreateSecret({empty});")
                            .Line($"{field} = Output.All<{value}>(value, emptySecret).Apply(v => v[0]);")
                );
            }
        );
    }

    private static void Secret(
        CodeWriter code,
        Context context,
        PropertySchema property,
        string attribute,
        string type,
        bool plain
    )
    {
        var field = $"_{property.Name.Replace('-', '_')}";
        code.Line(attribute).Line($"private {type}? {field};").Line();
        context.PropertyDoc(code, property, isInput: true);
        Obsolete(code, property);
        code.Block(
            $"public {type}? {Names.Property(property)}",
            () =>
            {
                code.Line($"get => {field};");
                if (plain)
                {
                    code.Line($"set => {field} = value;");
                    return;
                }

                // Joined with a secret, the value is one from here on, whatever the program does with it.
                code.Block(
                    "set",
                    () =>
                        code.Line("var emptySecret = Output.CreateSecret(0);")
                            .Line($"{field} = Output.Tuple<{type}?, int>(value, emptySecret).Apply(t => t.Item1);")
                );
            }
        );
    }

    private static string Attribute(Declaration declaration, PropertySchema property)
    {
        var required = property.IsRequired ? ", required: true" : "";
        var json =
            declaration.JsonInputs && property.Type is not PrimitiveType { Kind: PrimitiveKind.String }
                ? ", json: true"
                : "";
        return $"[Input({Literals.Text(property.Name)}{required}{json})]";
    }

    // Official SDKs mark only these: marking the others would break those who build with warnings as errors.
    private static void Obsolete(CodeWriter code, PropertySchema property)
    {
        if (property.Deprecation is { } message)
        {
            code.Line($"[Obsolete({Literals.Text(message)})]");
        }
    }
}
