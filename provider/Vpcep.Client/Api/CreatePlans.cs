using System.Net;

namespace Vpcep.Client;

/// <summary>How services and endpoints are made and known again.</summary>
internal static class CreatePlans
{
    /// <summary>The plan of a service.</summary>
    public static CreatePlan<EndpointService> For(
        CreateServiceRequest request,
        Func<CancellationToken, IAsyncEnumerable<EndpointService>> list
    ) =>
        new(
            Group(request.VpcId, request.PortId),
            new ApiRequest(
                HttpMethod.Post,
                Paths.Services,
                request.ServiceName is { } name ? $"create endpoint service {name}" : "create an endpoint service"
            )
            {
                Body = Encode.Create(request),
                Safety = RequestSafety.Create,
            },
            Decode.Service,
            service => Matches(request, service),
            list
        );

    /// <summary>The plan of an endpoint.</summary>
    public static CreatePlan<Endpoint> For(
        CreateEndpointRequest request,
        Func<EndpointFilter?, CancellationToken, IAsyncEnumerable<Endpoint>> list
    ) =>
        new(
            Group(request.VpcId, request.EndpointServiceId),
            new ApiRequest(
                HttpMethod.Post,
                Paths.Endpoints,
                $"create an endpoint for endpoint service {request.EndpointServiceId}"
            )
            {
                Body = Encode.Create(request),
                Safety = RequestSafety.Create,
            },
            Decode.Endpoint,
            endpoint => Matches(request, endpoint),
            token => list(new EndpointFilter { VpcId = request.VpcId }, token)
        );

    /// <summary>The group of the plans that may have made a service.</summary>
    public static string GroupOf(EndpointService service) => Group(service.VpcId, service.PortId);

    /// <summary>The group of the plans that may have made an endpoint.</summary>
    public static string GroupOf(Endpoint endpoint) => Group(endpoint.VpcId, endpoint.EndpointServiceId);

    private static string Group(string? vpc, string? other) => $"{vpc}/{other}";

    private static bool Matches(CreateServiceRequest request, EndpointService service) =>
        Same(request.PortId, service.PortId)
        && Same(request.VpcId, service.VpcId)
        && SameIfKnown(request.ServerType, service.ServerType)
        && SameName(request.ServiceName, service)
        && (
            request.ApprovalEnabled is null
            || service.ApprovalEnabled is null
            || request.ApprovalEnabled == service.ApprovalEnabled
        )
        && SameIfKnown(request.Ip, service.Ip)
        && SameIfKnown(request.IpVersion, service.IpVersion)
        && SamePorts(request.Ports, service.Ports);

    private static bool Matches(CreateEndpointRequest request, Endpoint endpoint) =>
        Same(request.EndpointServiceId, endpoint.EndpointServiceId)
        && Same(request.VpcId, endpoint.VpcId)
        && SameIfKnown(request.SubnetId, endpoint.SubnetId)
        && SameIfKnown(request.PortIp, endpoint.Ip)
        && SameIfKnown(request.IpVersion, endpoint.IpVersion)
        && SameAddress(request.Ipv6Address, endpoint.Ipv6Address)
        && SameIfKnown(request.Description, endpoint.Description)
        && SameSet(request.Whitelist, endpoint.Whitelist)
        && SameSet(request.RouteTables, endpoint.RouteTables)
        && SameSet(request.Tags, endpoint.Tags);

    private static bool Same(string asked, string? seen) =>
        string.Equals(asked, seen, StringComparison.OrdinalIgnoreCase);

    // What was not asked for, or is not reported, tells nothing.
    private static bool SameIfKnown(string? asked, string? seen) =>
        string.IsNullOrEmpty(asked) || string.IsNullOrEmpty(seen) || Same(asked, seen);

    // One IPv6 address has many spellings.
    private static bool SameAddress(string? asked, string? seen) =>
        SameIfKnown(asked, seen)
        || (IPAddress.TryParse(asked, out var one) && IPAddress.TryParse(seen, out var other) && one.Equals(other));

    private static bool SameSet<TItem>(IReadOnlyList<TItem>? asked, IReadOnlyList<TItem>? seen) =>
        asked is null || seen is null || asked.ToHashSet().SetEquals(seen);

    private static bool SameName(string? asked, EndpointService service)
    {
        var name = ServiceName.Parse(service.Name).Name;
        return asked is null ? name is null || Same(name, service.Id) : Same(asked, name);
    }

    private static bool SamePorts(IReadOnlyList<PortMapping> asked, IReadOnlyList<PortMapping>? seen) =>
        seen is null || asked.Select(Comparable).ToHashSet().SetEquals(seen.Select(Comparable));

    private static PortMapping Comparable(PortMapping port) =>
        port with
        {
            Protocol = (port.Protocol ?? "TCP").ToUpperInvariant(),
        };
}
