using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>A policy as the API has it: a JSON array of statements with capitalised keys.</summary>
internal static class PolicyJson
{
    /// <summary>Writes statements; null for none.</summary>
    public static string? Write(IReadOnlyList<PolicyStatement>? statements) =>
        statements is { Count: > 0 }
            ? new JsonArray([.. statements.Select(static statement => (JsonNode)Object(statement))]).ToJsonString()
            : null;

    /// <summary>
    /// Reads statements; null for none. What the cloud sets by itself, a statement that allows everything, is none:
    /// otherwise every endpoint without a policy would show drift.
    /// </summary>
    public static IReadOnlyList<PolicyStatement>? Read(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        IReadOnlyList<PolicyStatement> statements = [.. document.RootElement.EnumerateArray().Select(Statement)];
        return statements.Count == 0 || (statements is [var only] && AllowsEverything(only)) ? null : statements;
    }

    private static JsonObject Object(PolicyStatement statement) =>
        new()
        {
            ["Effect"] = PolicyEffectWire.Write(statement.Effect),
            ["Action"] = Texts(statement.Actions),
            ["Resource"] = Texts(statement.Resources),
        };

    private static JsonArray Texts(IReadOnlyList<string> texts) =>
        new([.. texts.Select(static text => (JsonNode)JsonValue.Create(text))]);

    private static PolicyStatement Statement(JsonElement item) =>
        new()
        {
            Effect =
                (
                    item.TryGetProperty("Effect", out var effect) && effect.ValueKind == JsonValueKind.String
                        ? PolicyEffectWire.Open(effect.GetString())
                        : null
                ) ?? PolicyEffect.Allow,
            Actions = List(item, "Action"),
            Resources = List(item, "Resource"),
        };

    private static IReadOnlyList<string> List(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Select(static text => text.GetString()).OfType<string>()]
                : [value.GetString() ?? ""]
            : [];

    private static bool AllowsEverything(PolicyStatement statement) =>
        statement.Effect == PolicyEffect.Allow
        && statement.Actions.All(IsAnything)
        && statement.Resources.All(IsAnything);

    // As the clouds write it: "*", "*/*", "obs:*:*", "obs:*:*:*:*/*".
    private static bool IsAnything(string text) =>
        text.Split(':', '/') is [var first, .. var rest]
        && Array.TrueForAll(rest, static part => part == "*")
        && (first == "*" || rest.Length > 0);
}
