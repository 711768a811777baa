using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>One step of a path: a key of an object, an index of a list, or the wildcard that stands for all of them.</summary>
public readonly record struct PathSegment
{
    private PathSegment(string? key, int index) => (Key, Index) = (key, index);

    /// <summary>The key, or null when this is no key.</summary>
    public string? Key { get; }

    /// <summary>The index from 0, or -1 when this is no index.</summary>
    public int Index { get; }

    /// <summary>True for <c>*</c>, in brackets, in quotes or as a name: engines tell these apart no more than keys.</summary>
    public bool IsWildcard => Key is null && Index < 0;

    /// <summary>The segment <c>[*]</c>.</summary>
    public static PathSegment Wildcard { get; } = new(null, -1);

    /// <summary>A key of an object; <c>*</c> is the wildcard.</summary>
    public static implicit operator PathSegment(string key) => key == "*" ? Wildcard : new(key, -1);

    /// <summary>An index of a list.</summary>
    public static implicit operator PathSegment(int index) => new(null, index);

    /// <summary>True when this segment, maybe a wildcard, covers the other.</summary>
    public bool Covers(PathSegment other) => IsWildcard || this == other;
}

/// <summary>
/// A path to a property as the engine reads it: <c>a.b</c>, <c>a[0]</c>, <c>a["key.with.dot"]</c>, <c>["root key"]</c>,
/// <c>a[*].c</c>, <c>a.*</c>. A key that holds a dot or a bracket is quoted, its quotes escaped by a backslash; a backslash
/// before anything else is one. Between two steps there may be more dots than one, and one before a bracket.
/// </summary>
public readonly struct PropertyPath : IEquatable<PropertyPath>
{
    private readonly ImmutableArray<PathSegment> _segments;

    /// <summary>A path of the given segments.</summary>
    public PropertyPath(params ImmutableArray<PathSegment> segments) => _segments = segments;

    /// <summary>The path of the whole object.</summary>
    public static PropertyPath Root { get; } = new([]);

    /// <summary>The steps, outermost first.</summary>
    public ImmutableArray<PathSegment> Segments => _segments.IsDefault ? [] : _segments;

    /// <summary>The outermost key, or null for the root and for paths that begin otherwise.</summary>
    public string? Head => Segments is [var first, ..] ? first.Key : null;

    /// <summary>This path with one more step.</summary>
    public PropertyPath Append(PathSegment segment) => new(Segments.Add(segment));

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is no path; the message says where and why.</exception>
    public static PropertyPath Parse(string text) =>
        TryParse(text, out var path, out var problem) ? path : throw new FormatException(problem);

    /// <summary>Reads a path, or says what is wrong with it.</summary>
    public static bool TryParse(string text, out PropertyPath path, [NotNullWhen(false)] out string? problem)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        path = default;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                if (!TryBracket(text, ref at, out var segment))
                {
                    problem = $"property path '{text}': no index, quoted key or * that ends in ] at position {at}";
                    return false;
                }

                segments.Add(segment);
                continue;
            }

            if (text[at] == '.')
            {
                at++;
                if (at == 1 || at == text.Length)
                {
                    problem = $"property path '{text}': no name on one side of the dot at position {at - 1}";
                    return false;
                }

                continue;
            }

            var end = text.AsSpan(at).IndexOfAny('.', '[');
            end = end < 0 ? text.Length : at + end;
            segments.Add(text[at..end]);
            at = end;
        }

        path = new PropertyPath(segments.ToImmutable());
        problem = null;
        return true;
    }

    /// <summary>True when this path, wildcards included, is the other or one of its ancestors.</summary>
    public bool Contains(PropertyPath other)
    {
        var (mine, its) = (Segments, other.Segments);
        if (mine.Length > its.Length)
        {
            return false;
        }

        for (var i = 0; i < mine.Length; i++)
        {
            if (!mine[i].Covers(its[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value at this path inside the map (secrets and outputs are looked through), or null.</summary>
    public PropertyValue? Find(PropertyMap map)
    {
        PropertyValue? at = new ObjectValue(map);
        foreach (var segment in Segments)
        {
            at = at?.Unwrapped switch
            {
                ObjectValue obj when segment.Index < 0 => obj.Fields.Find(segment.Key ?? "*"),
                ListValue list when segment.Index >= 0 && segment.Index < list.Items.Length => list.Items[
                    segment.Index
                ],
                _ => null,
            };
        }

        return at;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in Segments)
        {
            if (segment.IsWildcard)
            {
                text.Append("[*]");
            }
            else if (segment.Key is not { } key)
            {
                text.Append('[').Append(segment.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (MustBeQuoted(key))
            {
                text.Append("[\"").Append(key.Replace("\"", "\\\"")).Append("\"]");
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(key);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(PropertyPath other) => Segments.AsSpan().SequenceEqual(other.Segments.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PropertyPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var segment in Segments)
        {
            hash.Add(segment);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality by segments.</summary>
    public static bool operator ==(PropertyPath left, PropertyPath right) => left.Equals(right);

    /// <summary>Inequality by segments.</summary>
    public static bool operator !=(PropertyPath left, PropertyPath right) => !left.Equals(right);

    // Quotes make a key that holds one, or a bracket, easier to read; but a backslash at the end would escape the last.
    private static bool MustBeQuoted(string key) =>
        key.Length == 0 || key.AsSpan().ContainsAny("[.") || (key.AsSpan().ContainsAny("]\"\\") && !key.EndsWith('\\'));

    private static bool TryBracket(string text, ref int at, out PathSegment segment)
    {
        segment = PathSegment.Wildcard;
        if (text.AsSpan(at).StartsWith("[*]"))
        {
            at += 3;
            return true;
        }

        if (text.AsSpan(at).StartsWith("[\""))
        {
            return TryQuoted(text, ref at, out segment);
        }

        var end = text.IndexOf(']', at);
        if (
            end < 0
            || !int.TryParse(
                text.AsSpan(at + 1, end - at - 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var index
            )
            || index < 0
        )
        {
            return false;
        }

        (segment, at) = (index, end + 1);
        return true;
    }

    private static bool TryQuoted(string text, ref int at, out PathSegment segment)
    {
        var key = new StringBuilder();
        for (var i = at + 2; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("\\\""))
            {
                key.Append(text[++i]);
            }
            else if (text[i] != '"')
            {
                key.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == ']')
            {
                (segment, at) = (key.ToString(), i + 2);
                return true;
            }
            else
            {
                break;
            }
        }

        segment = default;
        return false;
    }
}
