using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>Turns the attributes of System.ComponentModel.DataAnnotations into expressions of type Constraint.</summary>
internal static class ConstraintSpec
{
    public static IEnumerable<string> Of(IPropertySymbol property) =>
        property.GetAttributes().Select(attribute => Of(attribute)).Where(static text => text is not null)!;

    private static string? Of(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        return attribute.AttributeClass?.Name switch
        {
            "RangeAttribute" when arguments.Length == 2 =>
                $"new RangeConstraint({Number(arguments[0])}, {Number(arguments[1])})",
            "StringLengthAttribute" =>
                $"new TextLengthConstraint({Named(attribute, "MinimumLength")}, {Number(arguments[0])})",
            "CountAttribute" => $"new CountConstraint({Number(arguments[0])}, {Number(arguments[1])})",
            "RegularExpressionAttribute" =>
                $"new PatternConstraint({Text.Literal((string)arguments[0].Value!)}, {Text.Literal(Message(attribute))})",
            _ when IsValidation(attribute.AttributeClass) => $"new CustomConstraint({Text.Construct(attribute)})",
            _ => null,
        };
    }

    private static string Number(TypedConstant constant) =>
        string.Format(CultureInfo.InvariantCulture, "{0}", constant.Value);

    private static string Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is int value
            ? value.ToString(CultureInfo.InvariantCulture)
            : "0";

    private static string Message(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "ErrorMessage").Value.Value as string
        ?? "a text of the documented form";

    private static bool IsValidation(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "ValidationAttribute")
            {
                return true;
            }
        }

        return false;
    }
}
