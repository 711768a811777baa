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
            Description = inputs.Description,
            Tags = TagMap.ToRequest(tags.All(inputs.Tags)),
        };

    /// <summary>What has to be sent to get from the old inputs to the new ones; null when nothing has to.</summary>
    public static UpdateServiceRequest? ToUpdate(EndpointServiceInputs? old, EndpointServiceInputs inputs)
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
        };
        return request == new UpdateServiceRequest() ? null : request;
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
        };
    }

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
