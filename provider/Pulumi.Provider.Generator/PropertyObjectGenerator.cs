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

    // Of a type that cannot be completed nothing is written: the analyzer says why, and the compiler would only repeat it in
    // code that is not the author's.
    private static Result Generate(INamedTypeSymbol type, System.Func<INamedTypeSymbol, Problems, string> write)
    {
        var problems = new Problems();
        var source = Completion.Obstacle(type) is null ? write(type, problems) : "";
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

            if (source.Length > 0)
            {
                output.AddSource(file, SourceText.From(source, Encoding.UTF8));
            }
        }

        public bool Equals(Result? other) => other is not null && other.Source == source && other.Count == Count;

        public override bool Equals(object? obj) => Equals(obj as Result);

        public override int GetHashCode() => source.GetHashCode();

        private string Source => source;

        private int Count => problems.Length;
    }
}
