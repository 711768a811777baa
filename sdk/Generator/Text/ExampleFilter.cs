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
                match => match.Value.Contains("```" + language, StringComparison.Ordinal) ? match.Groups[1].Value : ""
            );
        markdown = References().Replace(markdown, static match => $"`{match.Groups[1].Value}`");
        return Shortcode().Replace(markdown, "");
    }

    [GeneratedRegex(@"\{\{% example %\}\}(.*?)\{\{% /example %\}\}", RegexOptions.Singleline)]
    private static partial Regex Example();

    // An inline reference is shown as the last part of what it points to.
    [GeneratedRegex(@"\{\{% ref #/[^ ]*?([^/ :]+) %\}\}")]
    private static partial Regex References();

    [GeneratedRegex(@"\{\{% /?\w+ %\}\}")]
    private static partial Regex Shortcode();
}
