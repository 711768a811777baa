using System.Text;
using System.Text.Json;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>Values from JSON text and back.</summary>
public static class JsonValues
{
    /// <summary>The value of a text that is JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PropertyValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <summary>The same; null for a text that is none.</summary>
    public static PropertyValue? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a value; what is secret in it is plain.</summary>
    public static string Write(PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static PropertyValue Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(Of)),
            JsonValueKind.Object => new ObjectValue(
                new PropertyMap(
                    json.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, Of(member.Value)))
                )
            ),
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            _ => PropertyValue.Null,
        };

    private static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value.Unwrapped)
        {
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case ObjectValue obj:
                json.WriteStartObject();
                foreach (var (name, field) in obj.Fields)
                {
                    json.WritePropertyName(name);
                    Write(json, field);
                }

                json.WriteEndObject();
                break;
            case StringValue text:
                json.WriteStringValue(text.Value);
                break;
            case NumberValue number:
                json.WriteNumberValue(number.Value);
                break;
            case BoolValue flag:
                json.WriteBooleanValue(flag.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
