using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pulumi.Provider.Generator;
using Pulumi.Provider.Generator.Analyzers;

namespace Pulumi.Provider.Tests.Generator;

/// <summary>What the compiler says of code of a provider.</summary>
internal static class Diagnosis
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.ComponentModel.DataAnnotations;
        global using System.Runtime.Serialization;
        global using System.Threading.Tasks;
        global using Pulumi.Provider.Model.Declaration;
        global using Pulumi.Provider.Model.Operations;
        global using Pulumi.Provider.Protocol.Values;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13, DocumentationMode.Parse);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The diagnostics of the SDK, and errors of the compiler's own.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(string code)
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "Sample",
            ((string[])[Usings, code]).Select(text =>
                CSharpSyntaxTree.ParseText(text, Options, cancellationToken: token)
            ),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        CSharpGeneratorDriver
            .Create([new PropertyObjectGenerator().AsSourceGenerator()], parseOptions: Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var completed, out var problems, token);
        var found = await completed
            .WithAnalyzers([new DeclarationAnalyzer(), new ResourceAnalyzer(), new TokenAnalyzer()])
            .GetAllDiagnosticsAsync(token);
        return
        [
            .. found
                .Concat(problems)
                .Where(static one =>
                    one.Severity == DiagnosticSeverity.Error || one.Id.StartsWith("PULUMI", StringComparison.Ordinal)
                ),
        ];
    }

    /// <summary>The codes of the SDK's, each once.</summary>
    public static IReadOnlyList<string> Codes(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Select(static one => one.Id)
                .Where(static id => id.StartsWith("PULUMI", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
