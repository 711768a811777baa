using System.Collections.Immutable;
using System.Reflection;
using Generator.Dotnet;
using Generator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pulumi;

namespace Generator.Tests;

/// <summary>An SDK generated from a schema, compiled against the stand-in and loaded.</summary>
internal static class GeneratedAssembly
{
    /// <summary>What the compiler says of documentation: bad XML, unknown names, missing comments.</summary>
    private static readonly string[] DocumentationWarnings =
    [
        "CS1570",
        "CS1572",
        "CS1573",
        "CS1574",
        "CS1587",
        "CS1591",
    ];

    internal static IReadOnlyList<GeneratedFile> Generate(string schema) =>
        new DotnetTarget().Generate(SchemaReader.Read(schema));

    /// <summary>Errors, and all that would be a warning in a user's build.</summary>
    internal static IReadOnlyList<string> Problems(IReadOnlyList<GeneratedFile> files) =>
        [
            .. Compile(files)
                .GetDiagnostics()
                .Where(one => one.Severity >= DiagnosticSeverity.Warning || DocumentationWarnings.Contains(one.Id))
                .Select(static one => one.ToString()),
        ];

    internal static Assembly Load(IReadOnlyList<GeneratedFile> files)
    {
        using var image = new MemoryStream();
        var result = Compile(files).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    private static CSharpCompilation Compile(IReadOnlyList<GeneratedFile> files)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
        var trees = files
            .Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, parse, file.Path));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Resource).Assembly.Location);
        return CSharpCompilation.Create(
            "Generated",
            trees,
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                // Users of deprecated members see the warning; the SDK itself may use what it declares.
                specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(
                    "CS0618",
                    ReportDiagnostic.Suppress
                )
            )
        );
    }
}
