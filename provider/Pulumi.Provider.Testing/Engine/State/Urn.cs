namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>Makes and reads URNs: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
public static class Urn
{
    /// <summary>The type of the resource at the root of every stack.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";
    private const string ProviderTypePrefix = "pulumi:providers:";

    /// <summary>The URN of a resource; the stack's own type is left out of the chain of parent types.</summary>
    public static string Create(string stack, string project, string? parentUrn, string type, string name)
    {
        var parentType = string.IsNullOrEmpty(parentUrn) ? "" : QualifiedTypeOf(parentUrn);
        var qualified = parentType is "" or StackType ? type : parentType + "$" + type;
        return $"{Prefix}{stack}::{project}::{qualified}::{name}";
    }

    /// <summary>True when the text has the parts of a URN.</summary>
    public static bool IsValid(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split("::", 4).Length == 4;

    /// <summary>The resource's name.</summary>
    public static string NameOf(string urn) => Part(urn, 3);

    /// <summary>The resource's own type, without its parents' types.</summary>
    public static string TypeOf(string urn)
    {
        var qualified = QualifiedTypeOf(urn);
        return qualified[(qualified.LastIndexOf('$') + 1)..];
    }

    /// <summary>The type with the parents' types before it.</summary>
    public static string QualifiedTypeOf(string urn) => Part(urn, 2);

    /// <summary>The stack a URN belongs to.</summary>
    public static string StackOf(string urn) => Part(urn, 0)[Prefix.Length..];

    /// <summary>The project a URN belongs to.</summary>
    public static string ProjectOf(string urn) => Part(urn, 1);

    /// <summary>True for the type of a provider resource.</summary>
    public static bool IsProviderType(string type) => type.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    /// <summary>The type of the provider resource of a package.</summary>
    public static string ProviderType(string package) => ProviderTypePrefix + package;

    /// <summary>The package a type or function token belongs to; a provider type names its own.</summary>
    public static string PackageOf(string token) =>
        IsProviderType(token) ? token[ProviderTypePrefix.Length..] : token.Split(':', 2)[0];

    /// <summary>True for the URN of a provider that the engine made by itself.</summary>
    public static bool IsDefaultProvider(string urn) =>
        IsProviderType(TypeOf(urn)) && NameOf(urn).StartsWith("default", StringComparison.Ordinal);

    private static string Part(string urn, int index)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[index] : throw new FormatException($"'{urn}' is not a URN");
    }
}
