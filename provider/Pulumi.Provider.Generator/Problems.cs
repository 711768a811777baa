using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>What is wrong with a declaration as far as it concerns what is generated; reported as compile errors.</summary>
internal sealed class Problems
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Found => _found.ToImmutable();

    public void Undocumented(ISymbol symbol) => Add(Rules.Undocumented, symbol);

    public void UnsupportedType(ISymbol symbol) => Add(Rules.UnsupportedType, symbol);

    public void RequiredFeature(ISymbol symbol) => Add(Rules.RequiredFeature, symbol);

    public void NoAutoName(ISymbol symbol) => Add(Rules.NoAutoName, symbol);

    public void GatedDefault(ISymbol symbol) => Add(Rules.GatedDefault, symbol);

    private void Add(DiagnosticDescriptor rule, ISymbol symbol) =>
        _found.Add(Diagnostic.Create(rule, symbol.Locations.FirstOrDefault(), symbol.Name));
}
