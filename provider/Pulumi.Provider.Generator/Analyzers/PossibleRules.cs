using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>Rules that no value can keep, and attributes that cannot both be meant.</summary>
internal static class PossibleRules
{
    private static readonly (string One, string Other, string Why)[] Contradictions =
    [
        ("Secret", "NeverSecret", "it is one or the other"),
        ("SecretWith", "NeverSecret", "it is one or the other"),
        ("Constant", "DefaultValue", "what has one value only needs no default"),
        ("Constant", "Computed", "what has one value only is chosen by nobody"),
        ("Constant", "AutoName", "what has one value only is no name"),
        ("ReplaceOnChange", "ReplaceOnChangeUnless", "the first knows no exception"),
    ];

    public static void Judge(IPropertySymbol property, SymbolAnalysisContext context)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (Impossible(attribute) is { } why)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.ImpossibleRule,
                        Declared.Place(attribute, property),
                        property.Name,
                        attribute.AttributeClass!.Name.Replace("Attribute", ""),
                        why
                    )
                );
            }
        }

        foreach (var (one, other, why) in Contradictions)
        {
            if (property.Has(one + "Attribute") && property.Find(other + "Attribute") is { } second)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.Contradiction,
                        Declared.Place(second, property),
                        property.Name,
                        one,
                        other,
                        why
                    )
                );
            }
        }
    }

    private static string? Impossible(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        return attribute.AttributeClass?.Name switch
        {
            "RangeAttribute" => arguments.Length == 2
                ? Reversed(DefaultRules.Number(arguments[0].Value), DefaultRules.Number(arguments[1].Value))
                : "needs two numbers, and no type",
            "StringLengthAttribute" => Reversed(
                DefaultRules.Minimum(attribute),
                DefaultRules.Number(arguments[0].Value)
            ),
            "CountAttribute" => Reversed(
                DefaultRules.Number(arguments[0].Value),
                DefaultRules.Number(arguments[1].Value)
            ),
            "AutoNameAttribute" when DefaultRules.Number(arguments[0].Value) < 1 => "leaves a name no character",
            "RegularExpressionAttribute" => arguments[0].Value is string pattern
                ? Unreadable(pattern)
                : "has no pattern",
            _ => null,
        };
    }

    private static string? Reversed(double least, double most) =>
        least > most ? $"allows nothing: {least} is more than {most}" : null;

    private static string? Unreadable(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return null;
        }
        catch (ArgumentException wrong)
        {
            return $"is no pattern: {wrong.Message}";
        }
    }
}
