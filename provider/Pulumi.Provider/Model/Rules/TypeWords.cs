using System.Globalization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Says what is wrong with a value that is not of its property's type.</summary>
internal static class TypeWords
{
    /// <summary>The text in quotes; never a secret.</summary>
    public static string Quote(string text, bool secret) => secret ? "the secret value" : $"'{text}'";

    /// <summary>A number that has decimals.</summary>
    public static string NotWhole(PropertyModel property, double number, bool secret) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(secret ? "the secret value" : number)} is not a whole number{Limits(property)}"
        );

    /// <summary>A value of another type.</summary>
    public static string Mismatch(PropertyModel property, TypeModel type, PropertyValue value, bool secret) =>
        (type, value.Unwrapped) switch
        {
            (PrimitiveType { Name: "boolean" }, StringValue { Value: "true" or "false" } text) => Quoted(text, secret),
            (PrimitiveType { Name: "boolean" }, StringValue text) =>
                $"{Quote(text.Value, secret)} is neither true nor false",
            (PrimitiveType { Name: "integer" or "number" }, StringValue text) when IsNumber(text.Value) => Quoted(
                text,
                secret
            ),
            (PrimitiveType { Name: "integer" or "number" }, StringValue text) =>
                $"{Quote(text.Value, secret)} is not {Of(type)}{Limits(property)}",
            _ => $"expected {Of(type)}, got {Marshal.Kind(value)}",
        };

    private static string Quoted(StringValue text, bool secret) =>
        $"{Quote(text.Value, secret)} is a text; give it without quotes";

    private static string Limits(PropertyModel property) =>
        property.Constraints.OfType<RangeConstraint>().FirstOrDefault() is { } range ? $"; give one {range.Words}" : "";

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>What a value of the type is.</summary>
    public static string Of(TypeModel type) =>
        type switch
        {
            ListType list => $"a list of {Plural(list.Item)}",
            MapType map => $"an object of {Plural(map.Item)}",
            ObjectType => "an object",
            AnyType => "a value without assets, archives and resources",
            JsonType => "a text that is JSON",
            AssetType => "an asset",
            ArchiveType => "an archive",
            ReferenceType reference => $"a resource of type {reference.Token}",
            UnionType { Discriminator: { } name } union =>
                $"an object whose '{name}' is {string.Join(" or ", union.Flat.Select(one => UnionType.Constant(one, name)))}",
            UnionType union => string.Join(" or ", union.Flat.Select(Of).Distinct(StringComparer.Ordinal)),
            EnumType choices =>
                $"one of {string.Join(", ", choices.Enum.Members.Select(static member => member.Value))}",
            PrimitiveType { Name: "boolean" } => "true or false",
            PrimitiveType { Name: "integer" } => "a whole number",
            PrimitiveType { Name: "number" } => "a number",
            _ => "a string",
        };

    private static string Plural(TypeModel type) =>
        type switch
        {
            AnyType => "values",
            ObjectType or MapType => "objects",
            JsonType => "texts that are JSON",
            AssetType => "assets",
            ArchiveType => "archives",
            ReferenceType => "resources",
            UnionType union => string.Join(" or ", union.Flat.Select(Plural).Distinct(StringComparer.Ordinal)),
            ListType => "lists",
            PrimitiveType { Name: "string" } or EnumType => "strings",
            PrimitiveType { Name: "boolean" } => "booleans",
            _ => "numbers",
        };
}
