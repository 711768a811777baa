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

    private static readonly TagName OfTexts = new("tag:yaml.org,2002:str");

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, PropertyValue> _anchors = [];
    private int _depth;

    private Yaml(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The value of a text; of several documents, the first one's.</summary>
    /// <exception cref="FormatException">It is something else; says the line, and quotes nothing.</exception>
    public static PropertyValue Parse(string text)
    {
        try
        {
            return new Yaml(text).Document();
        }
        catch (YamlException problem)
        {
            // Not its words: they may quote what is in the file.
            throw new FormatException($"line {problem.Start.Line} is no YAML");
        }
    }

    private PropertyValue Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return PropertyValue.Null;
        }

        var value = Value();
        _parser.Consume<DocumentEnd>();
        return value;
    }

    private PropertyValue Value()
    {
        var read = _parser.Consume<ParsingEvent>();
        if (read is AnchorAlias alias)
        {
            return _anchors.GetValueOrDefault(alias.Value)
                ?? throw Wrong(read, "refers to an anchor that is not there before");
        }

        var node = (NodeEvent)read;
        if (!node.Tag.IsEmpty && !node.Tag.Equals(OfTexts))
        {
            throw Wrong(read, "has a tag that is not understood here");
        }

        PropertyValue value = node switch
        {
            Scalar scalar => Text(scalar),
            _ when _depth == Deepest => throw Wrong(read, "is nested too deep"),
            SequenceStart => List(),
            _ => Mapping(),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = value;
        }

        return value;
    }

    private static PropertyValue Text(Scalar scalar) =>
        scalar is { Tag.IsEmpty: true, Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }
            ? PropertyValue.Null
            : scalar.Value;

    private ListValue List()
    {
        _depth++;
        var items = new List<PropertyValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value());
        }

        _depth--;
        return new ListValue(items);
    }

    private ObjectValue Mapping()
    {
        _depth++;
        var fields = PropertyMap.Empty;
        var merged = PropertyMap.Empty;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!;
            var key = Value() is StringValue text ? text.Value : throw Wrong(at, "has a key that is no text");
            var value = Value();
            if (key == "<<")
            {
                merged = Joined(merged, Merged(at, value));
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

        _depth--;
        return new ObjectValue(Joined(fields, merged));
    }

    private static IEnumerable<KeyValuePair<string, PropertyValue>> Merged(ParsingEvent at, PropertyValue value) =>
        value switch
        {
            ObjectValue one => one.Fields,
            ListValue several => several.Items.SelectMany(item => Merged(at, item)),
            _ => throw Wrong(at, "merges what is no mapping"),
        };

    // What is there counts.
    private static PropertyMap Joined(PropertyMap there, IEnumerable<KeyValuePair<string, PropertyValue>> more) =>
        more.Aggregate(
            there,
            static (all, field) => all.ContainsKey(field.Key) ? all : all.With(field.Key, field.Value)
        );

    private static FormatException Wrong(ParsingEvent at, string problem) => new($"line {at.Start.Line} {problem}");
}
