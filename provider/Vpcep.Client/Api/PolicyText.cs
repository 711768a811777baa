using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Policies as JSON text, so that two that say the same are the same text.</summary>
public static class PolicyText
{
    /// <summary>What is told of an endpoint without a policy.</summary>
    public const string None = "null";

    /// <summary>Without white space, the members of each object in order; lists keep theirs.</summary>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static string Canonical(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Tolerant.TryParse(Encoding.UTF8.GetBytes(json), out var root)
            ? Canonical(root)
            : throw new FormatException("the policy is no JSON");
    }

    internal static string Canonical(JsonElement policy)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            Write(json, policy);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
