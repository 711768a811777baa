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
    /// <param name="state">What is known.</param>
    /// <param name="cloud">Which cloud it is.</param>
    public static bool TellsAll(Client.Endpoint? row, EndpointState state, CloudHosts cloud) =>
        row
            is {
                Status: not null,
                EndpointServiceId: not null,
                EndpointServiceName: not null,
                MarkerId: not null,
                VpcId: not null,
                ServiceType: { } type
            }
        && (type == ServiceTypeWire.Write(ServiceType.Gateway) ? TellsRoutes(row) : TellsNetwork(row))
        && TellsAddress(row, state.Ip, state.DnsNames)
        && (row.Description is not null || !(cloud.Has(CloudFeatures.Description) || state.Description is not null))
        && (row.Tags is not null || !(cloud.Has(CloudFeatures.Tags) || state.Tags is not null))
        && (row.PolicyStatement is not null || state.PolicyStatements is not { Count: > 0 });

    /// <summary>Whether it tells the address and the names that there are, and those that were known.</summary>
    public static bool TellsAddress(Client.Endpoint? row, string? ip, IReadOnlyList<string>? names) =>
        (row?.Ip is not null || (ip is null && !HasAddress(row)))
        && (row?.DnsNames is not null || !(row?.EnableDns is true && HasAddress(row)))
        && (names ?? []).All(name => row?.DnsNames?.Contains(name) is true);

    private static bool HasAddress(Client.Endpoint? row) =>
        row?.SubnetId is not null && row.Status.IsStatus(EndpointStatus.Accepted);

    private static bool TellsRoutes(Client.Endpoint row) => row.RouteTables is not null;

    private static bool TellsNetwork(Client.Endpoint row) =>
        row is { SubnetId: not null, EnableDns: not null, Whitelist: not null, EnableWhitelist: not null };
}
