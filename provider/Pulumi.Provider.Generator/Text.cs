using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Provider.Generator;

/// <summary>C# source text for values.</summary>
internal static class Text
{
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The declaration of the type's namespace; nothing where it is in none.</summary>
    public static string Namespace(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"namespace {space.ToDisplayString()};" : "";

    /// <summary>A collection expression of the constant array.</summary>
    public static string Strings(TypedConstant array) =>
        $"[{string.Join(", ", array.Values.Select(static item => Literal((string)item.Value!)))}]";

    /// <summary>The only argument of the attribute, a text; <c>null</c> where there is none.</summary>
    public static string Argument(AttributeData? attribute) =>
        attribute?.ConstructorArguments[0].Value is string text ? Literal(text) : "null";

    /// <summary>The reason of [Obsolete]; null where there is none.</summary>
    public static string? Deprecation(ISymbol symbol) =>
        symbol.Find("ObsoleteAttribute") is { ConstructorArguments: { Length: > 0 } arguments }
        && arguments[0].Value is string reason
            ? Literal(reason)
            : null;

    /// <summary>The text of a named argument; <c>null</c> where it is not given.</summary>
    public static string Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is string text
            ? Literal(text)
            : "null";

    /// <summary>An expression that makes the attribute anew.</summary>
    public static string Construct(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Constant));
        var named = string.Join(
            ", ",
            attribute.NamedArguments.Select(static argument => $"{argument.Key} = {Constant(argument.Value)}")
        );
        return $"new {attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({arguments})"
            + (named.Length == 0 ? "" : $" {{ {named} }}");
    }

    private static string Constant(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Array, IsNull: false, Type: { } type }
            ? $"new {type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {{ {string.Join(", ", constant.Values.Select(Constant))} }}"
            : constant.ToCSharpString();
}

/// <summary>Looking attributes up by their short names.</summary>
internal static class Attributes
{
    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;
}
