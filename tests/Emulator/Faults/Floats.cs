using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Writes the whole numbers of an answer with an exponent, which means the same.</summary>
internal static class Floats
{
    public static JsonNode? Of(JsonNode? node) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields.Select(field => KeyValuePair.Create(field.Key, Of(field.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Of)]),
            JsonValue value
                when value.GetValueKind() == JsonValueKind.Number
                    && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var number)
                    && number > 0 => Written(number),
            _ => node?.DeepClone(),
        };

    private static JsonNode? Written(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return JsonNode.Parse($"{digits[0]}.{digits[1..].TrimEnd('0').PadRight(1, '0')}e{digits.Length - 1}");
    }
}
