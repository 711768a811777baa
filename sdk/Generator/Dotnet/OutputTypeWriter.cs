using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes classes that outputs and results hold.</summary>
internal static class OutputTypeWriter
{
    internal static void Write(
        CodeWriter code,
        Context context,
        string name,
        string? description,
        IReadOnlyList<PropertySchema> properties
    )
    {
        Claims.Members(name, properties.Select(static one => (Names.Property(one), one.Path)));
        code.Doc(description, name).Line("[OutputType]");
        code.Block(
            $"public sealed class {name}",
            () =>
            {
                foreach (var property in properties)
                {
                    context.PropertyDoc(code, property, isInput: false);
                    code.Line($"public readonly {Type(property)} {Names.Property(property)};");
                }

                code.Line().Line("[OutputConstructor]");
                code.Line($"private {name}(")
                    .Indented(() =>
                    {
                        for (var i = 0; i < properties.Count; i++)
                        {
                            var end = i + 1 < properties.Count ? "," : ")";
                            code.Line($"{Parameter(properties[i])}{end}");
                        }

                        if (properties.Count == 0)
                        {
                            code.Line(")");
                        }
                    });
                code.Line("{")
                    .Indented(() =>
                    {
                        foreach (var property in properties)
                        {
                            code.Line($"this.{Names.Property(property)} = {Identifier(property)};");
                        }
                    })
                    .Line("}");
            }
        );

        string Type(PropertySchema property) => context.Types.Value(property.Type, Shape.Output, property.IsRequired);

        string Parameter(PropertySchema property)
        {
            // A wire name that is no identifier has to be given beside one that is.
            var attribute =
                Identifier(property).TrimStart('@') == property.Name
                    ? ""
                    : $"[OutputConstructorParameter({Literals.Text(property.Name)})] ";
            return $"{attribute}{Type(property)} {Identifier(property)}";
        }
    }

    private static string Identifier(PropertySchema property) =>
        Names.Parameter(property.Name.Replace("-", "_", StringComparison.Ordinal));
}
