using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Support;
using Support.Documents;
using Support.Processes;

namespace Generator.Tests.Documents;

/// <summary>SDK, examples and blocks of pages compile against the Pulumi package without a warning, nullability included.</summary>
public sealed class PulumiPackageBuildTests
{
    // What ImplicitUsings adds.
    private const string Implicit = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Examples { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.csproj", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Repository.Root, file))
            // A provider is no program: it builds on the packages for providers alone.
            .Where(static file => !file.StartsWith(Path.Combine("examples", "provider"), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_sdk() => Assert.Empty(Problems(PulumiPackage.CompileSdk()));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;
        var isTest = project.EndsWith(".Tests.csproj", StringComparison.Ordinal);
        string[] sources = [Implicit, .. PulumiPackage.Sources(folder)];
        var compilation = isTest
            ? PulumiPackage.Compile(
                [
                    .. sources,
                    "global using Xunit;",
                    .. PulumiPackage
                        .Sources(Path.Combine(folder, "..", "app"))
                        .Where(static source => !source.Contains("RunAsync", StringComparison.Ordinal)),
                ],
                OutputKind.DynamicallyLinkedLibrary,
                [.. Libraries()]
            )
            : PulumiPackage.Compile(sources, OutputKind.ConsoleApplication);

        Assert.Empty(Problems(compilation));
    }

    [Fact]
    public void Blocks_of_pages()
    {
        var blocks = CodeBlocks.Of(BlockKind.Program);

        Assert.NotEmpty(blocks);
        Assert.Empty(
            blocks
                .AsParallel()
                .SelectMany(static block =>
                    Problems(PulumiPackage.Compile(PageProgram.Sources(block.Text), OutputKind.ConsoleApplication))
                        .Select(one => $"{block}: {one}")
                )
        );
    }

    [Fact]
    public void What_the_package_would_warn_of_is_found() =>
        Assert.Contains(
            Problems(
                PulumiPackage.Compile(
                    PageProgram.Sources("Input<string> name = new Pulumi.Config().Get(\"name\");"),
                    OutputKind.ConsoleApplication
                )
            ),
            static problem => problem.Contains("CS8604", StringComparison.Ordinal)
        );

    // What the tests of the example are written with.
    private static IEnumerable<string> Libraries() =>
        Directory
            .EnumerateFiles(Tools.Folder("App.Tests"), "*.dll")
            .Where(static file =>
                Path.GetFileName(file) is var name
                && (name.StartsWith("xunit.v3.", StringComparison.Ordinal) || name == "Moq.dll")
            );

    private static IEnumerable<string> Problems(CSharpCompilation compilation) =>
        compilation
            .GetDiagnostics()
            .Where(static one => one.Severity >= DiagnosticSeverity.Warning)
            .Select(static one => one.ToString());
}
