using Microsoft.CodeAnalysis;
using Support.Documents;
using Support.Processes;

namespace Generator.Tests.Documents;

/// <summary>C# on pages compiles against the SDK without a warning.</summary>
public sealed class ProgramBlockTests
{
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

    [Fact]
    public async Task The_first_program_that_the_registry_shows_runs()
    {
        var block = Assert.Single(CodeBlocks.Of(BlockKind.Program), static one => one.Page == "docs/_index.md");
        using var folder = PageProgram.Build(block.Text);
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("ankara"), TimeSpan.FromSeconds(0.5));
        using var project = Project.OfBinary(cloud, folder.Program);

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("+ 3 created").Says("address: \"");
    }

    private static IEnumerable<string> Problems(string code) =>
        PageProgram
            .Compile(code)
            .GetDiagnostics()
            .Where(static one => one.Severity >= DiagnosticSeverity.Warning)
            .Select(static one => one.ToString());
}
