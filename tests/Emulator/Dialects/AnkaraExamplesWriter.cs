using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>
/// As the example answers of the reference are written where they contradict its tables: numbers and booleans as
/// strings here and there, <c>dns_name</c> in lists, and details that lack what lists have.
/// </summary>
internal sealed class AnkaraExamplesWriter : AnswerWriter
{
    public override JsonObject Service(EndpointService service, Shape shape, int connections = 0) =>
        Without(base.Service(service, shape, connections), shape, "updated_at", "tcp_proxy");

    public override JsonObject Endpoint(VpcEndpoint endpoint, Shape shape, EndpointService? service) =>
        Without(base.Endpoint(endpoint, shape, service), shape, "subnet_id", "ip", "dns_names", "enable_status");

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

    private static JsonObject Without(JsonObject json, Shape shape, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (shape == Shape.Get)
            {
                json.Remove(name);
            }
        }
        return json;
    }

    private static JsonValue Text(long number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));

    private static JsonValue Text(bool flag) => JsonValue.Create(flag ? "true" : "false");
}
