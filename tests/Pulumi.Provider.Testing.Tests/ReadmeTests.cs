using Pulumi.Provider.Testing.Tests.Library;
using Support;
using Support.Documents;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>What the README shows is what a test here does, line by line.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Stack_of_the_readme_does_what_it_says()
    {
        var time = new ManualTime();
        var shelf = new Shelf(time);

        // csharpier-ignore-start
        await using var stack = new TestStack(LibraryProvider.Create(shelf, time), new TestStackOptions { Time = time });

        var up = await stack.UpAsync(async program =>
        {
            var emma = await program.AddAsync("library:index:Book", "emma", new BookInputs { Title = "Emma", Room = "east" });
            program.Export("number", emma["number"]);
        });

        up.ShouldDo("create emma").ShouldCall("emma", "Check", "Create");
        (await stack.ResourceAsync("emma")).ShouldHave("title", "Emma");
        // csharpier-ignore-end
    }

    [Fact]
    public void Every_test_of_a_page_is_in_this_file()
    {
        var lines = File.ReadAllLines(
                Path.Combine(Repository.Root, "tests", "Pulumi.Provider.Testing.Tests", "ReadmeTests.cs")
            )
            .Select(static line => line.Trim())
            .ToHashSet();
        var blocks = CodeBlocks.Of(BlockKind.ProviderTest);

        Assert.NotEmpty(blocks);
        Assert.All(
            blocks,
            block => Assert.All(block.Text.Split('\n'), line => Assert.Contains(line.Trim(), lines.Append("")))
        );
    }
}
