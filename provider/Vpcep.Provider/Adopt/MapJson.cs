using System.Text.Json;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Adopt;

/// <summary>The map as JSON: the resources with the inputs that an import gives, the paths, the findings.</summary>
internal static class MapJson
{
    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="cloud">The cloud, in words.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="resources">What is adopted, with its inputs.</param>
    /// <param name="map">The map.</param>
    public static void Write(
        Utf8JsonWriter json,
        string cloud,
        string project,
        IEnumerable<(Adoptable Resource, PropertyMap Inputs)> resources,
        ConnectionMap map
    )
    {
        json.WriteStartObject();
        json.WriteString("cloud", cloud);
        json.WriteString("projectId", project);
        json.WriteStartArray("resources");
        foreach (var (resource, inputs) in resources)
        {
            json.WriteStartObject();
            ImportFile.WriteHead(json, resource);
            json.WritePropertyName("inputs");
            using (var parsed = JsonDocument.Parse(JsonValues.Write(new ObjectValue(inputs))))
            {
                parsed.RootElement.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteServices(json, map);
        WritePaths(json, map);
        WriteFindings(json, map);
        json.WriteEndObject();
    }

    private static void WriteServices(Utf8JsonWriter json, ConnectionMap map)
    {
        json.WriteStartArray("services");
        foreach (var service in map.Services)
        {
            json.WriteStartObject();
            json.WriteString("id", service.Id);
            json.WriteString("name", service.Name);
            json.WriteBoolean("own", service.IsOwn);
            WriteText(json, "vpcId", service.VpcId);
            if (service.ApprovalEnabled is { } approval)
            {
                json.WriteBoolean("approvalEnabled", approval);
            }

            json.WriteStartArray("permissions");
            foreach (var permission in service.Permissions)
            {
                json.WriteStringValue(permission);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePaths(Utf8JsonWriter json, ConnectionMap map)
    {
        json.WriteStartArray("paths");
        foreach (var path in map.Paths)
        {
            json.WriteStartObject();
            WriteText(json, "vpcId", path.VpcId);
            WriteText(json, "accountId", path.Account);
            json.WriteString("endpointId", path.EndpointId);
            json.WriteString("endpoint", path.EndpointName);
            WriteText(json, "ip", path.Ip);
            json.WriteString("serviceId", path.ServiceId);
            json.WriteString("service", map.Services[map.IndexOf(path.ServiceId)].Name);
            WriteText(json, "status", path.Status);
            json.WriteBoolean("accepted", path.IsAccepted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, ConnectionMap map)
    {
        json.WriteStartArray("findings");
        foreach (var finding in map.Findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.Kind);
            json.WriteString("type", finding.Resource.Token);
            json.WriteString("name", finding.Name);
            json.WriteString("id", finding.Id);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
