using System.Security;
using System.Text.RegularExpressions;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Turns the Markdown of descriptions into XML documentation comments.</summary>
internal static partial class Documentation
{
    private static readonly string[] ForeignLanguages =
    [
        "typescript",
        "javascript",
        "python",
        "go",
        "java",
        "yaml",
        "hcl",
        "pcl",
        "terraform",
    ];

    /// <summary>Writes a comment: the first paragraph as summary, all else and the notes as remarks.</summary>
    internal static CodeWriter Doc(
        this CodeWriter code,
        string? description,
        string fallback,
        params IReadOnlyList<string> notes
    )
    {
        var blocks = Blocks(description ?? "").ToList();
        var summary = blocks.FirstOrDefault(static block => block is not Fence and not Heading);
        var rest = blocks.Where(block => block != summary).ToList();
        code.Line("/// <summary>")
            .Line($"/// {(summary is Paragraph first ? Inline(first.Text) : Inline(fallback))}")
            .Line("/// </summary>");
        if (summary is not null and not Paragraph)
        {
            rest = blocks;
        }

        if (rest.Count + notes.Count > 0)
        {
            code.Line("/// <remarks>");
            foreach (var block in rest)
            {
                Write(code, block);
            }

            foreach (var note in notes)
            {
                Write(code, new Paragraph(note));
            }

            code.Line("/// </remarks>");
        }

        return code;
    }

    private static void Write(CodeWriter code, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                code.Line($"/// <para>{Inline(paragraph.Text)}</para>");
                break;
            case Heading heading:
                code.Line($"/// <para><b>{Inline(heading.Text)}</b></para>");
                break;
            case Bullets bullets:
                code.Line("/// <list type=\"bullet\">");
                foreach (var item in bullets.Items)
                {
                    code.Line($"/// <item><description>{Inline(item)}</description></item>");
                }

                code.Line("/// </list>");
                break;
            case Fence fence:
                code.Line("/// <code>");
                foreach (var line in fence.Lines)
                {
                    code.Line(line.Length == 0 ? "///" : $"/// {Xml(line)}");
                }

                code.Line("/// </code>");
                break;
        }
    }

    private static IEnumerable<Block> Blocks(string markdown)
    {
        var parsed = Parse(ExampleFilter.Apply(markdown, "csharp")).ToList();
        for (var i = 0; i < parsed.Count; i++)
        {
            // A heading whose examples were all of other languages has nothing left to announce.
            var nextMatters =
                i + 1 < parsed.Count && (parsed[i + 1] is not Heading next || next.Level > Level(parsed[i]));
            if (parsed[i] is not Heading || nextMatters)
            {
                yield return parsed[i];
            }
        }
    }

    private static int Level(Block block) => block is Heading heading ? heading.Level : 0;

    private static IEnumerable<Block> Parse(string markdown)
    {
        var paragraph = new List<string>();
        var bullets = new List<string>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var trimmed = line.TrimStart();
            var fence = trimmed.StartsWith("```", StringComparison.Ordinal);
            var heading = HeadingLine().Match(trimmed);
            var bullet = BulletLine().Match(trimmed);
            var plain = trimmed.Length > 0 && !fence && !heading.Success && !bullet.Success;
            if (plain && bullets.Count > 0)
            {
                bullets[^1] += $" {trimmed}";
                continue;
            }

            if (!plain && paragraph.Count > 0)
            {
                yield return new Paragraph(string.Join(' ', paragraph));
                paragraph.Clear();
            }

            if (!bullet.Success && bullets.Count > 0)
            {
                yield return new Bullets([.. bullets]);
                bullets.Clear();
            }

            if (fence)
            {
                var language = trimmed[3..].Trim();
                var body = lines
                    .Skip(i + 1)
                    .TakeWhile(static one => !one.TrimStart().StartsWith("```", StringComparison.Ordinal))
                    .ToList();
                i += body.Count + 1;
                if (!ForeignLanguages.Contains(language))
                {
                    yield return new Fence(body);
                }
            }
            else if (heading.Success)
            {
                yield return new Heading(heading.Groups[1].Length, heading.Groups[2].Value);
            }
            else if (bullet.Success)
            {
                bullets.Add(bullet.Groups[1].Value);
            }
            else if (plain)
            {
                paragraph.Add(trimmed);
            }
        }

        if (paragraph.Count > 0)
        {
            yield return new Paragraph(string.Join(' ', paragraph));
        }

        if (bullets.Count > 0)
        {
            yield return new Bullets([.. bullets]);
        }
    }

    private static string Inline(string text)
    {
        text = Xml(text);
        text = CodeSpan().Replace(text, "<c>$1</c>");
        text = Link()
            .Replace(text, static match => $"<see href=\"{match.Groups[2].Value}\">{match.Groups[1].Value}</see>");
        return Strong().Replace(text, "<b>$1</b>");
    }

    // Quotes are fine in text, and easier to read as they are.
    private static string Xml(string text) =>
        SecurityElement
            .Escape(text)
            .Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("&apos;", "'", StringComparison.Ordinal);

    [GeneratedRegex("^(#{1,6}) +(.*)$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^[-*] +(.*)$")]
    private static partial Regex BulletLine();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\[([^\]]+)\]\((https?://[^)\s""]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Strong();

    private abstract record Block;

    private sealed record Paragraph(string Text) : Block;

    private sealed record Heading(int Level, string Text) : Block;

    private sealed record Bullets(IReadOnlyList<string> Items) : Block;

    private sealed record Fence(IReadOnlyList<string> Lines) : Block;
}
