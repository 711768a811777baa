using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>Says what cannot work of a resource: of its inputs and its state together, and of how it is made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceAnalyzer : DiagnosticAnalyzer
{
    // Keys of a resource that are the engine's, and not among its properties.
    private static readonly string[] Kept = ["id", "urn", "pulumi"];

    private static readonly string[] OfInputs =
    [
        "ReplaceOnChangeAttribute",
        "ReplaceOnChangeUnlessAttribute",
        "ComputedAttribute",
        "AutoNameAttribute",
        "DefaultValueAttribute",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.Reserved, Rules.StateWithoutInput, Rules.InputOnly, Rules.NotRecorded, Rules.UnknownInput];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Judge, SymbolKind.NamedType);
    }

    private static void Judge(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var resource = type.AllInterfaces.FirstOrDefault(static one => one is { Name: "IResource", Arity: 2 });
        if (
            type.TypeKind != TypeKind.Class
            || resource?.TypeArguments[0] is not INamedTypeSymbol inputs
            || resource.TypeArguments[1] is not INamedTypeSymbol state
            || !Declared.IsObject(inputs)
            || !Declared.IsObject(state)
        )
        {
            return;
        }

        Properties(type, inputs, state, context);
        Creation(type, context);
    }

    private static void Properties(
        INamedTypeSymbol type,
        INamedTypeSymbol inputs,
        INamedTypeSymbol state,
        SymbolAnalysisContext context
    )
    {
        var (given, kept) = (Declared.Properties(inputs).ToList(), Declared.Properties(state).ToList());
        foreach (var property in given.Concat(kept).Distinct<IPropertySymbol>(SymbolEqualityComparer.Default))
        {
            if (Kept.Contains(Declared.WireName(property)))
            {
                Report(context, Rules.Reserved, Place(property, type), Declared.WireName(property));
            }
        }

        foreach (var input in given.Where(input => !kept.Exists(output => output.Name == input.Name)))
        {
            Report(context, Rules.StateWithoutInput, Place(state, type), state.Name, input.Name, inputs.Name);
        }

        foreach (var output in kept)
        {
            foreach (var name in Declared.Texts(output.Find("SecretWithAttribute")))
            {
                if (!given.Exists(input => Declared.WireName(input) == name))
                {
                    Report(context, Rules.UnknownInput, Place(output, type), output.Name, "be secret", name);
                }
            }
        }

        foreach (var output in kept.Where(output => !given.Exists(input => input.Name == output.Name)))
        {
            foreach (var attribute in output.GetAttributes())
            {
                if (OfInputs.Contains(attribute.AttributeClass?.Name))
                {
                    Report(
                        context,
                        Rules.InputOnly,
                        Place(output, type),
                        output.Name,
                        attribute.AttributeClass!.Name.Replace("Attribute", "")
                    );
                }
            }
        }
    }

    // Recorded where Record is called on the operation, or where the operation is handed on to who does so.
    private static void Creation(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        foreach (var method in type.GetMembers("CreateAsync").OfType<IMethodSymbol>())
        {
            if (
                method.Parameters is not { Length: 2 } parameters
                || parameters[0] is not { Type.Name: "Operation", Name: var operation }
                || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken)
                    is not MethodDeclarationSyntax declaration
                || (declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody?.Expression) is not { } body
                || IsRefusal(body)
            )
            {
                continue;
            }

            var isRecorded = body.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == operation)
                .Any(static name =>
                    name.Parent switch
                    {
                        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Record",
                        _ => true,
                    }
                );
            if (!isRecorded)
            {
                Report(context, Rules.NotRecorded, method.Locations.FirstOrDefault(), "CreateAsync");
            }
        }
    }

    private static bool IsRefusal(SyntaxNode body) =>
        body is ThrowExpressionSyntax
        || (body is BlockSyntax { Statements: { Count: 1 } only } && only[0] is ThrowStatementSyntax);

    // In other assemblies nobody can mend it: it is said of the resource.
    private static Location? Place(ISymbol symbol, INamedTypeSymbol resource) =>
        symbol.Locations.FirstOrDefault(static place => place.IsInSource) ?? resource.Locations.FirstOrDefault();

    private static void Report(
        SymbolAnalysisContext context,
        DiagnosticDescriptor rule,
        Location? place,
        params object[] words
    ) => context.ReportDiagnostic(Diagnostic.Create(rule, place, words));
}
