using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>What cannot be a default, or the one value that a property has.</summary>
internal static class DefaultRules
{
    public static void Judge(IPropertySymbol property, SymbolAnalysisContext context)
    {
        Judge(property, "ConstantAttribute", "constant", context);
        if (Judge(property, "DefaultValueAttribute", "default", context) is not { } fallback)
        {
            return;
        }

        var place = Declared.Place(fallback, property);
        var value = fallback.ConstructorArguments[0];
        if (property.IsRequired)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.RequiredDefault, place, property.Name));
        }

        foreach (var rule in property.GetAttributes().Where(rule => Refuses(rule, value.Value)))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Rules.ForbiddenDefault,
                    place,
                    property.Name,
                    value.ToCSharpString(),
                    $"[{rule.AttributeClass!.Name.Replace("Attribute", "")}]"
                )
            );
        }
    }

    // The attribute; null where it is not there, or holds a value of another type than the property's.
    private static AttributeData? Judge(
        IPropertySymbol property,
        string attribute,
        string word,
        SymbolAnalysisContext context
    )
    {
        var type = property.Type
            is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        var found = property.Find(attribute);
        if (Declared.Only(found) is not { } value || Expected(type, value) is not { } expected)
        {
            return Declared.Only(found) is null ? null : found;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(
                Rules.WrongDefault,
                Declared.Place(found!, property),
                property.Name,
                expected,
                word,
                value.ToCSharpString()
            )
        );
        return null;
    }

    // What the type is in words; null where the value is one of it.
    private static string? Expected(ITypeSymbol type, TypedConstant value) =>
        type.SpecialType switch
        {
            SpecialType.System_String => value.Value is string ? null : "a string",
            SpecialType.System_Boolean => value.Value is bool ? null : "true or false",
            SpecialType.System_Int32 => value.Kind == TypedConstantKind.Primitive && value.Value is int or short or byte
                ? null
                : "a whole number",
            SpecialType.System_Int64 => value.Kind == TypedConstantKind.Primitive
            && value.Value is int or long or short or byte
                ? null
                : "a whole number",
            SpecialType.System_Double => value.Kind == TypedConstantKind.Primitive
            && value.Value is double or float or int or long
                ? null
                : "a number",
            _ when Choices(type) is { } choices => value.Kind == TypedConstantKind.Enum
            && SymbolEqualityComparer.Default.Equals(value.Type, choices)
            && choices.GetMembers().OfType<IFieldSymbol>().Any(field => Equals(field.ConstantValue, value.Value))
                ? null
                : $"a member of {choices.Name}",
            _ when Declared.IsCollection(type) => type.Name == "IReadOnlyList" ? "a list" : "a map",
            _ when Declared.IsObject(type) => "an object",
            _ => null, // anything, and what cannot be a property at all
        };

    private static ITypeSymbol? Choices(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum ? type
        : type is INamedTypeSymbol { Name: "OpenEnum", TypeArguments: { Length: 1 } of }
        && of[0].TypeKind == TypeKind.Enum
            ? of[0]
        : null;

    private static bool Refuses(AttributeData rule, object? value)
    {
        var arguments = rule.ConstructorArguments;
        return (rule.AttributeClass?.Name, value) switch
        {
            ("RangeAttribute", IConvertible number and not (string or bool)) when arguments.Length == 2 => Number(
                number
            ) < Number(arguments[0].Value)
                || Number(number) > Number(arguments[1].Value),
            ("StringLengthAttribute", string text) => text.Length > Number(arguments[0].Value)
                || text.Length < Minimum(rule),
            ("RegularExpressionAttribute", string text) when arguments[0].Value is string pattern => !Matches(
                pattern,
                text
            ),
            _ => false,
        };
    }

    /// <summary>The least length that [StringLength] allows.</summary>
    public static double Minimum(AttributeData rule) =>
        rule.NamedArguments.FirstOrDefault(static argument => argument.Key == "MinimumLength").Value.Value
            is int minimum
            ? minimum
            : 0;

    /// <summary>A constant as a number; not a number where it is none.</summary>
    public static double Number(object? value) =>
        value is IConvertible number ? number.ToDouble(CultureInfo.InvariantCulture) : double.NaN;

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})\\z", RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (Exception wrong) when (wrong is ArgumentException or RegexMatchTimeoutException)
        {
            return true; // no verdict
        }
    }
}
