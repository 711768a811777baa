using Support;
using Support.Documents;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>The code of the guide for authors is code that other tests run: each block is some lines of one file, one after the other.</summary>
public sealed class GuideTests
{
    private static readonly string[] Folders =
    [
        "examples/provider",
        "provider/Pulumi.Provider.Templates/content",
        "tests/Pulumi.Provider.Testing.Tests",
        "tests/Pulumi.Provider.Tests/Migrations",
        "tests/Pulumi.Provider.Tests/Toy",
    ];

    private static readonly string[] Sources =
    [
        .. Folders
            .SelectMany(static folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Select(static file => Bare(File.ReadAllText(file))),
    ];

    [Fact]
    public void Every_block_is_code_that_runs() =>
        Assert.All(CodeBlocks.Of(BlockKind.ProviderGuide), static block => Assert.True(Runs(block.Text), $"{block}"));

    [Fact]
    public void A_block_that_runs_nowhere_is_found()
    {
        var block = CodeBlocks.Of(BlockKind.ProviderGuide)[0].Text;

        Assert.False(Runs(block + "Tea();\n"));
        Assert.False(Runs(block[..^2] + "\n")); // no line is cut short
    }

    private static bool Runs(string block) =>
        Array.Exists(Sources, source => source.Contains(Bare(block), StringComparison.Ordinal));

    // Whole lines, however far in.
    private static string Bare(string text) =>
        "\n"
        + string.Concat(
            text.Split('\n')
                .Select(static line => line.Trim())
                .Where(static line => line.Length > 0)
                .Select(static line => line + "\n")
        );
}
