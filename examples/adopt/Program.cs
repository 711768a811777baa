using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

// The resources of resources.json. `adopt` wrote the file; from now on people do, and it says what there is to be.
return await Deployment.RunAsync(() =>
{
    var project = JsonSerializer.Deserialize<Project>(File.ReadAllText("resources.json"), JsonSerializerOptions.Web)!;

    foreach (var resource in project.Resources)
    {
        _ = new CustomResource(
            resource.Type,
            resource.Name,
            new DictionaryResourceArgs(
                resource.Inputs.ToImmutableDictionary(static input => input.Key, static input => (object?)input.Value)
            ),
            // What somebody relies on is not deleted by mistake.
            new CustomResourceOptions { Protect = true }
        );
    }

    return new Dictionary<string, object?> { ["resources"] = project.Resources.Length };
});

internal sealed record Project(Described[] Resources);

internal sealed record Described(string Type, string Name, Dictionary<string, JsonElement> Inputs);
