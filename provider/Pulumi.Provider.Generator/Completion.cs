using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>Which marked types another half can be written for.</summary>
internal static class Completion
{
    /// <summary>Why nothing can be generated for the type, in words that follow its name; null where something can.</summary>
    public static string? Obstacle(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"is nested in '{outer.Name}'; move it out of it"
        : type.IsFileLocal ? "is known in its file only; make it internal"
        : type.IsGenericType ? "has type parameters; write one for each type"
        : type.TypeKind == TypeKind.Enum ? null
        : type.IsAbstract ? "is abstract; mark only what derives from it"
        : type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty) ? null
        : "has no constructor without parameters; declare its properties between braces, each with init";

    /// <summary>True where another property of the record hides or overrides this one.</summary>
    public static bool IsReplaced(IPropertySymbol property, INamedTypeSymbol record)
    {
        for (
            var type = record;
            type is not null && !SymbolEqualityComparer.Default.Equals(type, property.ContainingType);
            type = type.BaseType
        )
        {
            if (type.GetMembers(property.Name).Any(static member => member is IPropertySymbol))
            {
                return true;
            }
        }

        return false;
    }
}
