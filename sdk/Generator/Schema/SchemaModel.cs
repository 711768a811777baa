using System.Text.Json;

namespace Generator.Schema;

/// <summary>A package: all that a schema.json says. Collections are in ordinal order of tokens and names.</summary>
internal sealed record PackageSchema(
    string Name,
    PackageFacts Facts,
    IReadOnlyList<PropertySchema> Config,
    ResourceSchema Provider,
    IReadOnlyList<ObjectSchema> Objects,
    IReadOnlyList<EnumSchema> Enums,
    IReadOnlyList<ResourceSchema> Resources,
    IReadOnlyList<FunctionSchema> Functions
)
{
    /// <summary>What the package was made of; null where it is a provider's own.</summary>
    internal ParameterizationSchema? Parameterization { get; init; }
}

/// <summary>The provider that a parameter made a package of.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Value">The parameter, in base64.</param>
internal sealed record ParameterizationSchema(string Provider, string Version, string Value);

/// <summary>What is said about the package as a whole; null where nothing is.</summary>
internal sealed record PackageFacts(
    string? DisplayName,
    string? Version,
    string? Description,
    string? Homepage,
    string? License,
    string? Repository,
    string? Publisher,
    string? PluginDownloadUrl,
    string? Namespace,
    IReadOnlyList<string> Keywords,
    IReadOnlyDictionary<string, JsonElement> Language
);

/// <summary>A resource, a component that the provider constructs, or the provider itself.</summary>
internal sealed record ResourceSchema(
    string Path,
    string Token,
    string? Description,
    string? Deprecation,
    IReadOnlyList<PropertySchema> Inputs,
    IReadOnlyList<PropertySchema> Outputs,
    IReadOnlyList<PropertySchema>? State,
    IReadOnlyList<string> AliasTypes,
    bool IsComponent
)
{
    /// <summary>What can be called on it.</summary>
    internal IReadOnlyList<MethodSchema> Methods { get; init; } = [];

    internal bool IsProvider => Token.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    /// <summary>The outputs that its class has: a provider has its configuration as text, and no others are outputs.</summary>
    internal IReadOnlyList<PropertySchema> ClassOutputs =>
        IsProvider ? [.. Outputs.Where(static one => one.Type.IsText)] : Outputs;

    /// <summary>The start of the names of its base class and of that one's options.</summary>
    internal string Base =>
        IsProvider ? "Provider"
        : IsComponent ? "Component"
        : "Custom";
}

/// <summary>A function; null inputs or outputs mean that it has none.</summary>
internal sealed record FunctionSchema(
    string Path,
    string Token,
    string? Description,
    string? Deprecation,
    IReadOnlyList<PropertySchema>? Inputs,
    IReadOnlyList<PropertySchema>? Outputs,
    SchemaType? ScalarOutput
)
{
    /// <summary>The inputs of the forms that take and give outputs: none where there would be nothing in them, or no such form.</summary>
    internal IReadOnlyList<PropertySchema>? OutputFormInputs =>
        Inputs is { Count: > 0 } && (Outputs is not null || ScalarOutput is not null) ? Inputs : null;
}

/// <summary>A function that is called on a resource; its inputs are without the resource itself.</summary>
internal sealed record MethodSchema(string Name, FunctionSchema Function);

/// <summary>An object type.</summary>
internal sealed record ObjectSchema(
    string Path,
    string Token,
    string? Description,
    IReadOnlyList<PropertySchema> Properties
);

/// <summary>An enum type: strings, numbers or integers.</summary>
internal sealed record EnumSchema(
    string Path,
    string Token,
    string? Description,
    PrimitiveKind Kind,
    IReadOnlyList<EnumValueSchema> Values
);

/// <summary>One value of an enum.</summary>
internal sealed record EnumValueSchema(string? Name, object Value, string? Description, string? Deprecation);

/// <summary>A property of a resource, function, object type or configuration.</summary>
internal sealed record PropertySchema(
    string Path,
    string Name,
    SchemaType Type,
    bool IsRequired,
    string? Description,
    string? Deprecation,
    object? Default,
    IReadOnlyList<string> DefaultEnvironment,
    bool IsSecret,
    bool ReplaceOnChanges,
    bool WillReplaceOnChanges,
    IReadOnlyDictionary<string, JsonElement> Language
)
{
    /// <summary>The only value that it can have; null when it varies.</summary>
    internal object? Constant { get; init; }

    /// <summary>What it was called before, as the C# SDK for providers writes it.</summary>
    internal IEnumerable<string> FormerNames =>
        Language.TryGetValue("provider", out var said) && said.TryGetProperty("formerNames", out var names)
            ? names.EnumerateArray().Select(static name => name.GetString()!)
            : [];

    /// <summary>True for configuration of the provider, on which all of its resources depend.</summary>
    internal bool IsConfiguration =>
        Path.StartsWith("/provider/", StringComparison.Ordinal)
        || Path.StartsWith("/config/", StringComparison.Ordinal);
}

/// <summary>JSON's primitive kinds, as schemas name them.</summary>
internal enum PrimitiveKind
{
    Boolean,
    Integer,
    Number,
    String,
}

/// <summary>The type of a value.</summary>
internal abstract record SchemaType
{
    /// <summary>True for strings and enums of strings, which providers take as they are; all else they take as JSON.</summary>
    internal bool IsText =>
        this is PrimitiveType { Kind: PrimitiveKind.String } or EnumReference { Kind: PrimitiveKind.String };
}

/// <summary>A boolean, integer, number or string.</summary>
internal sealed record PrimitiveType(PrimitiveKind Kind) : SchemaType;

/// <summary>A list.</summary>
internal sealed record ArrayType(SchemaType Items) : SchemaType;

/// <summary>A map with string keys.</summary>
internal sealed record MapType(SchemaType Values) : SchemaType;

/// <summary>An object type of the package.</summary>
internal sealed record ObjectReference(string Token) : SchemaType;

/// <summary>An enum type of the package.</summary>
internal sealed record EnumReference(string Token, PrimitiveKind Kind) : SchemaType;

/// <summary>A resource, of the package or of another.</summary>
internal sealed record ResourceReference(string Token, ExternalPackage? Package) : SchemaType;

/// <summary>Another package, in the version that the schema names.</summary>
internal sealed record ExternalPackage(string Name, string Version);

/// <summary>Any value, JSON, an asset or an archive: the types that every package has.</summary>
internal sealed record BuiltInType(BuiltIn Kind) : SchemaType;

/// <summary>One of several types.</summary>
internal sealed record UnionType(IReadOnlyList<SchemaType> Cases) : SchemaType;

/// <summary>The built-in types.</summary>
internal enum BuiltIn
{
    Any,
    Json,
    Asset,
    Archive,
}
