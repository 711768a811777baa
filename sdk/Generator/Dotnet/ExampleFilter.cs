using System.Text.RegularExpressions;

namespace Generator.Dotnet;

/// <summary>Keeps of the examples in a description those that have C#.</summary>
internal static partial class ExampleFilter
{
    internal static string Apply(string markdown)
    {
        markdown = Example().Replace(markdown, static match => HasCsharp(match.Value) ? match.Groups[1].Value : "");
        markdown = References().Replace(markdown, static match => $"`{match.Groups[1].Value}`");
        return Shortcode().Replace(markdown, "");
    }

    private static bool HasCsharp(string example) => example.Contains("```csharp", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{% example %\}\}(.*?)\{\{% /example %\}\}", RegexOptions.Singleline)]
    private static partial Regex Example();

    // An inline reference is shown as the last part of what it points to.
    [GeneratedRegex(@"\{\{% ref #/[^ ]*?([^/ :]+) %\}\}")]
    private static partial Regex References();

    [GeneratedRegex(@"\{\{% /?\w+ %\}\}")]
    private static partial Regex Shortcode();
}
