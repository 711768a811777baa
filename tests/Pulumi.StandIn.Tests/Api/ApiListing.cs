using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StandIn.Tests.Api;

/// <summary>Lists the public types of an assembly as the compiler sees them: one line for a type, one for each member.</summary>
internal static class ApiListing
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType
                | SymbolDisplayMemberOptions.IncludeParameters
                | SymbolDisplayMemberOptions.IncludeModifiers
                | SymbolDisplayMemberOptions.IncludeAccessibility
                | SymbolDisplayMemberOptions.IncludeConstantValue
                | SymbolDisplayMemberOptions.IncludeRef
        )
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeDefaultValue
                | SymbolDisplayParameterOptions.IncludeModifiers
                | SymbolDisplayParameterOptions.IncludeExtensionThis
        )
        .WithKindOptions(SymbolDisplayKindOptions.None)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseErrorTypeSymbolName);

    // What compilers and the runtime of the package read; others are for tools.
    private static readonly string[] AttributeNames =
    [
        "AttributeUsageAttribute",
        "ObsoleteAttribute",
        "AllowNullAttribute",
        "DisallowNullAttribute",
        "MaybeNullAttribute",
        "MaybeNullWhenAttribute",
        "NotNullAttribute",
        "NotNullWhenAttribute",
    ];

    /// <summary>The types with their members, each list in ordinal order.</summary>
    internal static SortedDictionary<string, SortedSet<string>> Of(IAssemblySymbol assembly)
    {
        var listing = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in Types(assembly.GlobalNamespace))
        {
            listing.Add(
                Type(type),
                type.TypeKind == TypeKind.Delegate
                    ? []
                    : new(type.GetMembers().Where(IsListed).Select(Member), StringComparer.Ordinal)
            );
        }

        return listing;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static one =>
                one is INamedTypeSymbol type ? (IsVisible(type) ? [type, .. Types(type)] : []) : Types(one)
            );

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    private static bool IsListed(ISymbol member) =>
        IsVisible(member)
        && !member.IsImplicitlyDeclared
        && member is not ITypeSymbol
        && member
            is not IMethodSymbol
            {
                MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.StaticConstructor
            };

    private static string Type(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        var modifiers =
            type.IsStatic ? "static "
            : type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? ""
            : type is { IsAbstract: true } ? "abstract "
            : type is { IsSealed: true, IsValueType: false } ? "sealed "
            : "";
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
        {
            var signature = invoke.ToDisplayString(MemberFormat).Replace("virtual ", "", StringComparison.Ordinal);
            return $"{space}: {Attributes(type.GetAttributes())}delegate {type.Name} {signature}";
        }

        string[] bases =
        [
            .. new[] { type.BaseType }
                .OfType<INamedTypeSymbol>()
                .Where(static one => one.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
                .Select(static one => one.ToDisplayString(MemberFormat)),
            .. type
                .Interfaces.Where(IsVisible)
                .Select(static one => one.ToDisplayString(MemberFormat))
                .Order(StringComparer.Ordinal),
        ];
        return $"{space}: {Attributes(type.GetAttributes())}{modifiers}{type.ToDisplayString(TypeFormat)}"
            + (bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}");
    }

    private static string Member(ISymbol member)
    {
        var attributes = Attributes(member.GetAttributes());
        var text = member.ToDisplayString(MemberFormat);
        switch (member)
        {
            case IMethodSymbol method:
                attributes += Attributes(method.GetReturnTypeAttributes(), "return: ");
                attributes += string.Concat(
                    method.Parameters.Select(static one => Attributes(one.GetAttributes(), $"{one.Name}: "))
                );
                break;
            case IPropertySymbol property:
                text +=
                    $" {{ {(IsVisible(property.GetMethod) ? "get; " : "")}{(IsVisible(property.SetMethod) ? property.SetMethod!.IsInitOnly ? "init; " : "set; " : "")}}}";
                break;
        }

        return attributes + text;

        static bool IsVisible(IMethodSymbol? accessor) => accessor is not null && ApiListing.IsVisible(accessor);
    }

    private static string Attributes(IEnumerable<AttributeData> attributes, string target = "") =>
        string.Concat(
            attributes
                .Where(static one =>
                    one.AttributeClass is { } known
                    && (AttributeNames.Contains(known.Name) || known.ContainingNamespace.Name == "Pulumi")
                )
                .Select(one =>
                    $"[{target}{one.AttributeClass!.Name[..^"Attribute".Length]}({string.Join(", ", Arguments(one))})] "
                )
                .Order(StringComparer.Ordinal)
        );

    // Optional arguments that are left out and such as are given read the same.
    private static IEnumerable<string> Arguments(AttributeData attribute) =>
        attribute
            .ConstructorArguments.Select(static one => one.ToCSharpString())
            .Concat(attribute.NamedArguments.Select(static one => $"{one.Key} = {one.Value.ToCSharpString()}"));
}
