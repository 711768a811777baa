using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulumi.LocalEngine.Projects;

/// <summary>An existing resource to take under management.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Id">Its id; empty for a component.</param>
public sealed record ImportItem(string Type, string Name, string Id)
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

    /// <summary>Its parent: a URN, or the name of an earlier item; null for the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>The URN of its provider; null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>True for a component, which is made without a call.</summary>
    public bool IsComponent { get; init; }

    /// <summary>True when it must not be deleted.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>Reads an import file as <c>pulumi import --file</c> does: <c>{"nameTable": {…}, "resources": […]}</c>.</summary>
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
