using System.Text;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>
/// Reads YAML as files of settings have it: mappings, lists, texts with and without quotes, blocks of text, JSON in between,
/// comments, anchors and merges. All that is no mapping or list is a text; <c>null</c> and <c>~</c> are none.
/// </summary>
internal sealed class Yaml
{
    private const int Deepest = 100;

    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, PropertyValue> _anchors = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;

    private Yaml(string text)
    {
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var indent = raw.Length - raw.TrimStart(' ').Length;
            _lines.Add(new Line(number, indent, raw[indent..].TrimEnd(), raw));
        }
    }

    /// <summary>The value of a text.</summary>
    /// <exception cref="FormatException">It is something else; says the line, and quotes nothing.</exception>
    public static PropertyValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var yaml = new Yaml(text);
        yaml.SkipHead();
        var value = yaml.Next() is null ? PropertyValue.Null : yaml.Block(0);
        return yaml.Next() is { Text: not "..." and not "---" } rest
            ? throw Wrong(rest, "is indented otherwise than its neighbours")
            : value;
    }

    private void SkipHead()
    {
        while (Next() is { Text: var text } && (text.StartsWith('%') || text == "---"))
        {
            _at++;
        }
    }

    // The next line that says something.
    private Line? Next()
    {
        while (_at < _lines.Count && (_lines[_at].Text.Length == 0 || _lines[_at].Text[0] == '#'))
        {
            _at++;
        }

        return _at < _lines.Count ? _lines[_at] : null;
    }

    private PropertyValue Block(int least)
    {
        if (Next() is not { } first || first.Indent < least)
        {
            return PropertyValue.Null;
        }

        if (++_depth > Deepest)
        {
            throw Wrong(first, "is nested too deep");
        }

        var value =
            IsItem(first.Text) ? List(first.Indent)
            : KeyEnd(first) > 0 ? Mapping(first.Indent)
            : Inline(first.Text, first.Indent);
        _depth--;
        return value;
    }

    private ListValue List(int indent)
    {
        var items = new List<PropertyValue>();
        while (Next() is { } line && line.Indent == indent && IsItem(line.Text))
        {
            var inner = line.Text[1..];
            var text = inner.TrimStart(' ');
            if (WithoutComment(text).Length == 0)
            {
                _at++;
                items.Add(Block(indent + 1));
                continue;
            }

            // What stands behind the dash is a block of its own, as deep as it stands.
            var deeper = indent + 1 + inner.Length - text.Length;
            _lines[_at] = line with { Indent = deeper, Text = text };
            items.Add(Block(deeper));
        }

        return new ListValue(items);
    }

    private ObjectValue Mapping(int indent)
    {
        var fields = PropertyMap.Empty;
        var merged = PropertyMap.Empty;
        while (Next() is { } line && line.Indent == indent && KeyEnd(line) is > 0 and var end)
        {
            var key = Unquoted(line, line.Text[..end].TrimEnd());
            var value = Value(line, line.Text[(end + 1)..].Trim(), indent);
            if (key == "<<")
            {
                foreach (var (name, field) in Merged(line, value))
                {
                    merged = merged.ContainsKey(name) ? merged : merged.With(name, field);
                }
            }
            else if (fields.ContainsKey(key))
            {
                throw Wrong(line, "has a key that is there before");
            }
            else
            {
                fields = fields.With(key, value);
            }
        }

        foreach (var (name, field) in merged)
        {
            fields = fields.ContainsKey(name) ? fields : fields.With(name, field);
        }

        return new ObjectValue(fields);
    }

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Merged(Line line, PropertyValue value) =>
        value switch
        {
            ObjectValue one => one.Fields,
            ListValue several => several.Items.SelectMany(item => Merged(line, item)),
            _ => throw Wrong(line, "merges what is no mapping"),
        };

    // What stands behind a key, or under it.
    private PropertyValue Value(Line line, string text, int indent)
    {
        if (text is ['&', ..])
        {
            var words = text[1..].Split(' ', 2);
            return _anchors[words[0]] = Value(line, words.ElementAtOrDefault(1)?.Trim() ?? "", indent);
        }

        if (text is ['|' or '>', ..])
        {
            _at++;
            return Folded(text, indent);
        }

        if (WithoutComment(text).Length > 0)
        {
            return Inline(text, indent);
        }

        _at++;
        // A list may stand as deep as its key.
        return Next() is { } next && next.Indent == indent && IsItem(next.Text) ? List(indent) : Block(indent + 1);
    }

    private StringValue Folded(string style, int indent)
    {
        var lines = new List<string>();
        int? inner = null;
        for (; _at < _lines.Count && (_lines[_at].Text.Length == 0 || _lines[_at].Indent > indent); _at++)
        {
            inner ??= _lines[_at].Text.Length > 0 ? _lines[_at].Indent : null;
            lines.Add(_lines[_at].Raw.Length > inner ? _lines[_at].Raw[inner.Value..].TrimEnd('\r') : "");
        }

        var text = string.Join(style[0] == '|' ? "\n" : " ", lines).TrimEnd(' ', '\n');
        return new StringValue(style.Contains('-', StringComparison.Ordinal) ? text : text + "\n");
    }

    // A text or JSON that begins on this line; JSON and texts may go on below, deeper than the line.
    private PropertyValue Inline(string text, int indent)
    {
        var line = _lines[_at++];
        if (text[0] is '!' or '@' or '`')
        {
            throw Wrong(line, $"begins a value with {text[0]}, which is not understood here");
        }

        if (text[0] is '*')
        {
            return _anchors.GetValueOrDefault(WithoutComment(text)[1..])
                ?? throw Wrong(line, "refers to an anchor that is not there before");
        }

        var whole = new StringBuilder(IsOpen(text) ? text : WithoutComment(text));
        while (
            Next() is { } next
            && (IsOpen(whole.ToString()) || next.Indent > indent && text[0] is not ('"' or '\'' or '{' or '['))
        )
        {
            whole.Append(' ').Append(WithoutComment(next.Text));
            _at++;
        }

        var flow = new Flow(line, WithoutComment(whole.ToString()));
        return flow.Read();
    }

    private static bool IsItem(string text) => text is "-" or ['-', ' ', ..];

    // Where the key of a line ends; 0 where it has none.
    private static int KeyEnd(Line line)
    {
        var text = line.Text;
        var quote = text[0] is '"' or '\'' ? text[0] : '\0';
        for (var at = quote == '\0' ? 0 : Flow.EndOfQuoted(line, text, 0); at < text.Length; at++)
        {
            if (text[at] == ':' && (at + 1 == text.Length || text[at + 1] is ' ' or '\t'))
            {
                return at;
            }

            if (text[at] is '#' && at > 0 && text[at - 1] == ' ' || at == 0 && text[0] is '{' or '[')
            {
                return 0;
            }
        }

        return 0;
    }

    private static string Unquoted(Line line, string key) =>
        key is ['"' or '\'', ..] ? ((StringValue)new Flow(line, key).Read()).Value : key;

    // A quote or a bracket that is not closed yet.
    private static bool IsOpen(string text)
    {
        var depth = 0;
        var quote = text[0] is '"' or '\'' || text[0] is '{' or '[' ? '\0' : 'x';
        if (quote == 'x')
        {
            return false;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var one = text[at];
            if (quote != '\0')
            {
                at += one == '\\' && quote == '"' ? 1 : 0;
                quote = one == quote ? '\0' : quote;
            }
            else if (one is '"' or '\'')
            {
                quote = one;
            }
            else
            {
                depth +=
                    one is '{' or '[' ? 1
                    : one is '}' or ']' ? -1
                    : 0;
            }
        }

        return quote != '\0' || depth > 0;
    }

    private static string WithoutComment(string text)
    {
        var quote = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var one = text[at];
            if (quote != '\0')
            {
                at += one == '\\' && quote == '"' ? 1 : 0;
                quote = one == quote ? '\0' : quote;
            }
            else if (one is '"' or '\'' && (at == 0 || text[at - 1] is ' ' or '{' or '[' or ',' or ':'))
            {
                quote = one;
            }
            else if (one == '#' && (at == 0 || text[at - 1] is ' ' or '\t'))
            {
                return text[..at].TrimEnd();
            }
        }

        return text.TrimEnd();
    }

    private static FormatException Wrong(Line line, string problem) => new($"line {line.Number} {problem}");

    private sealed record Line(int Number, int Indent, string Text, string Raw);

    /// <summary>A value within a line.</summary>
    private sealed class Flow(Line line, string text)
    {
        private int _at;

        public PropertyValue Read()
        {
            var value = One("");
            return _at < text.Length ? throw Wrong(line, "has more behind its value") : value;
        }

        /// <summary>Where a text in quotes ends, behind its quote.</summary>
        public static int EndOfQuoted(Line line, string text, int from)
        {
            for (var at = from + 1; at < text.Length; at++)
            {
                if (text[at] == '\\' && text[from] == '"')
                {
                    at++;
                }
                else if (text[at] == text[from])
                {
                    if (text[from] != '\'' || at + 1 == text.Length || text[at + 1] != '\'')
                    {
                        return at + 1;
                    }

                    at++; // a quote within, doubled
                }
            }

            throw Wrong(line, "has a quote that is not closed");
        }

        private PropertyValue One(string ends)
        {
            Skip();
            var value = Peek() switch
            {
                '{' => Object(),
                '[' => Items(),
                '"' or '\'' => Quoted(),
                _ => Plain(ends),
            };
            Skip();
            return value;
        }

        private ObjectValue Object()
        {
            var fields = PropertyMap.Empty;
            for (_at++; ; )
            {
                Skip();
                if (Take('}'))
                {
                    return new ObjectValue(fields);
                }

                var key = One(":,}") is StringValue name ? name.Value : throw Wrong(line, "has a key that is no text");
                var value = Take(':') ? One(",}") : PropertyValue.Null;
                fields = fields.With(key, value);
                if (!Take(',') && Peek() != '}')
                {
                    throw Wrong(line, "has a brace that is not closed");
                }
            }
        }

        private ListValue Items()
        {
            var items = new List<PropertyValue>();
            for (_at++; ; )
            {
                Skip();
                if (Take(']'))
                {
                    return new ListValue(items);
                }

                items.Add(One(",]"));
                if (!Take(',') && Peek() != ']')
                {
                    throw Wrong(line, "has a bracket that is not closed");
                }
            }
        }

        private StringValue Quoted()
        {
            var end = EndOfQuoted(line, text, _at);
            var (quote, inner) = (text[_at], text[(_at + 1)..(end - 1)]);
            _at = end;
            return new StringValue(
                quote == '\'' ? inner.Replace("''", "'", StringComparison.Ordinal) : Unescaped(inner)
            );
        }

        private string Unescaped(string inner)
        {
            var plain = new StringBuilder();
            for (var at = 0; at < inner.Length; at++)
            {
                if (inner[at] != '\\')
                {
                    plain.Append(inner[at]);
                    continue;
                }

                var code = ++at < inner.Length ? inner[at] : '\0';
                var digits = code switch
                {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                if (digits > 0)
                {
                    plain.Append(Rune(inner, at + 1, digits));
                    at += digits;
                    continue;
                }

                plain.Append(
                    code switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        '0' => '\0',
                        '"' or '\\' or '/' or ' ' => code,
                        _ => throw Wrong(line, "has an escape that is not known"),
                    }
                );
            }

            return plain.ToString();
        }

        private string Rune(string inner, int from, int digits) =>
            from + digits <= inner.Length
            && uint.TryParse(
                inner.AsSpan(from, digits),
                System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture,
                out var code
            )
            && System.Text.Rune.IsValid(code)
                ? new Rune(code).ToString()
                : throw Wrong(line, "has an escape that is no character");

        private PropertyValue Plain(string ends)
        {
            var from = _at;
            while (
                _at < text.Length
                && !(
                    ends.Contains(text[_at], StringComparison.Ordinal)
                    && (text[_at] != ':' || _at + 1 == text.Length || text[_at + 1] is ' ' or ',' or '}')
                )
            )
            {
                _at++;
            }

            var plain = text[from.._at].Trim();
            return plain is "" or "~" or "null" or "Null" or "NULL" ? PropertyValue.Null : plain;
        }

        private char Peek() => _at < text.Length ? text[_at] : '\0';

        private bool Take(char expected)
        {
            if (Peek() != expected)
            {
                return false;
            }

            _at++;
            return true;
        }

        private void Skip()
        {
            while (Peek() is ' ' or '\t')
            {
                _at++;
            }
        }
    }
}
