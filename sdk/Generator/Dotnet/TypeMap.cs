using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>C# types of schema types.</summary>
internal sealed class TypeMap(Names names)
{
    /// <summary>A value as a type that never is null itself.</summary>
    internal string Value(SchemaType type, Shape shape) =>
        type switch
        {
            PrimitiveType primitive => Primitive(primitive.Kind),
            ArrayType array => shape == Shape.Plain
                ? $"List<{Value(array.Items, shape)}>"
                : $"ImmutableArray<{Value(array.Items, shape)}>",
            MapType map => shape == Shape.Plain
                ? $"Dictionary<string, {Value(map.Values, shape)}>"
                : $"ImmutableDictionary<string, {Value(map.Values, shape)}>",
            ObjectReference reference => Object(reference.Token, shape),
            EnumReference reference => Enum(reference.Token),
            ResourceReference { Package: null } reference => Resource(reference.Token),
            ResourceReference { Package: { } package } reference => ExternalNames.Class(package, reference.Token),
            BuiltInType { Kind: BuiltIn.Archive } => "global::Pulumi.Archive",
            BuiltInType { Kind: BuiltIn.Asset } => "global::Pulumi.AssetOrArchive",
            BuiltInType { Kind: BuiltIn.Json } => "System.Text.Json.JsonElement",
            BuiltInType => "object",
            UnionType union => Union(union, shape),
            _ => throw new InvalidOperationException($"no C# type for {type.GetType().Name}"),
        };

    /// <summary>A value that may be absent. Lists are never null: absent ones are their default.</summary>
    internal string Value(SchemaType type, Shape shape, bool required) =>
        Value(type, shape) is var text && (required || (type is ArrayType && shape != Shape.Plain)) ? text : text + "?";

    /// <summary>An input that may be an output of something else.</summary>
    internal string Input(SchemaType type, Shape shape) =>
        type switch
        {
            ArrayType array => $"InputList<{Value(array.Items, shape)}>",
            MapType map => $"InputMap<{Value(map.Values, shape)}>",
            BuiltInType { Kind: BuiltIn.Json } => "InputJson",
            UnionType { Cases: [var first, var second] } =>
                $"InputUnion<{Value(first, shape)}, {Value(second, shape)}>",
            _ => $"Input<{Value(type, shape)}>",
        };

    /// <summary>True for types whose absence is <c>T?</c> of a struct.</summary>
    internal static bool IsValueType(SchemaType type) =>
        type
            is PrimitiveType { Kind: not PrimitiveKind.String }
                or EnumReference
                or BuiltInType { Kind: BuiltIn.Json }
                or UnionType { Cases.Count: 2 };

    private string Resource(string token) => $"{names.ModuleNamespace(Tokens.Module(token))}.{Names.Type(token)}";

    internal string Enum(string token) => $"{names.ModuleNamespace(Tokens.Module(token))}.{Names.Type(token)}";

    internal static string Primitive(PrimitiveKind kind) =>
        kind switch
        {
            PrimitiveKind.Boolean => "bool",
            PrimitiveKind.Integer => "int",
            PrimitiveKind.Number => "double",
            _ => "string",
        };

    internal static string ObjectClass(string token, Shape shape) =>
        Names.Type(token)
        + shape switch
        {
            Shape.Input => "Args",
            Shape.State => "GetArgs",
            _ => "",
        };

    internal static string ObjectFolder(Shape shape) => shape == Shape.Output ? "Outputs" : "Inputs";

    private string Object(string token, Shape shape) =>
        $"{names.ModuleNamespace(Tokens.Module(token))}.{ObjectFolder(shape)}.{ObjectClass(token, shape)}";

    private string Union(UnionType union, Shape shape)
    {
        if (union.Cases.Count > 2)
        {
            return "object";
        }

        // An output of "this enum, or any string" is a string: nothing says that it is one of the enum's values.
        if (
            shape == Shape.Output
            && union.Cases.OfType<EnumReference>().FirstOrDefault() is { } relaxed
            && union.Cases.Contains(new PrimitiveType(relaxed.Kind))
        )
        {
            return Primitive(relaxed.Kind);
        }

        return $"Union<{Value(union.Cases[0], shape)}, {Value(union.Cases[1], shape)}>";
    }
}
