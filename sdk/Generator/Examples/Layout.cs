namespace Generator.Examples;

/// <summary>Lays out lists of things: on one line where they are few and short, else on a line each.</summary>
internal static class Layout
{
    private const int Width = 72;

    /// <summary>Things between two texts, with commas.</summary>
    /// <param name="open">What comes before them on one line.</param>
    /// <param name="openAbove">What comes on the lines before theirs.</param>
    /// <param name="things">The things; what has several lines makes them all have lines of their own.</param>
    /// <param name="close">What comes after them.</param>
    internal static string Of(string open, string openAbove, IReadOnlyList<string> things, string close)
    {
        var line = open + string.Join(", ", things) + close;
        if (line.Length <= Width && !line.Contains('\n'))
        {
            return line;
        }

        var lines = things.Select(static thing => $"    {thing.Replace("\n", "\n    ", StringComparison.Ordinal)},\n");
        return $"{openAbove}\n{string.Concat(lines)}{close.TrimStart()}";
    }
}
