using System.Text;
using System.Text.Json;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>Property values as JSON text: how providers take inputs that are no strings.</summary>
internal static class JsonText
{
    /// <summary>The value as a string of JSON; unknown when any part is, secret when any part is.</summary>
    internal static PropertyValue Encode(PropertyValue value)
    {
        if (value.ContainsUnknowns)
        {
            return PropertyValue.Unknown;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value);
        }

        PropertyValue text = Encoding.UTF8.GetString(buffer.ToArray());
        return value.ContainsSecrets ? text.AsSecret() : text;
    }

    /// <summary>JSON as a property value.</summary>
    internal static PropertyValue ToValue(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!,
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(ToValue)),
            JsonValueKind.Object => new ObjectValue(
                new PropertyMap(
                    json.EnumerateObject().Select(static field => KeyValuePair.Create(field.Name, ToValue(field.Value)))
                )
            ),
            _ => PropertyValue.Null,
        };

    internal static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value.Unwrapped)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BoolValue flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case NumberValue number:
                writer.WriteNumberValue(number.Value);
                break;
            case StringValue text:
                writer.WriteStringValue(text.Value);
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case ObjectValue map:
                writer.WriteStartObject();
                foreach (var (name, field) in map.Fields)
                {
                    writer.WritePropertyName(name);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} cannot be written as JSON");
        }
    }
}
