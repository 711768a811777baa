using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Support.Documents;

namespace Generator.Tests.Documents;

/// <summary>C# on pages compiles against the SDK without a warning.</summary>
public sealed class ProgramBlockTests
{
    // What `dotnet new` and the pages take for granted.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Pulumi;
        global using Pulumi.Vpcep;
        global using Pulumi.Vpcep.Inputs;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path =>
                Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Pulumi.dll" or "Pulumi.Vpcep.dll")
            )
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    [Fact]
    public void Every_program_compiles()
    {
        var blocks = CodeBlocks.Of(BlockKind.Program);

        Assert.NotEmpty(blocks);
        Assert.Empty(
            blocks.AsParallel().SelectMany(static block => Problems(block.Text).Select(one => $"{block}: {one}"))
        );
    }

    [Fact]
    public void A_program_that_does_not_is_found() =>
        Assert.Contains(
            Problems(
                "return await Deployment.RunAsync(() => { var it = new Endpoint(\"it\", new() { Vpc = \"a\" }); });"
            ),
            static problem => problem.Contains("'Vpc'", StringComparison.Ordinal)
        );

    private static IEnumerable<string> Problems(string code)
    {
        // A part of a program is what would stand between the braces.
        var program = code.Contains("Deployment.RunAsync", StringComparison.Ordinal)
            ? code
            : $"return await Deployment.RunAsync(() =>\n{{\n{code}}});";
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        return CSharpCompilation
            .Create(
                "Program",
                [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(program, options)],
                References,
                new CSharpCompilationOptions(
                    OutputKind.ConsoleApplication,
                    nullableContextOptions: NullableContextOptions.Enable
                )
            )
            .GetDiagnostics()
            .Where(static one => one.Severity >= DiagnosticSeverity.Warning)
            .Select(static one => one.ToString());
    }
}
