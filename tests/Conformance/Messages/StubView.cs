using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Conformance.Tests.Messages;

/// <summary>A message as <c>toObject()</c> of a google-protobuf stub gives it.</summary>
internal static class StubView
{
    public static JsonObject Of(IMessage message)
    {
        var view = new JsonObject();
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            // What has presence and is absent is undefined: JSON leaves it out.
            if (!field.HasPresence || field.Accessor.HasValue(message))
            {
                view[Key(field)] = Field(field, field.Accessor.GetValue(message));
            }
        }

        return view;
    }

    /// <summary>Where two views differ first, and what stands there; null when nowhere.</summary>
    public static string? FirstDifference(JsonNode? ours, JsonNode? theirs)
    {
        switch (ours, theirs)
        {
            case (JsonObject one, JsonObject other):
                var names = one.Select(static field => field.Key).Union(other.Select(static field => field.Key));
                return names
                    .Select(name => Within($".{name}", FirstDifference(one[name], other[name])))
                    .FirstOrDefault(static found => found is not null);
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                return one.Zip(other)
                    .Select(static (pair, i) => Within($"[{i}]", FirstDifference(pair.First, pair.Second)))
                    .FirstOrDefault(static found => found is not null);
            default:
                return JsonNode.DeepEquals(ours, theirs) ? null : $": ours {ours ?? "-"}, theirs {theirs ?? "-"}";
        }
    }

    private static string? Within(string place, string? difference) => difference is null ? null : place + difference;

    private static JsonNode? Field(FieldDescriptor field, object value)
    {
        if (field.IsMap)
        {
            var (keys, values) = (field.MessageType.Fields[1], field.MessageType.Fields[2]);
            var map = (IDictionary)value;
            return new JsonArray([
                .. map
                    .Keys.Cast<object>()
                    .OrderBy(static key => $"{key}", StringComparer.Ordinal)
                    .Select(key => new JsonArray(Single(keys, key), Single(values, map[key]!))),
            ]);
        }

        return field.IsRepeated
            ? new JsonArray([.. ((IList)value).Cast<object>().Select(item => Single(field, item))])
            : Single(field, value);
    }

    private static JsonNode? Single(FieldDescriptor field, object value) =>
        field.FieldType switch
        {
            FieldType.Message => Of((IMessage)value),
            FieldType.Bytes => ((ByteString)value).ToBase64(),
            FieldType.Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            _ => JsonValue.Create(value),
        };

    // The stub compiler knows only lower_case_names: aliasURNs becomes aliasurnsList. And JavaScript reserves words.
    private static string Key(FieldDescriptor field)
    {
        var words = field.Name.Split('_').Select(static word => word.ToLowerInvariant());
        var name = string.Concat(words.Select(static (word, i) => i == 0 ? word : Capitalized(word)));
        return (name is "delete" or "new" or "return" ? "pb_" : "")
            + name
            + (
                field.IsMap ? "Map"
                : field.IsRepeated ? "List"
                : ""
            );
    }

    private static string Capitalized(string word) =>
        word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
