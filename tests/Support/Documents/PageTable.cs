namespace Support.Documents;

/// <summary>A table of a page that code decides, between two comments of its name.</summary>
public static class PageTable
{
    /// <summary>Compares it; with ACCEPT=1 in the environment, writes it instead.</summary>
    /// <param name="page">The page, from the repository's root.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="header">Titles of the columns.</param>
    /// <param name="rows">The cells.</param>
    public static void AssertEquals(string page, string name, string[] header, IEnumerable<string[]> rows)
    {
        var file = Path.Combine(Repository.Root, page);
        var (begin, end) = ($"<!-- table: {name} -->\n\n", $"\n<!-- end: {name} -->");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(start >= begin.Length && stop >= start - 1, $"{page} has no place for the table '{name}'");
        var table = string.Concat(
            ((string[][])[header, [.. header.Select(static _ => "---")], .. rows]).Select(static cells =>
                $"| {string.Join(" | ", cells)} |\n"
            )
        );
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(file, text[..start] + table + text[Math.Max(start, stop)..]);
            return;
        }

        Assert.Equal(text[start..stop], table, ignoreLineEndingDifferences: true);
    }
}
