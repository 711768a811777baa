using Support;
using Support.Documents;

namespace Generator.Tests.Documents;

/// <summary>No page shows code that nothing exercises.</summary>
public sealed class AllBlocksTests
{
    [Fact]
    public void Every_block_of_every_page_is_of_a_kind_that_a_test_exercises() =>
        Assert.All(
            CodeBlocks.All,
            static block =>
                Assert.True(block.Kind is not null, $"{block}: nothing exercises '{block.Language}' blocks like this")
        );

    [Fact]
    public void Every_kind_has_its_test()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();

        Assert.All(
            Enum.GetValues<BlockKind>().Where(static kind => kind != BlockKind.Drawing),
            kind =>
                Assert.Contains(
                    tests,
                    text => text.Contains($"CodeBlocks.Of(BlockKind.{kind})", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Pages_of_all_rooms_are_looked_at()
    {
        var pages = CodeBlocks.All.Select(static block => block.Page).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "README.md",
                "docs/installation-configuration.md",
                "docs/reference/resources/Endpoint.md",
                "docs/reference/functions/vpn/getP2cGatewayConnections.md",
                "examples/adopt/README.md",
                "provider/Pulumi.Provider/README.md",
            },
            pages
        );
    }
}
