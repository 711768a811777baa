using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Turns descriptions into JSDoc comments, whose text is Markdown as theirs is.</summary>
internal static class Documentation
{
    /// <summary>Writes a comment: the description or what stands for it, notes, and a deprecation.</summary>
    internal static CodeWriter Doc(
        this CodeWriter code,
        string? description,
        string fallback,
        IReadOnlyList<string>? notes = null,
        string? deprecation = null
    )
    {
        var text = ExampleFilter.Apply(description ?? "", "typescript").Trim();
        var paragraphs = new List<string> { text.Length == 0 ? fallback : text };
        paragraphs.AddRange(notes ?? []);
        if (deprecation is not null)
        {
            paragraphs.Add($"@deprecated {deprecation}");
        }

        code.Line("/**");
        foreach (var line in string.Join("\n\n", paragraphs).ReplaceLineEndings("\n").Split('\n'))
        {
            code.Line($" * {line.Replace("*/", "*&#47;", StringComparison.Ordinal)}".TrimEnd());
        }

        return code.Line(" */");
    }
}
