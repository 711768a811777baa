using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes interfaces of properties.</summary>
internal static class InterfaceWriter
{
    /// <summary>One interface: what it is called and what it is for.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Shape">Where its values are used.</param>
    /// <param name="Summary">Its documentation.</param>
    /// <param name="Modifier">What stands before its members.</param>
    internal sealed record Declaration(string Name, Shape Shape, string? Summary, string Modifier = "");

    internal static void Write(
        CodeWriter code,
        Context context,
        Declaration declaration,
        IReadOnlyList<PropertySchema> properties
    ) =>
        code.Doc(declaration.Summary, $"The object `{declaration.Name}`.")
            .Scope(
                $"export interface {declaration.Name}",
                () =>
                {
                    foreach (var property in properties)
                    {
                        context.PropertyDoc(code, property, isInput: declaration.Shape != Shape.Output);
                        code.Line(
                            $"{declaration.Modifier}{Names.Property(property.Name)}{(property.IsRequired ? "" : "?")}: {TypeMap.Property(property, declaration.Shape)};"
                        );
                    }
                }
            );

    /// <summary>Writes the function that fills in the defaults of an object type.</summary>
    internal static void WriteDefaults(CodeWriter code, Context context, ObjectSchema type, Shape shape)
    {
        var name = TypeMap.ObjectName(type.Token, shape);
        var room = shape == Shape.Output ? "outputs" : "inputs";
        code.Line("/**")
            .Line($" * A {name} with its defaults.")
            .Line(" */")
            .Scope(
                $"export function {Names.LowerFirst(name)}ProvideDefaults(val: {name}): {name}",
                () =>
                {
                    code.Line("return {")
                        .Indented(() =>
                        {
                            code.Line("...val,");
                            foreach (var property in type.Properties)
                            {
                                if (Filled(context, property, shape, room) is { } value)
                                {
                                    code.Line($"{Names.Property(property.Name)}: {value},");
                                }
                            }
                        })
                        .Line("};");
                }
            );
    }

    /// <summary>The name of that function, with the room it is in.</summary>
    internal static string ProvideDefaults(string room, string token, Shape shape) =>
        $"{room}.{Names.Qualifier(token)}{Names.LowerFirst(TypeMap.ObjectName(token, shape))}ProvideDefaults";

    private static string? Filled(Context context, PropertySchema property, Shape shape, string room)
    {
        var given = Names.Member("val", property.Name);
        if (Context.Default(property) is { } standard)
        {
            return $"({given}) ?? {standard}";
        }

        if (property.Type is not ObjectReference nested || !context.HasDefaults(nested.Token))
        {
            return null;
        }

        var provide = ProvideDefaults(room, nested.Token, shape);
        return TypeMap.IsInput(shape)
            ? $"{given} ? pulumi.output({given}).apply(v => v ? {provide}(v) : undefined) : undefined"
            : $"{given} ? {provide}({given}) : undefined";
    }
}
