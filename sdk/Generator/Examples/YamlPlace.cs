using System.Text.RegularExpressions;
using Generator.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Generator.Examples;

/// <summary>A YAML node that knows where it is.</summary>
/// <param name="Path">The file, and the keys down to it.</param>
/// <param name="Node">The node.</param>
internal sealed partial record YamlPlace(string Path, YamlNode Node)
{
    /// <summary>The entries of a mapping.</summary>
    /// <exception cref="SchemaException">It is none.</exception>
    internal IReadOnlyList<(string Key, YamlPlace Value)> Entries() =>
        Node is YamlMappingNode mapping
            ? [.. mapping.Children.Select(entry => (Key(entry.Key), Below(Key(entry.Key), entry.Value)))]
            : throw Error("is no mapping");

    /// <summary>The elements of a sequence.</summary>
    /// <exception cref="SchemaException">It is none.</exception>
    internal IReadOnlyList<YamlPlace> Items() =>
        Node is YamlSequenceNode sequence
            ? [.. sequence.Children.Select((item, i) => new YamlPlace($"{Path}[{i}]", item))]
            : throw Error("is no list");

    /// <summary>The entry of a mapping, or null.</summary>
    internal YamlPlace? Find(string key) =>
        Node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var found)
            ? Below(key, found)
            : null;

    /// <summary>Fails on entries that nobody reads.</summary>
    /// <exception cref="SchemaException">There is one.</exception>
    internal void Allow(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key))
            {
                throw value.Error($"is not supported in examples; known here: {string.Join(", ", keys)}");
            }
        }
    }

    /// <summary>The text of a scalar.</summary>
    /// <exception cref="SchemaException">It is none.</exception>
    internal string Text() => (Node as YamlScalarNode)?.Value ?? throw Error("is no text");

    /// <summary>True for a scalar that YAML takes for a text, not for a number, a truth value or null.</summary>
    internal bool IsText =>
        Node is YamlScalarNode scalar && (scalar.Style != ScalarStyle.Plain || !Other().IsMatch(scalar.Value ?? ""));

    internal SchemaException Error(string message) => new(Path, message);

    private YamlPlace Below(string key, YamlNode node) => new($"{Path}/{key}", node);

    private string Key(YamlNode key) => (key as YamlScalarNode)?.Value ?? throw Error("has a key that is no text");

    [GeneratedRegex(
        @"^(?:|~|null|true|false|[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:e[-+]?[0-9]+)?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Other();
}
