using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pulumi.Provider.Generator;

/// <summary>Completes partial records marked [PropertyObject] and enumerations marked [PropertyEnum].</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PropertyObjectGenerator : IIncrementalGenerator
{
    internal const string Declaration = "Pulumi.Provider.Model.Declaration.";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider.ForAttributeWithMetadataName(
            Declaration + "PropertyObjectAttribute",
            static (node, _) => node is RecordDeclarationSyntax,
            static (found, _) =>
                Generate(
                    (INamedTypeSymbol)found.TargetSymbol,
                    (type, problems) => ObjectWriter.Write(type, problems, HasExtensions(found.TargetNode.SyntaxTree))
                )
        );
        var enums = context.SyntaxProvider.ForAttributeWithMetadataName(
            Declaration + "PropertyEnumAttribute",
            static (node, _) => node is EnumDeclarationSyntax,
            static (found, _) => Generate((INamedTypeSymbol)found.TargetSymbol, EnumWriter.Write)
        );
        context.RegisterSourceOutput(records, static (output, result) => result.AddTo(output));
        context.RegisterSourceOutput(enums, static (output, result) => result.AddTo(output));
    }

    // Members that are added to types of others are of C# 14.
    private static bool HasExtensions(SyntaxTree tree) =>
        tree.Options is CSharpParseOptions { LanguageVersion: >= (LanguageVersion)1400 };

    private static Result Generate(INamedTypeSymbol type, System.Func<INamedTypeSymbol, Problems, string> write)
    {
        var problems = new Problems();
        var source = write(type, problems);
        return new Result(type.ToDisplayString() + ".g.cs", source, problems.Found);
    }

    // Problems hold locations, so results are compared by text only; a stale location is harmless.
    private sealed class Result(string file, string source, ImmutableArray<Diagnostic> problems)
        : System.IEquatable<Result>
    {
        public void AddTo(SourceProductionContext output)
        {
            foreach (var problem in problems)
            {
                output.ReportDiagnostic(problem);
            }

            output.AddSource(file, SourceText.From(source, Encoding.UTF8));
        }

        public bool Equals(Result? other) => other is not null && other.Source == source && other.Count == Count;

        public override bool Equals(object? obj) => Equals(obj as Result);

        public override int GetHashCode() => source.GetHashCode();

        private string Source => source;

        private int Count => problems.Length;
    }
}

/// <summary>What is wrong with a declaration; reported as compile errors.</summary>
internal sealed class Problems
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Found => _found.ToImmutable();

    public void Undocumented(ISymbol symbol) =>
        Add("PULUMI001", "'{0}' needs a <summary>: it becomes the documentation of the schema and the SDKs", symbol);

    public void UnsupportedType(ISymbol symbol) =>
        Add(
            "PULUMI002",
            "'{0}' has a type that is no property type; use string, int, double, bool, JsonText, PropertyValue, AssetValue, ArchiveValue, ResourceReferenceValue marked [RefersTo], a marked enum or record, Union, IReadOnlyList or IReadOnlyDictionary<string, …>",
            symbol
        );

    public void RequiredFeature(ISymbol symbol) =>
        Add("PULUMI003", "'{0}' does not exist everywhere, so it cannot be required", symbol);

    public void NoAutoName(ISymbol symbol) =>
        Add("PULUMI004", "'{0}' cannot be named automatically: only an optional string can", symbol);

    public void GatedDefault(ISymbol symbol) =>
        Add(
            "PULUMI005",
            "'{0}' has a default that does not exist everywhere: it would be filled in where it cannot be chosen",
            symbol
        );

    private void Add(string id, string message, ISymbol symbol) =>
        _found.Add(
            Diagnostic.Create(
                new DiagnosticDescriptor(id, id, message, "Pulumi", DiagnosticSeverity.Error, isEnabledByDefault: true),
                symbol.Locations.FirstOrDefault(),
                symbol.Name
            )
        );
}
