using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>
/// What Terraform's providers keep of a service and an endpoint, under their own names of attributes: those of Huawei Cloud
/// and of who took them over, and those of Open Telekom Cloud.
/// </summary>
internal static class TerraformState
{
    /// <summary>The resources of the state: type, id, attributes.</summary>
    public static IReadOnlyList<(string Type, string Id, JsonObject Attributes)> Of(
        string provider,
        Managed service,
        Managed endpoint
    ) =>
        provider == "opentelekomcloud"
            ?
            [
                (
                    "opentelekomcloud_vpcep_service_v1",
                    service.Id,
                    new()
                    {
                        ["name"] = Value(service, "serviceName"),
                        ["vpc_id"] = Value(service, "vpcId"),
                        ["port_id"] = Value(service, "portId"),
                        ["server_type"] = "LB",
                        ["service_type"] = "interface",
                        ["approval_enabled"] = false,
                        ["tcp_proxy"] = "close",
                        ["port"] = Port("client_port", "server_port"),
                    }
                ),
                (
                    "opentelekomcloud_vpcep_endpoint_v1",
                    endpoint.Id,
                    new()
                    {
                        ["service_id"] = service.Id,
                        ["service_name"] = Value(service, "fullName"),
                        ["vpc_id"] = Value(endpoint, "vpcId"),
                        ["subnet_id"] = Value(endpoint, "subnetId"),
                        ["port_ip"] = "192.168.0.7",
                        ["enable_dns"] = true,
                        ["enable_whitelist"] = true,
                        ["marker_id"] = Value(endpoint, "markerId"),
                        ["dns_names"] = Value(endpoint, "dnsNames"),
                        ["project_id"] = Value(endpoint, "projectId"),
                    }
                ),
            ]
            :
            [
                (
                    $"{provider}_vpcep_service",
                    service.Id,
                    new()
                    {
                        ["name"] = Value(service, "serviceName"),
                        ["vpc_id"] = Value(service, "vpcId"),
                        ["port_id"] = Value(service, "portId"),
                        ["server_type"] = "LB",
                        ["service_type"] = "interface",
                        ["approval"] = false,
                        ["service_name"] = Value(service, "fullName"),
                        ["status"] = "available",
                        ["port_mapping"] = Port("terminal_port", "service_port"),
                    }
                ),
                (
                    $"{provider}_vpcep_endpoint",
                    endpoint.Id,
                    new()
                    {
                        ["service_id"] = service.Id,
                        ["service_name"] = Value(service, "fullName"),
                        ["service_type"] = "interface",
                        ["vpc_id"] = Value(endpoint, "vpcId"),
                        ["network_id"] = Value(endpoint, "subnetId"),
                        ["ip_address"] = "192.168.0.7",
                        ["enable_dns"] = true,
                        ["enable_whitelist"] = true,
                        ["packet_id"] = Value(endpoint, "markerId"),
                        ["status"] = "accepted",
                    }
                ),
            ];

    /// <summary>The attributes under the names that a mapping gives; one without a name fails.</summary>
    public static JsonObject Translate(JsonObject attributes, JsonObject fields)
    {
        var translated = new JsonObject();
        foreach (var (attribute, value) in attributes)
        {
            var field = fields[attribute];
            Assert.True(field is not null, $"'{attribute}' is not mapped");
            translated[(string)field["name"]!] = value switch
            {
                JsonArray list when field["element"]?["fields"] is JsonObject block => new JsonArray([
                    .. list.Select(item => (JsonNode)Translate(item!.AsObject(), block)),
                ]),
                _ => value?.DeepClone(),
            };
        }

        return translated;
    }

    private static JsonArray Port(string client, string server) =>
        [
            new JsonObject
            {
                [client] = 80,
                [server] = 8080,
                ["protocol"] = "TCP",
            },
        ];

    private static JsonNode? Value(Managed resource, string output) =>
        JsonNode.Parse(JsonValues.Write(resource.Outputs[output]));
}
