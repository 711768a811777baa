using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>TypeScript types of schema types.</summary>
internal static class TypeMap
{
    /// <summary>A value: of inputs, its parts may be outputs.</summary>
    internal static string Value(SchemaType type, Shape shape) =>
        type switch
        {
            PrimitiveType primitive => Primitive(primitive.Kind),
            ArrayType array => $"{Grouped(Part(array.Items, shape))}[]",
            MapType map => $"{{[key: string]: {Part(map.Values, shape)}}}",
            ObjectReference reference => Object(reference.Token, shape),
            EnumReference reference => Qualified("enums", reference.Token),
            ResourceReference { Package: null } reference => Qualified("resources", reference.Token),
            ResourceReference { Package: { } package } reference => External(package, reference.Token),
            BuiltInType { Kind: BuiltIn.Archive } => "pulumi.asset.Archive",
            BuiltInType { Kind: BuiltIn.Asset } => "pulumi.asset.Asset | pulumi.asset.Archive",
            BuiltInType { Kind: BuiltIn.Json } => "string",
            BuiltInType => "any",
            UnionType union => string.Join(" | ", union.Cases.Select(one => Value(one, shape)).Distinct()),
            _ => throw new InvalidOperationException($"no TypeScript type for {type.GetType().Name}"),
        };

    /// <summary>A property's type; of inputs, it may be an output.</summary>
    internal static string Property(PropertySchema property, Shape shape) =>
        IsInput(shape)
            ? $"pulumi.Input<{Value(property, shape)}{(property.IsRequired ? "" : " | undefined")}>"
            : Value(property, shape);

    /// <summary>The value of a property: one that is always the same is its own type.</summary>
    internal static string Value(PropertySchema property, Shape shape) =>
        property.Constant is { } constant ? Literals.Value(constant) : Value(property.Type, shape);

    /// <summary>The name of an object type's interface.</summary>
    internal static string ObjectName(string token, Shape shape) => Names.Type(token) + (IsInput(shape) ? "Args" : "");

    internal static bool IsInput(Shape shape) => shape is Shape.Input or Shape.State;

    private static string Part(SchemaType type, Shape shape) =>
        IsInput(shape) ? $"pulumi.Input<{Value(type, shape)}>" : Value(type, shape);

    private static string Grouped(string type) =>
        type.Contains(" | ", StringComparison.Ordinal) && !type.EndsWith('>') ? $"({type})" : type;

    private static string Object(string token, Shape shape) =>
        Qualified(shape == Shape.Output ? "outputs" : "inputs", token, ObjectName(token, shape));

    private static string Qualified(string room, string token, string? name = null) =>
        $"{room}.{Names.Qualifier(token)}{name ?? Names.Type(token)}";

    private static string External(ExternalPackage package, string token) =>
        string.Join(
            '.',
            new[] { FileText.ExternalRoom(package), Names.Module(Tokens.ModuleOfFile(token)), Names.Type(token) }.Where(
                static part => part.Length > 0
            )
        );

    private static string Primitive(PrimitiveKind kind) =>
        kind switch
        {
            PrimitiveKind.Boolean => "boolean",
            PrimitiveKind.String => "string",
            _ => "number",
        };
}
