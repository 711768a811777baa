using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>A property type: the expressions for its model, and for reading and writing a value of it.</summary>
internal sealed class TypeSpec
{
    private readonly ITypeSymbol _symbol;

    private TypeSpec(ITypeSymbol symbol, string model, string reader, Func<string, string> writer)
    {
        _symbol = symbol;
        Name = FullName(symbol);
        Model = model;
        Reader = reader;
        Writer = writer;
    }

    /// <summary>An expression of type TypeModel.</summary>
    public string Model { get; }

    /// <summary>An expression of type Func&lt;PropertyValue, T&gt;.</summary>
    public string Reader { get; }

    /// <summary>Makes a PropertyValue expression from an expression of type T.</summary>
    public Func<string, string> Writer { get; }

    public bool IsValueType => _symbol.IsValueType;

    public bool IsList => _symbol.Name == "IReadOnlyList";

    /// <summary>The C# type, never null itself.</summary>
    public string Name { get; private set; }

    /// <summary>The type of the elements of a list, or of the entries of a map; null for other types.</summary>
    public TypeSpec? Item { get; private set; }

    /// <summary>The type of a property; null where it is none that properties can have.</summary>
    public static TypeSpec? Of(IPropertySymbol property, Unions unions) =>
        Of(property.Type, new Place(property.Find("RefersToAttribute"), unions), property.Has("UnorderedAttribute"));

    private static TypeSpec? Of(ITypeSymbol type, Place place, bool unordered = false)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Of(nullable.TypeArguments[0], place, unordered);
        }

        return type.SpecialType switch
        {
            SpecialType.System_String => new(type, "TypeModel.String", "Marshal.String", static value => value),
            SpecialType.System_Boolean => new(type, "TypeModel.Boolean", "Marshal.Boolean", static value => value),
            SpecialType.System_Int32 => new(
                type,
                "TypeModel.Integer",
                "Marshal.Integer",
                static value => $"(double){value}"
            ),
            SpecialType.System_Int64 => new(
                type,
                "TypeModel.Integer",
                "Marshal.Long",
                static value => $"(double){value}"
            ),
            SpecialType.System_Double => new(type, "TypeModel.Number", "Marshal.Number", static value => value),
            _ when type is INamedTypeSymbol named => OfNamed(named, place, unordered),
            _ => null,
        };
    }

    /// <summary>The member that the constant is, where this is an enumeration.</summary>
    public IFieldSymbol? Member(TypedConstant constant) =>
        _symbol.TypeKind == TypeKind.Enum
            ? _symbol
                .GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))
            : null;

    /// <summary>An expression for the argument of [DefaultValue].</summary>
    public string DefaultValue(TypedConstant constant)
    {
        if (Member(constant) is { } member)
        {
            return $"(PropertyValue){Text.Literal(EnumWriter.WireValue(member))}";
        }

        return constant.Value switch
        {
            bool flag => flag ? "(PropertyValue)true" : "(PropertyValue)false",
            string text => $"(PropertyValue){Text.Literal(text)}",
            IFormattable number => $"(PropertyValue)({number.ToString(null, CultureInfo.InvariantCulture)}d)",
            _ => "PropertyValue.Null",
        };
    }

    private static TypeSpec? OfNamed(INamedTypeSymbol type, Place place, bool unordered)
    {
        if (type.Name == "OpenEnum" && IsChoices(type.TypeArguments[0]))
        {
            var choices = type.TypeArguments[0];
            var wire = $"{FullName(choices)}Wire";
            return new(choices, $"new EnumType({wire}.Model)", $"{wire}.ReadOpen", value => $"{wire}.Write({value})")
            {
                Name = FullName(type),
            };
        }

        if (type.Name == "PropertyValue")
        {
            return new(type, $"new AnyType({(unordered ? "true" : "false")})", "Marshal.Any", static value => value);
        }

        if (OfContent(type, place) is { } content)
        {
            return content;
        }

        if (type.Name == "Union" && type.TypeArguments.Length == 2)
        {
            return OfUnion(type, place);
        }

        var name = FullName(type);
        if (IsChoices(type))
        {
            return new(
                type,
                $"new EnumType({name}Wire.Model)",
                $"{name}Wire.Read",
                value => $"{name}Wire.Write({value})"
            );
        }

        if (type.Has("PropertyObjectAttribute"))
        {
            return new(
                type,
                $"new ObjectType(Marshal.Model<{name}>())",
                $"Marshal.Object<{name}>",
                static value => $"Marshal.Object({value})"
            );
        }

        if (type.Name == "IReadOnlyList" && OfElement(type.TypeArguments[0], place) is { } item)
        {
            return new(
                type,
                $"new ListType({item.Model}, {(unordered ? "true" : "false")})",
                $"static list => Marshal.List(list, {item.Reader})",
                value => $"Marshal.List({value}, static item => {item.Writer("item")})"
            )
            {
                Item = item,
            };
        }

        if (
            type is { Name: "IReadOnlyDictionary", TypeArguments: { Length: 2 } of }
            && of[0].SpecialType == SpecialType.System_String
            && OfElement(of[1], place, unordered) is { } entry
        )
        {
            return new(
                type,
                $"new MapType({entry.Model})",
                $"static map => Marshal.Map(map, {entry.Reader})",
                map => $"Marshal.Map({map}, static entry => {entry.Writer("entry")})"
            )
            {
                Item = entry,
            };
        }

        return null;
    }

    // What is in a list or map is there.
    private static TypeSpec? OfElement(ITypeSymbol type, Place place, bool unordered = false) =>
        type.NullableAnnotation == NullableAnnotation.Annotated ? null : Of(type, place, unordered);

    private static bool IsChoices(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && type.Has("PropertyEnumAttribute");

    private static TypeSpec? OfContent(INamedTypeSymbol type, Place place) =>
        type.Name switch
        {
            "JsonText" => new(type, "new JsonType()", "Marshal.Json", static value => $"{value}.Text"),
            "AssetValue" => new(type, "new AssetType()", "Marshal.Asset", static value => value),
            "ArchiveValue" => new(type, "new ArchiveType()", "Marshal.Archive", static value => value),
            "ResourceReferenceValue" when place.RefersTo is { } resource => new(
                type,
                $"new ReferenceType({Text.Argument(resource)}, {Text.Named(resource, "Version")})",
                "Marshal.Reference",
                static value => value
            ),
            _ => null,
        };

    private static TypeSpec? OfUnion(INamedTypeSymbol type, Place place)
    {
        if (Of(type.TypeArguments[0], place) is not { } first || Of(type.TypeArguments[1], place) is not { } second)
        {
            return null;
        }

        var model = place.Unions.Add($"new UnionType([{first.Model}, {second.Model}])");
        return new(
            type,
            model,
            $"static one => Marshal.Union(one, {model}, {first.Reader}, {second.Reader})",
            value =>
                $"{value}.Match<PropertyValue>(static one => {first.Writer("one")}, static one => {second.Writer("one")})"
        );
    }

    // What a type is made of beside its symbol.
    private sealed class Place(AttributeData? refersTo, Unions unions)
    {
        public AttributeData? RefersTo => refersTo;

        public Unions Unions => unions;
    }

    private static string FullName(ITypeSymbol type) =>
        type.ToDisplayString(
            SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            )
        );
}
