using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.LocalEngine.Projects;

/// <summary>An existing resource to take under management.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Id">Its id.</param>
public sealed record ImportItem(string Type, string Name, string Id)
{
    private static readonly HashSet<string> Fields = ["type", "name", "id"];

    /// <summary>Reads an import file as <c>pulumi import --file</c> does: <c>{"resources": [{type, name, id}]}</c>.</summary>
    /// <exception cref="EngineException">There is none, or it says what this engine cannot do.</exception>
    public static IReadOnlyList<ImportItem> Read(string file)
    {
        try
        {
            var resources = JsonNode.Parse(File.ReadAllBytes(file))?["resources"]?.AsArray() ?? [];
            return [.. resources.Select(resource => Item(file, resource?.AsObject() ?? []))];
        }
        catch (Exception problem) when (problem is IOException or JsonException or InvalidOperationException)
        {
            throw new EngineException($"could not read import file: {file}: {problem.Message}", problem);
        }
    }

    private static ImportItem Item(string file, JsonObject resource)
    {
        if (resource.Select(static field => field.Key).FirstOrDefault(static key => !Fields.Contains(key)) is { } key)
        {
            throw new EngineException($"{file}: the local engine knows no '{key}' of a resource to import");
        }

        return new ImportItem(Text("type"), Text("name"), Text("id"));

        string Text(string name) =>
            (string?)resource[name]
            ?? throw new EngineException($"{file}: a resource to import has no '{name}': {resource.ToJsonString()}");
    }
}
