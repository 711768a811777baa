using System.Text;

namespace Generator.Text;

/// <summary>Collects indented lines of code; line feeds only.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Adds one line, or several given as one text.</summary>
    internal CodeWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Adds a header and braces around what the action adds.</summary>
    internal CodeWriter Block(string header, Action body, string after = "")
    {
        Line(header).Line("{");
        _depth++;
        body();
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Adds a header that ends in an opening brace, what the action adds, and the closing brace.</summary>
    internal CodeWriter Scope(string header, Action body, string after = "")
    {
        Line(header + " {");
        _depth++;
        body();
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Adds lines one step further in.</summary>
    internal CodeWriter Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
        return this;
    }

    /// <summary>Adds one part per item, with empty lines between them.</summary>
    internal CodeWriter Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                Line();
            }

            first = false;
            write(item);
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
