using Generator.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Generator.Examples;

/// <summary>
/// A file with an example: a Pulumi YAML program below comment lines, of which the first is the title and the others,
/// if any, an introduction.
/// </summary>
/// <param name="Name">Its name, for errors.</param>
/// <param name="Title">The title.</param>
/// <param name="Introduction">Markdown, or null.</param>
/// <param name="Yaml">The program.</param>
/// <param name="Root">The program, parsed.</param>
internal sealed record ExampleFile(string Name, string Title, string? Introduction, string Yaml, YamlMappingNode Root)
{
    /// <summary>Reads a file's text.</summary>
    /// <exception cref="SchemaException">It has no title, or is not YAML.</exception>
    internal static ExampleFile Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var comments = lines.TakeWhile(static line => line.StartsWith('#')).ToList();
        if (comments.Count == 0)
        {
            throw new SchemaException(name, "begins with no title: a comment line");
        }

        var words = comments.ConvertAll(static line => line[1..].Trim());
        var yaml = string.Join('\n', lines.Skip(comments.Count)).Trim('\n');
        var introduction = string.Join(' ', words.Skip(1)).Trim();
        return new ExampleFile(name, words[0], introduction.Length == 0 ? null : introduction, yaml, Load(name, yaml));
    }

    private static YamlMappingNode Load(string name, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException problem)
        {
            throw new SchemaException(name, $"not valid YAML: {problem.Message}");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new SchemaException(name, "is no mapping");
    }
}
