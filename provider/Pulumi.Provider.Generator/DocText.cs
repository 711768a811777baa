using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Pulumi.Provider.Generator;

/// <summary>Turns XML documentation into the Markdown that schemas hold.</summary>
internal static class DocText
{
    private static readonly string[] Sections = ["summary", "remarks"];

    /// <summary>The summary, then the remarks as further paragraphs, then the examples; empty where there is no documentation.</summary>
    public static string Markdown(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml))
        {
            return "";
        }

        var root = XElement.Parse("<doc>" + xml + "</doc>");
        var parts = Sections
            .Select(name => root.Descendants(name).FirstOrDefault())
            .Where(static element => element is not null)
            .Select(static element => Paragraphs(element!))
            .Where(static text => text.Length > 0);
        return string.Join("\n\n", parts.Concat(Examples(root)));
    }

    // In the form of which SDKs keep what is in their language, and registries show tabs.
    private static IEnumerable<string> Examples(XElement root)
    {
        var examples = root.Descendants("example")
            .Select(static example => $"{{{{% example %}}}}\n{Paragraphs(example)}\n{{{{% /example %}}}}")
            .ToList();
        return examples.Count == 0
            ? []
            : [$"{{{{% examples %}}}}\n## Example Usage\n\n{string.Join("\n", examples)}\n{{{{% /examples %}}}}"];
    }

    private static string Paragraphs(XElement element)
    {
        var blocks = new List<string>();
        var current = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "code" } block)
            {
                Flush(blocks, current);
                blocks.Add(block.Name.LocalName == "code" ? Code(block) : Fold(Inline(block)));
            }
            else
            {
                current.Append(Inline(node));
            }
        }

        Flush(blocks, current);
        return string.Join("\n\n", blocks);
    }

    private static void Flush(List<string> blocks, StringBuilder current)
    {
        var text = Fold(current.ToString());
        current.Clear();
        if (text.Length > 0)
        {
            blocks.Add(text);
        }
    }

    private static string Code(XElement block)
    {
        var lines = block.Value.Trim('\n').Split('\n');
        var indent = lines
            .Where(static line => line.Trim().Length > 0)
            .Min(static line => line.Length - line.TrimStart().Length);
        var body = string.Join(
            "\n",
            lines.Select(line => line.Length >= indent ? line.Substring(indent).TrimEnd() : "")
        );
        return $"```{block.Attribute("language")?.Value ?? ""}\n{body.TrimEnd()}\n```";
    }

    private static string Inline(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" or "paramref" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => See(see),
            XElement other => string.Concat(other.Nodes().Select(Inline)),
            _ => "",
        };

    private static string See(XElement see)
    {
        if (see.Attribute("href") is { } link)
        {
            return see.Value.Length > 0 ? $"[{see.Value}]({link.Value})" : $"<{link.Value}>";
        }

        var target = see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? "";
        var name = target.Substring(target.LastIndexOfAny(['.', ':']) + 1);
        return name.Length == 0 ? "" : $"`{char.ToLowerInvariant(name[0])}{name.Substring(1)}`";
    }

    private static string Fold(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
