using Pulumi.Provider.Protocol.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>
/// Reads YAML as files of settings have it: all that is no mapping or list is a text; <c>null</c> and <c>~</c> are none, and
/// <c>&lt;&lt;</c> merges.
/// </summary>
internal sealed class Yaml
{
    private const int Deepest = 100;
    private const string TooDeep = "is nested too deep";

    private static readonly TagName OfTexts = new("tag:yaml.org,2002:str");

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, (PropertyValue Value, int Height)> _anchors = [];

    private Yaml(string text)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>The value of a text; of several documents, the first one's.</summary>
    /// <exception cref="FormatException">It is something else; says the line, and quotes nothing.</exception>
    public static PropertyValue Parse(string text)
    {
        var yaml = new Yaml(text);
        try
        {
            return yaml.Document();
        }
        // Of what is wrong the library has exceptions of several kinds, not all of which know where; and words that are not ours
        // to vouch for.
        catch (Exception problem) when (problem is YamlException or ArgumentException or InvalidOperationException)
        {
            var line =
                problem is YamlException { Start: var at } && !at.Equals(Mark.Empty)
                    ? at.Line
                    : yaml._scanner.CurrentPosition.Line;
            throw new FormatException($"line {line} is no YAML; put texts with special characters in quotes");
        }
    }

    private PropertyValue Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return PropertyValue.Null;
        }

        var (value, _) = Node(0);
        _parser.Consume<DocumentEnd>();
        return value;
    }

    // What stands next, and how deep it nests: an alias nests as what it stands for.
    private (PropertyValue Value, int Height) Node(int depth)
    {
        var read = _parser.Consume<ParsingEvent>();
        if (read is AnchorAlias alias)
        {
            return !_anchors.TryGetValue(alias.Value, out var anchored)
                    ? throw Wrong(read, "refers to an anchor that is not there before")
                : depth + anchored.Height > Deepest ? throw Wrong(read, TooDeep)
                : anchored;
        }

        var node = (NodeEvent)read;
        if (!node.Tag.IsEmpty && !node.Tag.Equals(OfTexts))
        {
            throw Wrong(read, "has a tag that is not understood here");
        }

        var made = node switch
        {
            Scalar scalar => (Text(scalar), 0),
            _ when depth == Deepest => throw Wrong(read, TooDeep),
            SequenceStart => List(depth + 1),
            _ => Mapping(depth + 1),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = made;
        }

        return made;
    }

    private static PropertyValue Text(Scalar scalar) =>
        scalar is { Tag.IsEmpty: true, Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }
            ? PropertyValue.Null
            : scalar.Value;

    private (PropertyValue Value, int Height) List(int depth)
    {
        var items = new List<PropertyValue>();
        var highest = 0;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var (item, height) = Node(depth);
            items.Add(item);
            highest = Math.Max(highest, height);
        }

        return (new ListValue(items), highest + 1);
    }

    private (PropertyValue Value, int Height) Mapping(int depth)
    {
        var fields = PropertyMap.Empty;
        var merged = PropertyMap.Empty;
        var highest = 0;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!;
            var key = Node(depth).Value is StringValue text ? text.Value : throw Wrong(at, "has a key that is no text");
            var (value, height) = Node(depth);
            highest = Math.Max(highest, height);
            if (key == "<<")
            {
                merged = Merged(at, value).Aggregate(merged, Joined);
            }
            else if (fields.ContainsKey(key))
            {
                throw Wrong(at, "has a key that is there before");
            }
            else
            {
                fields = fields.With(key, value);
            }
        }

        return (new ObjectValue(Joined(fields, merged)), highest + 1);
    }

    private static IEnumerable<PropertyMap> Merged(ParsingEvent at, PropertyValue value) =>
        (value is ListValue several ? several.Items : [value]).Select(one =>
            one is ObjectValue mapping ? mapping.Fields : throw Wrong(at, "merges what is no mapping")
        );

    // What is there counts.
    private static PropertyMap Joined(PropertyMap there, PropertyMap more) =>
        more.Aggregate(
            there,
            static (all, field) => all.ContainsKey(field.Key) ? all : all.With(field.Key, field.Value)
        );

    private static FormatException Wrong(ParsingEvent at, string problem) => new($"line {at.Start.Line} {problem}");
}
