using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>What declarations say, as the generator reads them.</summary>
internal static class Declared
{
    /// <summary>True for a record that is marked.</summary>
    public static bool IsObject(ITypeSymbol? type) => type?.Has("PropertyObjectAttribute") is true;

    /// <summary>The properties of a record that travel, inherited ones first.</summary>
    public static IEnumerable<IPropertySymbol> Properties(ITypeSymbol record)
    {
        var inherited = record.BaseType is { SpecialType: SpecialType.None } parent ? Properties(parent) : [];
        return inherited
            .Where(property => record is not INamedTypeSymbol named || !Completion.IsReplaced(property, named))
            .Concat(Own(record).Where(static property => property.SetMethod is not null));
    }

    /// <summary>The public properties that a record itself declares.</summary>
    public static IEnumerable<IPropertySymbol> Own(ITypeSymbol record) =>
        record
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static property =>
                !property.IsStatic
                && !property.IsImplicitlyDeclared
                && property.DeclaredAccessibility == Accessibility.Public
            );

    /// <summary>The name on the wire.</summary>
    public static string WireName(IPropertySymbol property) =>
        char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    /// <summary>The type without what may be absent or several: that of an element of a list or map, of a nullable value.</summary>
    public static ITypeSymbol Element(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Element(
                nullable.TypeArguments[0]
            ),
            INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: { Length: 1 } items } => Element(items[0]),
            INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments: { Length: 2 } entries } => Element(
                entries[1]
            ),
            _ => type,
        };

    /// <summary>True for lists and maps.</summary>
    public static bool IsCollection(ITypeSymbol type) => type.Name is "IReadOnlyList" or "IReadOnlyDictionary";

    /// <summary>The constant texts of an attribute's only argument, an array.</summary>
    public static IEnumerable<string> Texts(AttributeData? attribute) =>
        attribute?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(static value => value.Value).OfType<string>()
            : [];

    /// <summary>The value of an attribute's only argument; null where there is none.</summary>
    public static TypedConstant? Only(AttributeData? attribute) =>
        attribute?.ConstructorArguments is { Length: 1 } arguments ? arguments[0] : null;

    /// <summary>Whether it is a type token: three parts, none empty, the last one a name.</summary>
    public static bool IsToken(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 3
            && parts.All(static part => part.Length > 0 && !part.Any(char.IsWhiteSpace))
            && char.IsLetter(parts[2][0]);
    }

    /// <summary>Where the attribute stands; where its target does, for lack of that.</summary>
    public static Location? Place(AttributeData attribute, ISymbol target) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? target.Locations.FirstOrDefault();
}
