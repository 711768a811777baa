using System.Text.RegularExpressions;

namespace Generator.Text;

/// <summary>Keeps of the examples in a description those in one language.</summary>
internal static partial class ExampleFilter
{
    internal static string Apply(string markdown, string language)
    {
        markdown = Example()
            .Replace(
                markdown,
                match =>
                    match.Value.Contains("```" + language, StringComparison.Ordinal)
                        ? Foreign(language).Replace(match.Groups[1].Value, "")
                        : ""
            );
        markdown = References().Replace(markdown, static match => $"`{match.Groups[1].Value}`");
        return Gap().Replace(Shortcode().Replace(markdown, ""), "\n\n");
    }

    /// <summary>The description without its examples.</summary>
    internal static string? WithoutExamples(string? markdown) =>
        markdown is null ? null : Gap().Replace(ExampleSection().Replace(markdown, ""), "\n\n").Trim();

    /// <summary>The examples of a description in all languages, each under its name.</summary>
    internal static string Examples(string markdown)
    {
        var examples = Shortcode().Replace(ExampleSection().Match(markdown).Value, "");
        foreach (
            var (language, name) in ((string, string)[])
                [("csharp", "C#"), ("typescript", "TypeScript"), ("yaml", "YAML")]
        )
        {
            examples = examples.Replace($"```{language}\n", $"{name}:\n\n```{language}\n", StringComparison.Ordinal);
        }

        return Gap().Replace(examples, "\n\n");
    }

    private static Regex Foreign(string language) =>
        new($@"^```(?!{Regex.Escape(language)}\n)\w+\n.*?^```\n+", RegexOptions.Singleline | RegexOptions.Multiline);

    [GeneratedRegex(@"\{\{% examples %\}\}.*?\{\{% /examples %\}\}", RegexOptions.Singleline)]
    private static partial Regex ExampleSection();

    [GeneratedRegex(@"\{\{% example %\}\}(.*?)\{\{% /example %\}\}", RegexOptions.Singleline)]
    private static partial Regex Example();

    // An inline reference is shown as the last part of what it points to.
    [GeneratedRegex(@"\{\{% ref #/[^ ]*?([^/ :]+) %\}\}")]
    private static partial Regex References();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\{\{% /?\w+ %\}\}")]
    private static partial Regex Shortcode();
}
