using System.Text;
using Generator.Text;

namespace Generator.Pages;

/// <summary>A page in Markdown, with the front matter that the registry wants.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();

    /// <summary>A page without front matter.</summary>
    internal Page(string title) => Heading(1, title);

    /// <summary>A page of the registry.</summary>
    internal Page(string title, string description) =>
        _text.Append($"---\ntitle: {title}\nmeta_desc: {Literals.Text(description)}\nlayout: package\n---\n\n");

    internal void Heading(int level, string text) => _text.Append($"{new string('#', level)} {text}\n\n");

    /// <summary>Paragraphs; nothing of an empty text.</summary>
    internal void Text(string markdown) => _text.Append(markdown.Length == 0 ? "" : $"{markdown.Trim()}\n\n");

    /// <summary>A table; nothing where there are no rows.</summary>
    internal void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Select(Row).ToList();
        if (lines.Count > 0)
        {
            _text.Append($"{Row(header)}{Row([.. header.Select(static _ => "---")])}{string.Concat(lines)}\n");
        }
    }

    /// <summary>The first paragraph of a description.</summary>
    internal static string Summary(string? description) => (description ?? "").Split("\n\n")[0].Trim();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private static string Row(IReadOnlyList<string> cells)
    {
        // A cell is one line, and a bar would end it.
        var escaped = cells.Select(static cell =>
            cell.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)
        );
        return $"| {string.Join(" | ", escaped)} |\n";
    }
}
