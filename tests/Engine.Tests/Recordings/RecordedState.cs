using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>A resource of the state, as scenarios write it.</summary>
internal sealed record RecordedState(string Urn, JsonObject Fields)
{
    private static readonly ImmutableHashSet<string> Aside =
    [
        "urn",
        "type",
        "custom",
        "propertyDependencies",
        "created",
        "modified",
    ];

    /// <summary>Reads a resource of the state file.</summary>
    public static RecordedState Of(JsonObject resource)
    {
        var fields = new JsonObject(
            resource
                .Where(static field => !Aside.Contains(field.Key))
                .Select(static field => KeyValuePair.Create(field.Key, ScenarioJson.FromWire(field.Value)))
        );
        if ((string?)resource["parent"] == ScenarioJson.Stack)
        {
            fields.Remove("parent");
        }

        return new RecordedState(ScenarioJson.UrnsFromWire((string)resource["urn"]!).TrimStart('~'), Essential(fields));
    }

    /// <summary>The fields to compare: all, or where a resource was recorded in part those that were.</summary>
    public JsonObject Comparable(JsonObject recorded) =>
        recorded.ContainsKey("id") && recorded.ContainsKey("outputs")
            ? Fields
            : new JsonObject(
                Fields
                    .Where(field => recorded.ContainsKey(field.Key))
                    .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
            );

    /// <summary>Without fields that say nothing.</summary>
    public static JsonObject Essential(JsonObject fields) =>
        new(
            fields
                .Where(static field =>
                    field.Value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 })
                    && !(field.Value is JsonValue value && value.TryGetValue<bool>(out var flag) && !flag)
                    && !(field.Value is JsonValue text && text.TryGetValue<string>(out var empty) && empty.Length == 0)
                )
                .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );
}
