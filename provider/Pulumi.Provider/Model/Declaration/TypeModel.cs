namespace Pulumi.Provider.Model.Declaration;

/// <summary>The type of a property.</summary>
public abstract record TypeModel
{
    private protected TypeModel() { }

    /// <summary>Text.</summary>
    public static TypeModel String { get; } = new PrimitiveType("string");

    /// <summary>A whole number. Some SDKs hold 32 bits of it, so what is larger is for outputs only.</summary>
    public static TypeModel Integer { get; } = new PrimitiveType("integer");

    /// <summary>A double.</summary>
    public static TypeModel Number { get; } = new PrimitiveType("number");

    /// <summary>True or false.</summary>
    public static TypeModel Boolean { get; } = new PrimitiveType("boolean");
}

/// <summary>A primitive, by its schema name.</summary>
public sealed record PrimitiveType : TypeModel
{
    internal PrimitiveType(string name) => Name = name;

    /// <summary>string, integer, number or boolean.</summary>
    public string Name { get; }
}

/// <summary>A list.</summary>
/// <param name="Item">The type of each element.</param>
/// <param name="Unordered">True when the order of the elements means nothing.</param>
public sealed record ListType(TypeModel Item, bool Unordered) : TypeModel;

/// <summary>A map from text keys.</summary>
public sealed record MapType(TypeModel Item) : TypeModel;

/// <summary>Any value that JSON can say.</summary>
/// <param name="Unordered">
/// True when the order of its lists, at any depth, means nothing, and a list of one means what its element does.
/// </param>
public sealed record AnyType(bool Unordered) : TypeModel;

/// <summary>A text that is JSON.</summary>
public sealed record JsonType : TypeModel;

/// <summary>The content of a file.</summary>
public sealed record AssetType : TypeModel;

/// <summary>The content of a folder.</summary>
public sealed record ArchiveType : TypeModel;

/// <summary>A resource.</summary>
/// <param name="Token">Its type token.</param>
/// <param name="Version">The version of the package it is from; null for this one.</param>
public sealed record ReferenceType(string Token, string? Version) : TypeModel;

/// <summary>A closed set of texts.</summary>
public sealed record EnumType(EnumModel Enum) : TypeModel;

/// <summary>A nested object.</summary>
public sealed record ObjectType(ObjectModel Object) : TypeModel;

/// <summary>An enumeration of the schema.</summary>
/// <param name="Token">Its type token.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Members">Its members, in order of declaration.</param>
public sealed record EnumModel(string Token, string Description, IReadOnlyList<EnumMember> Members)
{
    /// <summary>The member of that wire spelling, in any letter case; null when there is none.</summary>
    public EnumMember? Find(string? text) =>
        Members.FirstOrDefault(member => string.Equals(member.Value, text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A member of an enumeration.</summary>
/// <param name="Name">The name SDKs give it.</param>
/// <param name="Value">What travels on the wire.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Deprecation">Why not to use it any more, or null.</param>
/// <param name="RequiresFeature">The feature of <see cref="RequiresFeatureAttribute"/>, or null.</param>
public sealed record EnumMember(
    string Name,
    string Value,
    string Description,
    string? Deprecation,
    string? RequiresFeature
);
