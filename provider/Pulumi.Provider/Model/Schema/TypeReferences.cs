using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Schema;

/// <summary>How schemas refer to types and resources.</summary>
internal static class TypeReferences
{
    /// <summary>A file's content; SDKs offer a folder's, too.</summary>
    public const string Asset = "pulumi.json#/Asset";

    /// <summary>To a type of this package.</summary>
    public static string To(string token) => $"#/types/{token}";

    /// <summary>To a nested object.</summary>
    public static string To(ObjectType nested) =>
        To(nested.Object.Token ?? throw new InvalidOperationException("a nested object needs a type token"));

    /// <summary>To a resource of this package or another.</summary>
    public static string To(ReferenceType reference) =>
        reference.Version is { } version
            ? $"/{reference.Token.Split(':')[0]}/v{version}/schema.json#/resources/{Escaped(reference.Token)}"
            : ToResource(reference.Token);

    /// <summary>To a resource of this package.</summary>
    public static string ToResource(string token) => $"#/resources/{Escaped(token)}";

    /// <summary>A constant as a key of JSON.</summary>
    public static string Text(PropertyValue constant) =>
        constant is StringValue text ? text.Value : constant.ToString();

    private static string Escaped(string token) => token.Replace("/", "%2F", StringComparison.Ordinal);
}
