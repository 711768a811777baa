using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>
/// An endpoint as a list shows it. By the documents, lists tell all that a single answer does but, on Huawei Cloud,
/// whether the endpoint is switched on. Sites leave out more than they document.
/// </summary>
internal static class EndpointRow
{
    /// <summary>Whether no input, and nothing that is known already, can be told by a single answer only.</summary>
    /// <param name="row">The row; null when the list lacks the endpoint.</param>
    /// <param name="state">What is known; null is nothing, and then a row has to have what any might.</param>
    /// <param name="cloud">Which cloud it is.</param>
    public static bool TellsAll(Client.Endpoint? row, EndpointState? state, CloudHosts cloud) =>
        row
            is {
                Status: not null,
                EndpointServiceId: not null,
                EndpointServiceName: not null,
                MarkerId: not null,
                VpcId: not null,
                ServiceType: { } type
            }
        && (IsGateway(type) ? row.RouteTables is not null : TellsNetwork(row))
        && TellsAddress(row, state?.Ip, state?.DnsNames)
        && (IsGateway(type) || TellsIpv6(row, state, cloud))
        && (row.Description is not null || !(cloud.Has(CloudFeatures.Description) || state?.Description is not null))
        && (
            row.Tags is not null
            || !(
                state is null
                    ? cloud.Has(CloudFeatures.TagsOnEndpointCreate)
                    : cloud.Has(CloudFeatures.Tags) || state.Tags is not null
            )
        )
        && (
            row.PolicyStatement is not null
            || !(
                state is null
                    ? IsGateway(type) && cloud.Has(CloudFeatures.PolicyOnCreate)
                    : state.PolicyStatements is { Count: > 0 }
            )
        )
        && (row.PolicyDocument is not null || state?.PolicyDocument is null);

    /// <summary>Whether an import makes the same of a row as of all that the cloud tells.</summary>
    public static bool ToldAll(Client.Endpoint row, Client.Endpoint whole) =>
        StateOf.Same(
            EndpointMapping.ToState(row, null, null, TagPolicy.None).Encode(),
            EndpointMapping.ToState(whole, null, null, TagPolicy.None).Encode()
        );

    /// <summary>Whether it tells the address and the names that there are, and those that were known.</summary>
    public static bool TellsAddress(Client.Endpoint? row, string? ip, IReadOnlyList<string>? names) =>
        (row?.Ip is not null || (ip is null && !HasAddress(row)))
        && (row?.DnsNames is { Count: > 0 } || !(row?.EnableDns is true && HasAddress(row)))
        && (names ?? []).All(name => row?.DnsNames?.Contains(name) is true);

    private static bool IsGateway(string type) => type == ServiceTypeWire.Write(ServiceType.Gateway);

    private static bool TellsNetwork(Client.Endpoint row) =>
        row is { SubnetId: not null, EnableDns: not null, Whitelist: not null, EnableWhitelist: not null };

    // Lists tell nothing of it. Where there was none, none comes.
    private static bool TellsIpv6(Client.Endpoint row, EndpointState? state, CloudHosts cloud) =>
        state is null
            ? row.IpVersion is not null || !cloud.Has(CloudFeatures.Ipv6)
            : (row.IpVersion is not null || state.IpVersion != EndpointIpVersion.DualStack)
                && (row.Ipv6Address is not null || state.Ipv6Address is null);

    private static bool HasAddress(Client.Endpoint? row) =>
        row?.SubnetId is not null && row.Status.IsStatus(EndpointStatus.Accepted);
}
