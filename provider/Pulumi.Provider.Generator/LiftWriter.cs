using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>
/// Writes the properties of a record as members of its outputs, and of what outputs are made of: components read and write them
/// one by one. What nobody uses costs a native plugin nothing.
/// </summary>
internal static class LiftWriter
{
    public static string Write(INamedTypeSymbol record, IReadOnlyList<PropertySpec> properties)
    {
        if (properties.Count == 0)
        {
            return "";
        }

        var access = record.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        return $$"""

            /// <summary>The properties of <see cref="{{record.Name}}"/>, as outputs.</summary>
            {{access}} static class {{record.Name}}Lifted
            {
                extension(global::Pulumi.Provider.Model.Components.Output<{{record.Name}}> of)
                {
            {{string.Join("\n", Named(properties, "Output").Select(Getter))}}
                }

                extension(global::Pulumi.Provider.Model.Components.Properties<{{record.Name}}> of)
                {
            {{string.Join("\n", Named(properties, "Properties").Select(Setter))}}
                }
            }
            """;
    }

    // The language allows no member that is called as the type that it is added to.
    private static IEnumerable<PropertySpec> Named(IEnumerable<PropertySpec> properties, string type) =>
        properties.Where(property => property.Name != type);

    private static string Getter(PropertySpec property) =>
        Member(property, $"=> {Lifting}Get{Kind(property)}(of, {Wire(property)}, {Element(property).Reader});");

    private static string Setter(PropertySpec property) =>
        Member(
            property,
            $"{{ set => {Lifting}Set{Kind(property)}(of, {Wire(property)}, value, static item => {Element(property).Writer("item")}); }}"
        );

    private static string Member(PropertySpec property, string body) =>
        $"        /// <summary>The property <c>{property.WireName}</c>.</summary>\n"
        + $"        public {Components}Output{Kind(property)}<{Element(property).Name}> {property.Name} {body}";

    private static string Wire(PropertySpec property) => Text.Literal(property.WireName);

    private static TypeSpec Element(PropertySpec property) => property.Type.Item ?? property.Type;

    private static string Kind(PropertySpec property) =>
        property.Type.Item is null ? ""
        : property.Type.IsList ? "List"
        : "Map";

    private const string Components = "global::Pulumi.Provider.Model.Components.";

    private const string Lifting = Components + "Lifting.";
}
