using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>A service as a list shows it: by the documents it tells all that a single answer does, and sites leave out more.</summary>
internal static class EndpointServiceRow
{
    /// <summary>Whether no input can be told by a single answer only.</summary>
    /// <param name="row">The row; null when the list lacks the service.</param>
    /// <param name="state">What is known; null is nothing.</param>
    /// <param name="cloud">Which cloud it is.</param>
    public static bool TellsAll(Client.EndpointService? row, EndpointServiceState? state, CloudHosts cloud) =>
        row
            is {
                Status: not null,
                Name: not null,
                PortId: not null,
                VpcId: not null,
                ServerType: not null,
                ServiceType: not null,
                ApprovalEnabled: not null,
                TcpProxy: not null,
                Ports.Count: > 0
            }
        && (row.Ip is not null || state?.Ip is null)
        && (row.IpVersion is not null || state?.IpVersion is not { } version || version == ServiceIpVersion.Ipv4)
        && (row.SnatNetworkId is not null || state?.SnatNetworkId is null)
        && (
            row.EnablePolicy is not null
            || (state is null ? !cloud.Has(CloudFeatures.ServicePolicies) : state.EnablePolicy is null)
        )
        && (
            row.SupportedEditions is not null
            || (state is null ? !cloud.Has(CloudFeatures.Editions) : state.Edition is null)
        )
        && (row.Description is not null || !(cloud.Has(CloudFeatures.Description) || state?.Description is not null))
        && (row.Tags is not null || !(cloud.Has(CloudFeatures.Tags) || state?.Tags is not null));

    /// <summary>Whether an import makes the same of a row as of all that the cloud tells.</summary>
    public static bool ToldAll(Client.EndpointService row, Client.EndpointService whole) =>
        StateOf.Same(
            EndpointServiceMapping.ToState(row, null, null, TagPolicy.None).Encode(),
            EndpointServiceMapping.ToState(whole, null, null, TagPolicy.None).Encode()
        );
}
