using System.Text.Json;
using System.Text.Json.Nodes;
using Vpcep.Emulator.Persistence;

namespace Vpcep.Emulator.Control;

/// <summary>Objects from what tests send; an unknown field is an error, so that a test cannot misspell one.</summary>
internal static class Merge
{
    /// <summary>The object with the given fields replaced, whole values at a time; null takes what a new one has.</summary>
    public static T Into<T>(T item, JsonNode? body)
    {
        var fields = JsonSerializer.SerializeToNode(item, Json.State)!.AsObject();
        foreach (var (name, value) in body?.AsObject() ?? [])
        {
            fields.Remove(name);
            if (value is not null)
            {
                fields[name] = value.DeepClone();
            }
        }
        return fields.Deserialize<T>(Json.State)!;
    }

    public static T Read<T>(JsonNode? body) =>
        body is null ? throw new ArgumentException("no body") : body.Deserialize<T>(Json.State)!;
}
