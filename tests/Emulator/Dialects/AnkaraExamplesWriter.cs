using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>
/// As the example answers of the reference are written where they contradict its tables: numbers and booleans as
/// strings here and there, <c>dns_name</c> in lists.
/// </summary>
internal sealed class AnkaraExamplesWriter : AnswerWriter
{
    protected override JsonNode MarkerId(long markerId, Shape shape) => shape == Shape.Get ? markerId : Text(markerId);

    protected override JsonNode ConnectionMarkerId(long markerId, Shape shape) =>
        shape == Shape.List ? markerId : Text(markerId);

    protected override JsonNode EnableDns(bool enableDns, Shape shape) =>
        shape == Shape.List ? Text(enableDns) : enableDns;

    protected override JsonNode IsCharge(bool isCharge) => Text(isCharge);

    protected override void AddAddress(JsonObject json, VpcEndpoint endpoint, Shape shape)
    {
        base.AddAddress(json, endpoint, shape);
        if (shape == Shape.List && json.Remove("dns_names"))
        {
            json["dns_name"] = endpoint.DnsNames[0];
        }
    }

    private static JsonValue Text(long number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));

    private static JsonValue Text(bool flag) => JsonValue.Create(flag ? "true" : "false");
}
