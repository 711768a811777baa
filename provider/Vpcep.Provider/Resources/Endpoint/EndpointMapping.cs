using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Between the cloud's records and ours.</summary>
internal static class EndpointMapping
{
    public static CreateEndpointRequest ToCreate(EndpointInputs inputs, TagPolicy tags) =>
        new()
        {
            EndpointServiceId = inputs.EndpointServiceId,
            VpcId = inputs.VpcId,
            SubnetId = inputs.SubnetId,
            PortIp = inputs.PortIp,
            // The default goes without saying, for regions that have no other.
            IpVersion = IsDualStack(inputs) ? EndpointIpVersionWire.Write(inputs.IpVersion!.Value) : null,
            Ipv6Address = inputs.Ipv6Address,
            EnableDns = inputs.EnableDns,
            RouteTables = inputs.RouteTables,
            Whitelist = inputs.Whitelist,
            EnableWhitelist = inputs.EnableWhitelist,
            PolicyStatement = PolicyJson.Write(inputs.PolicyStatements),
            PolicyDocument = PolicyJson.Write(inputs.PolicyDocument),
            Description = inputs.Description,
            Tags = TagMap.ToRequest(tags.All(inputs.Tags)),
        };

    /// <summary>
    /// The state. Address and private names are assigned on acceptance, and until then the cloud says that there are
    /// none, whatever was asked for: what was asked for stands, or a pending endpoint would show as drift.
    /// </summary>
    public static EndpointState ToState(
        Client.Endpoint endpoint,
        EndpointInputs? inputs,
        EndpointState? state,
        TagPolicy tags
    )
    {
        var before = inputs ?? state;
        // What the cloud does not report is as it was, or as it was asked for.
        var all = endpoint.Tags is null
            ? state?.TagsAll ?? tags.All(before?.Tags)
            : tags.Seen(TagMap.From(endpoint.Tags));
        var assigned = endpoint.Status.IsStatus(EndpointStatus.Accepted);
        // What only endpoints of the other type have is not this one's, even where an answer names it.
        var (isInterface, isGateway) = (endpoint.ServiceType == "interface", endpoint.ServiceType == "gateway");
        var version =
            EndpointIpVersionWire.Open(endpoint.IpVersion)
            ?? (endpoint.Ipv6Address is not null ? EndpointIpVersion.DualStack : before?.IpVersion)
            ?? EndpointIpVersion.Ipv4;
        return new()
        {
            EndpointServiceId = endpoint.EndpointServiceId ?? before?.EndpointServiceId ?? "",
            VpcId = endpoint.VpcId ?? before?.VpcId ?? "",
            SubnetId = (isGateway ? null : endpoint.SubnetId) ?? before?.SubnetId,
            PortIp = (isGateway ? null : endpoint.Ip) ?? before?.PortIp ?? state?.PortIp,
            IpVersion = version,
            Ipv6Address = endpoint.Ipv6Address ?? before?.Ipv6Address ?? state?.Ipv6Address,
            // Nothing else tells it.
            Edition = version == EndpointIpVersion.DualStack ? Edition.Professional : state?.Edition,
            EnableDns = (assigned ? endpoint.EnableDns : null) ?? before?.EnableDns ?? endpoint.EnableDns ?? false,
            RouteTables = (isInterface ? null : endpoint.RouteTables) ?? before?.RouteTables,
            Whitelist = (isGateway ? null : endpoint.Whitelist) ?? before?.Whitelist,
            EnableWhitelist = endpoint.EnableWhitelist ?? before?.EnableWhitelist ?? false,
            PolicyStatements = endpoint.PolicyStatement is { } statements
                ? PolicyJson.Statements(statements, before?.PolicyStatements)
                : before?.PolicyStatements,
            PolicyDocument = endpoint.PolicyDocument is { } document
                ? PolicyJson.Document(document, before?.PolicyDocument)
                : before?.PolicyDocument,
            Description = StateOf.Text(endpoint.Description, before?.Description),
            Tags = endpoint.Tags is null ? before?.Tags : tags.Own(all, before?.Tags, before is not null),
            TagsAll = all,
            WaitForAcceptance = before?.WaitForAcceptance ?? false,
            Status = endpoint.Status ?? state?.Status ?? EndpointStatus.Creating,
            Ip = endpoint.Ip,
            DnsNames =
                endpoint.DnsNames is { Count: > 0 } names ? names
                : assigned ? state?.DnsNames
                : null,
            MarkerId = endpoint.MarkerId ?? state?.MarkerId,
            ServiceName = endpoint.EndpointServiceName ?? state?.ServiceName,
            ServiceType = ServiceTypeWire.Open(endpoint.ServiceType) ?? state?.ServiceType,
            ActiveStatus = endpoint.ActiveStatus ?? state?.ActiveStatus,
            EnableStatus = endpoint.EnableStatus ?? state?.EnableStatus,
            SpecificationName = endpoint.SpecificationName ?? state?.SpecificationName,
            PublicBorderGroup = endpoint.PublicBorderGroup ?? state?.PublicBorderGroup,
            ProjectId = endpoint.ProjectId ?? state?.ProjectId,
            CreatedAt = state?.CreatedAt ?? endpoint.CreatedAt,
            UpdatedAt = StateOf.Time(endpoint.UpdatedAt, state?.UpdatedAt),
            Untold = assigned || isGateway || endpoint.Ip is not null ? null : Untold(inputs, state),
        };
    }

    private static bool IsDualStack(EndpointInputs? inputs) =>
        inputs?.IpVersion is { } version && version != EndpointIpVersion.Ipv4;

    // Only an import does not know what was asked for, until somebody says it.
    private static string[]? Untold(EndpointInputs? inputs, EndpointState? state)
    {
        string[] left =
        [
            .. (inputs is null && state is null ? ["portIp", "enableDns"] : state?.Untold ?? []).Where(name =>
                name switch
                {
                    "portIp" => inputs?.PortIp is null,
                    "enableDns" => inputs?.EnableDns is not true,
                    "ipv6Address" => inputs?.Ipv6Address is null,
                    _ => !IsDualStack(inputs),
                }
            ),
        ];
        return left is [] ? null : left;
    }
}
