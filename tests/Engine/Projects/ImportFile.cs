using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Projects;

/// <summary>The file of <c>pulumi import --file</c>: <c>{"nameTable": {…}, "resources": […]}</c>.</summary>
public static class ImportFile
{
    private static readonly HashSet<string> Fields =
    [
        "type",
        "name",
        "logicalName",
        "id",
        "parent",
        "provider",
        "component",
    ];

    /// <summary>Reads what it says to import.</summary>
    /// <exception cref="EngineException">There is none, or it says what this engine cannot do.</exception>
    public static IReadOnlyList<ImportItem> Read(string file)
    {
        try
        {
            var content = JsonNode.Parse(File.ReadAllBytes(file));
            var names = content?["nameTable"]?.AsObject() ?? [];
            var resources = content?["resources"]?.AsArray() ?? [];
            return [.. resources.Select(resource => Item(file, resource?.AsObject() ?? [], names))];
        }
        catch (Exception problem) when (problem is IOException or JsonException or InvalidOperationException)
        {
            throw new EngineException($"could not read import file: {file}: {problem.Message}", problem);
        }
    }

    private static ImportItem Item(string file, JsonObject resource, JsonObject names)
    {
        if (resource.Select(static field => field.Key).FirstOrDefault(static key => !Fields.Contains(key)) is { } key)
        {
            throw new EngineException($"{file}: the local engine knows no '{key}' of a resource to import");
        }

        var isComponent = (bool?)resource["component"] ?? false;
        return new ImportItem(
            Text("type"),
            (string?)resource["logicalName"] ?? Text("name"),
            isComponent ? "" : Text("id")
        )
        {
            Parent = Named("parent"),
            Provider = Named("provider"),
            IsComponent = isComponent,
        };

        string Text(string name) =>
            (string?)resource[name]
            ?? throw new EngineException($"{file}: a resource to import has no '{name}': {resource.ToJsonString()}");

        string? Named(string name) => (string?)resource[name] is { } text ? (string?)names[text] ?? text : null;
    }
}
