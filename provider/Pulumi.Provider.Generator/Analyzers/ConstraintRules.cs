using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>Which rules can judge which types. Of lists and maps, those that speak of elements judge each.</summary>
internal static class ConstraintRules
{
    public static void Judge(IPropertySymbol property, SymbolAnalysisContext context)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (Judged(attribute, property.Type) is { } words)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.StrangeConstraint,
                        Declared.Place(attribute, property),
                        property.Name,
                        attribute.AttributeClass!.Name.Replace("Attribute", ""),
                        words
                    )
                );
            }
        }
    }

    // What the attribute judges; null where that is what the type is.
    private static string? Judged(AttributeData attribute, ITypeSymbol type)
    {
        var element = Declared.Element(type);
        var isText = element.SpecialType == SpecialType.System_String;
        return attribute.AttributeClass?.Name switch
        {
            "RangeAttribute"
                when element.SpecialType
                    is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double) =>
                "numbers",
            "StringLengthAttribute" or "RegularExpressionAttribute" when !isText => "texts",
            "CountAttribute" when !Declared.IsCollection(type) => "lists and maps",
            "UnorderedAttribute" when type.Name != "IReadOnlyList" && element.Name != "PropertyValue" => "lists",
            "RefersToAttribute" when element.Name is not ("ResourceReferenceValue" or "Union") => "resource references",
            "ReservedAttribute" when type.Name != "IReadOnlyDictionary" => "maps",
            _ when attribute.AttributeClass?.BaseType?.Name == "CanonicalFormAttribute" && !isText => "texts",
            _ => null,
        };
    }
}
