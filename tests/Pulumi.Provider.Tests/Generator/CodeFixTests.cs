using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Provider.CodeFixes;
using Support;
using Support.Documents;

namespace Pulumi.Provider.Tests.Generator;

/// <summary>What one edit mends is mended by it, and the compiler says no more of it.</summary>
public sealed class CodeFixTests
{
    private const string Head = "/// <summary>A thing.</summary>\n[PropertyObject]\n";

    private static string Thing(string property) =>
        Head
        + "public sealed partial record Thing\n{\n    /// <summary>What is meant.</summary>\n"
        + property
        + "\n}\n";

    private static async Task<string> FixedAsync(string code, string id)
    {
        var diagnostic = Assert.Single(await Diagnosis.OfAsync(code), one => one.Id == id);
        using var workspace = new AdhocWorkspace();
        var document = workspace
            .AddProject("Sample", LanguageNames.CSharp)
            .AddDocument("Sample.cs", SourceText.From(code));
        var actions = new List<CodeAction>();
        await new DeclarationFixes().RegisterCodeFixesAsync(
            new CodeFixContext(
                document,
                diagnostic,
                (action, _) => actions.Add(action),
                TestContext.Current.CancellationToken
            )
        );
        var operations = await Assert.Single(actions).GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    [Theory]
    [InlineData("PULUMI008", "    public string? Text { get; }", "    public string? Text { get; init; }")]
    [InlineData("PULUMI009", "    public string? Text { get; set; }", "    public string? Text { get; init; }")]
    [InlineData(
        "PULUMI009",
        "    public string? Text { get => field; set => field = value; }",
        "    public string? Text { get => field; init => field = value; }"
    )]
    [InlineData(
        "PULUMI011",
        "    [DefaultValue(\"a\")]\n    public required string Text { get; init; }",
        "    public required string Text { get; init; }"
    )]
    [InlineData(
        "PULUMI011",
        "    [DefaultValue(\"a\"), Secret]\n    public required string Text { get; init; }",
        "    [Secret]\n    public required string Text { get; init; }"
    )]
    [InlineData(
        "PULUMI022",
        "    [Range(1, 2)]\n    public string? Text { get; init; }",
        "    public string? Text { get; init; }"
    )]
    [InlineData("PULUMI026", "    public int Count { get; init; }", "    public int? Count { get; init; }")]
    public async Task A_property_is_mended(string id, string before, string after) =>
        Assert.Equal(Thing(after), await FixedAsync(Thing(before), id));

    [Fact]
    public async Task A_record_becomes_partial() =>
        Assert.Equal(
            Head + "public sealed partial record Thing;\n",
            await FixedAsync(Head + "public sealed record Thing;\n", "PULUMI006")
        );

    public static TheoryData<string> Fixable => new(new DeclarationFixes().FixableDiagnosticIds);

    [Fact]
    public void The_page_says_which_an_editor_mends()
    {
        var codes = new DeclarationFixes().FixableDiagnosticIds.Select(static id => id["PULUMI".Length..]).ToList();
        var list = $"Of {string.Join(", ", codes.SkipLast(1))} and {codes[^1]} an editor offers";
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "providers", "diagnostics.md"));

        Assert.Contains(list, page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task What_the_page_calls_wrong_is_right_afterwards(string id)
    {
        foreach (var block in CodeBlocks.Of(BlockKind.Diagnostic).Where(static one => one.Language == "csharp wrong"))
        {
            if (Diagnosis.Codes(await Diagnosis.OfAsync(block.Text)) is [var code] && code == id)
            {
                Assert.Empty(await Diagnosis.OfAsync(await FixedAsync(block.Text, id)));
                return;
            }
        }

        Assert.Fail($"the page has no wrong way for {id}");
    }
}
