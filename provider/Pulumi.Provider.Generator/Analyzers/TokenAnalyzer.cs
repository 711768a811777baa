using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pulumi.Provider.Generator.Analyzers;

/// <summary>Holds tokens to their form, and finds those that two types have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Additions = ["Resource", "Component", "Function", "Listable"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Rules.WrongToken, Rules.DuplicateToken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new ConcurrentBag<(string Token, INamedTypeSymbol Type)>();
            start.RegisterSymbolAction(symbol => Attributes(symbol, types), SymbolKind.NamedType);
            start.RegisterOperationAction(Addition, OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Twins(end, types));
        });
    }

    private static void Attributes(SymbolAnalysisContext context, ConcurrentBag<(string, INamedTypeSymbol)> types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var attribute in type.GetAttributes())
        {
            IEnumerable<string> tokens = attribute.AttributeClass?.Name switch
            {
                "FormerNameAttribute" => Declared.Texts(attribute),
                "PropertyObjectAttribute"
                or "PropertyEnumAttribute" when Declared.Only(attribute)?.Value is string token => [token],
                _ => [],
            };
            foreach (var token in tokens)
            {
                if (!Declared.IsToken(token))
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(Rules.WrongToken, Declared.Place(attribute, type), token)
                    );
                }
                else if (attribute.AttributeClass!.Name != "FormerNameAttribute")
                {
                    types.Add((token, type));
                }
            }
        }
    }

    private static void Addition(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (
            call.TargetMethod.ContainingType is { Name: "ProviderDefinition" }
            && Additions.Contains(call.TargetMethod.Name)
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "token")?.Value
                is { ConstantValue: { HasValue: true, Value: string token } } value
            && !Declared.IsToken(token)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.WrongToken, value.Syntax.GetLocation(), token));
        }
    }

    private static void Twins(
        CompilationAnalysisContext context,
        ConcurrentBag<(string Token, INamedTypeSymbol Type)> types
    )
    {
        foreach (var twins in types.GroupBy(static one => one.Token, StringComparer.Ordinal))
        {
            var sorted = twins
                .Select(static one => one.Type)
                .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)
                .ToList();
            foreach (var later in sorted.Skip(1))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        Rules.DuplicateToken,
                        later.Locations.FirstOrDefault(),
                        sorted[0].Name,
                        later.Name,
                        twins.Key
                    )
                );
            }
        }
    }
}
