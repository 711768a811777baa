namespace Support.Documents;

/// <summary>Every fenced block of every page in the repository, but for those of the tests' rooms.</summary>
public static class CodeBlocks
{
    // What was built is not ours; pages of the tests' rooms are for those who read tests.
    private static readonly string[] LeftOut = ["artifacts", "bin", "dist", "node_modules", "obj", "tests"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CodeBlock> All { get; } =
    [
        .. Pages(Repository.Root)
            .Order(StringComparer.Ordinal)
            .SelectMany(static page => Of(page, File.ReadAllLines(page))),
    ];

    /// <summary>Those of a kind; several with the same text once.</summary>
    public static IReadOnlyList<CodeBlock> Of(BlockKind kind) =>
        [.. All.Where(block => block.Kind == kind).DistinctBy(static block => (block.Text, Folder(block)))];

    /// <summary>The folder of the block's page.</summary>
    public static string Folder(CodeBlock block) => Path.GetDirectoryName(Path.Combine(Repository.Root, block.Page))!;

    private static IEnumerable<CodeBlock> Of(string file, string[] lines)
    {
        var page = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        for (var i = 0; i < lines.Length; i++)
        {
            var fence = lines[i].TrimStart();
            if (fence.StartsWith("```", StringComparison.Ordinal))
            {
                var text = lines.Skip(i + 1).TakeWhile(static line => line.Trim() != "```").ToList();
                yield return new CodeBlock(
                    page,
                    i + 1,
                    fence[3..].Trim(),
                    string.Concat(text.Select(static line => line + "\n"))
                );
                i += text.Count + 1;
            }
        }
    }

    private static IEnumerable<string> Pages(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(static below =>
                        Path.GetFileName(below) is var name && name[0] != '.' && !LeftOut.Contains(name)
                    )
                    .SelectMany(Pages)
            );
}
