using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Keeps the names of an answer and gives every value another type.</summary>
internal static class WrongTypes
{
    public static JsonNode? Of(JsonNode? node) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields.Select(field => KeyValuePair.Create(field.Key, Other(field.Value)))
            ),
            _ => node,
        };

    private static JsonNode? Other(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => new JsonObject { ["value"] = node.ToString() },
            JsonValueKind.Number => new JsonArray(node.DeepClone()),
            JsonValueKind.True or JsonValueKind.False => "perhaps",
            JsonValueKind.Array => new JsonObject(),
            JsonValueKind.Object => new JsonArray(),
            _ => 0,
        };
}
