using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pulumi.Provider.Generator;
using Support;
using Support.Documents;

namespace Pulumi.Provider.Tests.Generator;

/// <summary>The page of the diagnostics: what it calls wrong is named by the compiler, and what it calls right is not.</summary>
public sealed class DiagnosticPageTests
{
    private const string Page = "docs/providers/diagnostics.md";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, Page));

    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(PropertyObjectGenerator)
            .Assembly.GetType("Pulumi.Provider.Generator.Rules")!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>(),
    ];

    public static TheoryData<string, string> Blocks =>
        new(CodeBlocks.Of(BlockKind.Diagnostic).Select(static block => (Section(block), block.Language.Split(' ')[1])));

    private static string Section(CodeBlock block) =>
        Lines.Take(block.Line).Last(static line => line.StartsWith("## ", StringComparison.Ordinal))[3..];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task The_wrong_way_has_the_code_of_its_section_and_the_right_way_has_none(string code, string way)
    {
        var block = CodeBlocks
            .Of(BlockKind.Diagnostic)
            .Single(block => Section(block) == code && block.Language == $"csharp {way}");

        var found = await Diagnosis.OfAsync(block.Text);

        if (way == "wrong")
        {
            Assert.Equal([code], Diagnosis.Codes(found));
        }
        else
        {
            Assert.True(found.Count == 0, $"{block}: {string.Join('\n', found)}");
        }
    }

    [Fact]
    public void Every_code_has_a_section_with_its_title_and_both_ways()
    {
        Assert.NotEmpty(Rules);
        var text = string.Join('\n', Lines);
        var blocks = CodeBlocks.Of(BlockKind.Diagnostic).ToLookup(Section, static block => block.Language);
        Assert.All(
            Rules,
            rule =>
            {
                Assert.Contains($"## {rule.Id}\n\n**{rule.Title}.** ", text, StringComparison.Ordinal);
                Assert.Equal(["csharp wrong", "csharp right"], blocks[rule.Id]);
                Assert.EndsWith($"{Page}#{rule.Id.ToLowerInvariant()}", rule.HelpLinkUri, StringComparison.Ordinal);
            }
        );
        Assert.Equal(Rules.Length, blocks.Count);
    }

    [Fact]
    public void Every_code_is_in_the_list_of_releases_and_reported_by_somebody()
    {
        var folder = Path.Combine(Repository.Root, "provider", "Pulumi.Provider.Generator");
        var listed = File.ReadAllLines(Path.Combine(folder, "AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(folder, "AnalyzerReleases.Shipped.md")))
            .ToList();
        Assert.All(
            Rules,
            rule =>
                Assert.Single(
                    listed,
                    line => line.StartsWith($"{rule.Id} | Pulumi | {rule.DefaultSeverity} | ", StringComparison.Ordinal)
                )
        );

        // The first five concern what is generated: the generator says them.
        var analyzed = typeof(PropertyObjectGenerator)
            .Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(static rule => rule.Id)
            .Distinct();
        Assert.Equal(
            Rules.Select(static rule => rule.Id).Order(StringComparer.Ordinal).Skip(5),
            analyzed.Order(StringComparer.Ordinal)
        );
    }
}
