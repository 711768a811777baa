using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Generator.Schema;

namespace Generator.Examples;

/// <summary>
/// Examples of resources and functions, and the schema with them. An example of <c>Endpoint</c> is a file
/// <c>Examples/Endpoint.yaml</c>, or several <c>Examples/Endpoint.*.yaml</c> in the order of their names.
/// </summary>
internal static class ExampleSet
{
    private static readonly JsonSerializerOptions AsWritten = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page: keep < > ' readable
    };

    /// <summary>The files below a folder, by name of what they are examples of.</summary>
    /// <exception cref="SchemaException">One is not readable as an example.</exception>
    internal static ILookup<string, ExampleFile> Read(string folder) =>
        Directory
            .EnumerateDirectories(folder, "Examples", SearchOption.AllDirectories)
            .SelectMany(static room => Directory.EnumerateFiles(room, "*.yaml"))
            .OrderBy(static file => Path.GetFileName(file), StringComparer.Ordinal)
            .Select(static file => ExampleFile.Parse(Path.GetFileName(file), File.ReadAllText(file)))
            .ToLookup(static file => file.Name.Split('.')[0], StringComparer.Ordinal);

    /// <summary>The schema with the examples in its descriptions, as the registry wants them.</summary>
    /// <exception cref="SchemaException">An example does not fit the schema, or is one of nothing.</exception>
    internal static string Weave(string schema, ILookup<string, ExampleFile> files)
    {
        var package = SchemaReader.Read(schema);
        var root = JsonNode.Parse(schema)!;
        var left = files.Select(static group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var section in (string[])["resources", "functions"])
        {
            foreach (var (token, node) in root[section]?.AsObject() ?? [])
            {
                var name = Tokens.Member(token);
                if (left.Remove(name))
                {
                    var examples = files[name].Select(file => ExampleBinder.Bind(package, file));
                    node!["description"] = Described((string?)node["description"] ?? "", Section(package, examples));
                }
            }
        }

        return left.Count == 0
            ? root.ToJsonString(AsWritten) + "\n"
            : throw new SchemaException(files[left.First()].First().Name, "is an example of nothing in the schema");
    }

    // Sections such as how to import come last.
    private static string Described(string description, string examples) =>
        description.IndexOf("\n\n## ", StringComparison.Ordinal) is var end and >= 0
            ? $"{description[..end]}\n\n{examples}{description[end..]}"
            : $"{description}\n\n{examples}";

    private static string Section(PackageSchema package, IEnumerable<Example> examples)
    {
        var names = new Dotnet.Names(package);
        var text = new StringBuilder("{{% examples %}}\n## Example Usage\n");
        foreach (var example in examples)
        {
            text.Append($"{{{{% example %}}}}\n### {example.Title}\n\n");
            if (example.Introduction is { } introduction)
            {
                text.Append($"{introduction}\n\n");
            }

            text.Append($"```csharp\n{Dotnet.ExampleWriter.Write(names, example)}```\n\n")
                .Append($"```typescript\n{Nodejs.ExampleWriter.Write(package, example)}```\n\n")
                .Append($"```yaml\n{example.Yaml}\n```\n\n")
                .Append("{{% /example %}}\n");
        }

        return text.Append("{{% /examples %}}").ToString();
    }
}
