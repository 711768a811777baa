using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>Between the cloud's records and ours.</summary>
internal static class EndpointServiceMapping
{
    public static CreateServiceRequest ToCreate(EndpointServiceInputs inputs, TagPolicy tags) =>
        new()
        {
            PortId = inputs.PortId,
            VpcId = inputs.VpcId,
            ServerType = ServerTypeWire.Write(inputs.ServerType),
            Ports = Ports(inputs),
            ServiceName = inputs.ServiceName,
            ApprovalEnabled = inputs.ApprovalEnabled,
            ServiceType = inputs.ServiceType is { } type ? ServiceTypeWire.Write(type) : null,
            TcpProxy = inputs.TcpProxy is { } proxy ? TcpProxyWire.Write(proxy) : null,
            Ip = inputs.Ip,
            // The default goes without saying, for regions that have no other.
            IpVersion = IsIpv6(inputs) ? ServiceIpVersionWire.Write(inputs.IpVersion!.Value) : null,
            SnatNetworkId = inputs.SnatNetworkId,
            EnablePolicy = inputs.EnablePolicy is true ? true : null,
            Description = inputs.Description,
            Tags = TagMap.ToRequest(tags.All(inputs.Tags)),
        };

    /// <summary>What has to be sent, one after the other, to get from the old inputs to the new ones.</summary>
    public static IReadOnlyList<UpdateServiceRequest> ToUpdates(
        EndpointServiceInputs? old,
        EndpointServiceInputs inputs
    )
    {
        var changed = Changes.Between(old, inputs);
        var request = new UpdateServiceRequest
        {
            ServiceName = changed("serviceName") ? inputs.ServiceName : null,
            PortId = changed("portId") ? inputs.PortId : null,
            Ports = changed("ports") ? Ports(inputs) : null,
            ApprovalEnabled = changed("approvalEnabled") ? inputs.ApprovalEnabled : null,
            TcpProxy = changed("tcpProxy") && inputs.TcpProxy is { } proxy ? TcpProxyWire.Write(proxy) : null,
            // An empty text clears it.
            Description = changed("description") ? inputs.Description ?? "" : null,
            Ip = changed("ip") ? inputs.Ip : null,
        };
        return request == new UpdateServiceRequest() ? []
            // Together, the cloud refuses them.
            : request is { PortId: not null, Ip: { } ip } ? [request with { Ip = null }, new() { Ip = ip }]
            : [request];
    }

    /// <summary>
    /// The state. What an answer leaves out, as the documents' own examples do, is as it was before.
    /// </summary>
    public static EndpointServiceState ToState(
        Client.EndpointService service,
        EndpointServiceInputs? inputs,
        EndpointServiceState? state,
        TagPolicy tags
    )
    {
        var before = inputs ?? state;
        // What the cloud does not report is as it was, or as it was asked for.
        var all = service.Tags is null
            ? state?.TagsAll ?? tags.All(before?.Tags)
            : tags.Seen(TagMap.From(service.Tags));
        var untold = Untold(service, inputs, state);
        return new()
        {
            VpcId = service.VpcId ?? before?.VpcId ?? "",
            PortId = service.PortId ?? before?.PortId ?? "",
            ServerType = ServerTypeWire.Open(service.ServerType) ?? before?.ServerType ?? ServerType.Lb,
            Ports = service.Ports is { Count: > 0 } ports ? [.. ports.Select(Mapping)] : before?.Ports ?? [],
            // A full name without a short one says that there is none.
            ServiceName = service.Name is { } name ? ServiceName.Parse(name).Name : before?.ServiceName,
            ApprovalEnabled = service.ApprovalEnabled ?? before?.ApprovalEnabled ?? true,
            ServiceType = ServiceTypeWire.Open(service.ServiceType) ?? before?.ServiceType ?? ServiceType.Interface,
            TcpProxy = TcpProxyWire.Open(service.TcpProxy) ?? before?.TcpProxy ?? TcpProxy.Close,
            Ip = service.Ip ?? before?.Ip ?? state?.Ip,
            IpVersion = ServiceIpVersionWire.Open(service.IpVersion) ?? before?.IpVersion ?? ServiceIpVersion.Ipv4,
            SnatNetworkId = service.SnatNetworkId ?? before?.SnatNetworkId,
            EnablePolicy = service.EnablePolicy ?? before?.EnablePolicy,
            Edition = EditionOf(service) ?? state?.Edition,
            // Not what is asked for: what was added.
            ServerResources = state?.ServerResources,
            Description = StateOf.Text(service.Description, before?.Description),
            Tags = service.Tags is null ? before?.Tags : tags.Own(all, before?.Tags, before is not null),
            TagsAll = all,
            RejectConnectionsOnDelete = before?.RejectConnectionsOnDelete ?? false,
            FullName = service.Name ?? state?.FullName ?? "",
            Status = service.Status ?? state?.Status ?? ServiceStatus.Creating,
            ProjectId = service.ProjectId ?? state?.ProjectId,
            CreatedAt = state?.CreatedAt ?? service.CreatedAt,
            UpdatedAt = StateOf.Time(service.UpdatedAt, state?.UpdatedAt),
            ConnectionCount = service.ConnectionCount ?? state?.ConnectionCount,
            SupportedEditions = service.SupportedEditions ?? state?.SupportedEditions,
            PublicBorderGroup = service.PublicBorderGroup ?? state?.PublicBorderGroup,
            Untold = untold is [] ? null : untold,
        };
    }

    private static bool IsIpv6(EndpointServiceInputs? inputs) =>
        inputs?.IpVersion is { } version && version != ServiceIpVersion.Ipv4;

    private static Edition? EditionOf(Client.EndpointService service) =>
        Client.Edition.OfService(service) switch
        {
            null => null,
            Client.Edition.Professional => Edition.Professional,
            _ => Edition.Basic,
        };

    // Only an import does not know what was asked for, until the cloud or somebody says it.
    private static string[] Untold(
        Client.EndpointService service,
        EndpointServiceInputs? inputs,
        EndpointServiceState? state
    ) =>
        [
            .. (
                inputs is null && state is null
                    ? ["ipVersion", "snatNetworkId", "serverResources"]
                    : state?.Untold ?? []
            ).Where(name =>
                name switch
                {
                    "ipVersion" => service.IpVersion is null && !IsIpv6(inputs),
                    "snatNetworkId" => service is { SnatNetworkId: null, IpVersion: null }
                        && inputs?.SnatNetworkId is null,
                    _ => inputs?.ServerResources is null or [] && (service.ServerType ?? "LB") == "LB",
                }
            ),
        ];

    private static IReadOnlyList<Client.PortMapping> Ports(EndpointServiceInputs inputs) =>
        [
            .. inputs.Ports.Select(static port => new Client.PortMapping(
                port.ClientPort,
                port.ServerPort,
                ProtocolWire.Write(port.Protocol ?? Protocol.Tcp)
            )),
        ];

    public static PortMapping Mapping(Client.PortMapping port) =>
        new()
        {
            ClientPort = port.ClientPort ?? 0,
            ServerPort = port.ServerPort ?? 0,
            Protocol = ProtocolWire.Open(port.Protocol) ?? Protocol.Tcp,
        };
}
