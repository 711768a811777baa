using System.Globalization;
using System.Text;

namespace Vpcep.Client;

/// <summary>Builds paths and queries with everything escaped.</summary>
internal static class Paths
{
    private const string Root = "/v1/" + ApiRequest.ProjectMark;
    private const string Second = "/v2/" + ApiRequest.ProjectMark;

    public const string Services = Root + "/vpc-endpoint-services";
    public const string PublicServices = Services + "/public";
    public const string Describe = Services + "/describe";
    public const string Endpoints = Root + "/vpc-endpoints";
    public const string Quotas = Root + "/quotas";

    public static string Service(string id) => $"{Services}/{Segment(id, "endpoint service")}";

    public static string Permissions(string serviceId) => $"{Service(serviceId)}/permissions";

    public static string Connections(string serviceId) => $"{Service(serviceId)}/connections";

    public static string Endpoint(string id) => $"{Endpoints}/{Segment(id, "endpoint")}";

    public static string Policy(string endpointId) => $"{Endpoint(endpointId)}/policy";

    public static string ServiceUpgrade(string id) =>
        $"{Second}/vpc-endpoint-services/{Segment(id, "endpoint service")}/upgrade";

    public static string ServiceServers(string id) =>
        $"{Second}/vpc-endpoint-services/{Segment(id, "endpoint service")}/add-server-resources";

    public static string EndpointUpgrade(string id) => $"{Second}/vpc-endpoints/{Segment(id, "endpoint")}/upgrade";

    public static string TagAction(TaggedKind kind, string id) =>
        $"{Root}/{kind.Word()}/{Segment(id, "resource")}/tags/action";

    public static string Tags(TaggedKind kind) => $"{Root}/{kind.Word()}/tags";

    public static string ResourcesByTag(TaggedKind kind) => $"{Root}/{kind.Word()}/resource_instances/action";

    public static string P2cConnections(string gatewayId) =>
        $"/v5/{ApiRequest.ProjectMark}/p2c-vpn-gateways/{Segment(gatewayId, "VPN gateway")}/connections";

    /// <summary>Adds the parameters that have a value.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }
        return text.ToString();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // An id that escaped to "." or ".." would name another path once a URI is made of it.
    public static string Segment(string id, string what) => Uri.EscapeDataString(ResourceId.Require(id, what));
}
