using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>Between the cloud's records and ours.</summary>
internal static class EndpointApprovalMapping
{
    /// <summary>The state. Address and names are those of the endpoint, where it is visible here.</summary>
    public static EndpointApprovalState ToState(
        ApprovalId id,
        Connection connection,
        Client.Endpoint? endpoint,
        string? description,
        string? claim
    ) =>
        new()
        {
            EndpointServiceId = id.Service,
            EndpointId = id.Endpoint,
            Decision = DecisionOf(connection.Status),
            Description = StateOf.Text(connection.Description, description),
            Status = connection.Status ?? EndpointStatus.Creating,
            MarkerId = connection.MarkerId,
            DomainId = connection.DomainId,
            Ip = endpoint?.Ip,
            DnsNames = endpoint?.DnsNames is { Count: > 0 } names ? names : null,
            CreatedAt = connection.CreatedAt,
            UpdatedAt = connection.UpdatedAt,
            ClaimId = claim,
        };

    private static ApprovalDecision DecisionOf(string? status) =>
        status.IsStatus(EndpointStatus.Accepted) || status.IsStatus(EndpointStatus.Creating) ? ApprovalDecision.Accept
        : status.IsStatus(EndpointStatus.Rejected) ? ApprovalDecision.Reject
        : ApprovalDecision.Pending;
}
