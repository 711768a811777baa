using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Recovery;

/// <summary>
/// Inputs as a note on disk has them. A property that is, or holds, a secret is left out: what a user has marked is in no
/// file that is not encrypted.
/// </summary>
internal static class NoteInputs
{
    /// <summary>The inputs without secret ones.</summary>
    public static JsonObject Write(PropertyMap inputs) =>
        new(
            inputs
                .Where(static entry => !entry.Value.ContainsSecrets)
                .Select(static entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))
        );

    /// <summary>The inputs that were written.</summary>
    public static PropertyMap Read(JsonObject inputs) =>
        new(inputs.Select(static entry => KeyValuePair.Create(entry.Key, Read(entry.Value))));

    private static JsonNode? Write(PropertyValue value) =>
        value.Unwrapped switch
        {
            BoolValue flag => flag.Value,
            NumberValue number => number.Value,
            StringValue text => text.Value,
            ListValue list => new JsonArray([.. list.Items.Select(Write)]),
            ObjectValue obj => Write(obj.Fields),
            _ => null, // no input of a resource here is of another kind
        };

    private static PropertyValue Read(JsonNode? node) =>
        node switch
        {
            JsonArray items => new ListValue(items.Select(Read)),
            JsonObject fields => new ObjectValue(Read(fields)),
            JsonValue value => value.GetValueKind() switch
            {
                JsonValueKind.String => value.GetValue<string>(),
                JsonValueKind.Number => value.GetValue<double>(),
                _ => value.GetValue<bool>(),
            },
            _ => PropertyValue.Null,
        };
}
