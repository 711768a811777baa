using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>Brings a connection to what a program decides about it.</summary>
internal sealed class ConnectionDecision(Session session, Operation operation, ApprovalId id)
{
    private ConnectionsApi Connections => session.Client.Connections;

    private CancellationToken Token => operation.CancellationToken;

    /// <summary>The connection, once the cloud is done making it: a new endpoint takes a while to show up here.</summary>
    public async Task<Connection> ArrivedAsync() =>
        await UntilAsync(static seen => seen is null || !seen.Status.IsStatus(EndpointStatus.Creating))
            .ConfigureAwait(false)
        ?? throw new OperationException(
            FailureKind.NotFound,
            $"endpointId: endpoint {id.Endpoint} does not ask to connect to endpoint service {id.Service}; it may be of another service, or deleted, and then `pulumi refresh` finds that"
        );

    /// <summary>Decides.</summary>
    /// <param name="connection">What has arrived.</param>
    /// <param name="inputs">What is decided.</param>
    /// <param name="state">What was before.</param>
    public async Task<EndpointApprovalState> RunAsync(
        Connection connection,
        EndpointApprovalInputs inputs,
        EndpointApprovalState? state
    )
    {
        var reject = inputs.Decision is ApprovalDecision.Reject;
        var wanted = reject ? EndpointStatus.Rejected : EndpointStatus.Accepted;
        if (inputs.Decision is not ApprovalDecision.Pending && !connection.Status.IsStatus(wanted))
        {
            operation.Status(reject ? "rejecting" : "accepting");
            connection = await ActAsync(reject, wanted).ConfigureAwait(false);
        }

        var description = inputs.Description ?? "";
        if (
            // Where it is not certain that there are any, none is asked for unasked.
            (
                session.Cloud.Has(CloudFeatures.ConnectionDescription)
                || (inputs.Description ?? state?.Description) is not null
            )
            && description != (connection.Description ?? "")
        )
        {
            await Connections.DescribeAsync(id.Service, id.Endpoint, description, Token).ConfigureAwait(false);
            connection = connection with { Description = description };
        }

        var endpoint = await session.Client.Endpoints.GetWholeAsync(id.Endpoint, Token).ConfigureAwait(false);
        return EndpointApprovalMapping.ToState(id, connection, endpoint, inputs.Description, state?.ClaimId);
    }

    /// <summary>Cuts the connection and sees it go; one that is gone is fine.</summary>
    public async Task CutAsync()
    {
        try
        {
            await Connections.RejectAsync(id.Service, id.Endpoint, Token).ConfigureAwait(false);
        }
        catch (VpcepException failure)
        {
            if (await Connections.IsGoneAsync(failure, id.Service, id.Endpoint, Token).ConfigureAwait(false))
            {
                return;
            }

            throw;
        }

        await UntilAsync(IsCut).ConfigureAwait(false);
    }

    /// <summary>Whether a connection lets nothing through, for it is not there or will never do.</summary>
    public static bool IsCut(Connection? connection) =>
        connection is null
        || connection.Status.IsStatus(EndpointStatus.Rejected)
        || connection.Status.IsStatus(EndpointStatus.Failed)
        || connection.Status.IsStatus(EndpointStatus.Deleting);

    private async Task<Connection> ActAsync(bool reject, string wanted)
    {
        await (
            reject
                ? Connections.RejectAsync(id.Service, id.Endpoint, Token)
                : Connections.AcceptAsync(id.Service, id.Endpoint, Token)
        ).ConfigureAwait(false);
        var seen = await UntilAsync(found =>
                found is null
                || found.Status.IsStatus(wanted)
                || found.Status.IsStatus(EndpointStatus.Failed)
                || found.Status.IsStatus(EndpointStatus.Deleting)
            )
            .ConfigureAwait(false);
        return seen switch
        {
            { } decided when decided.Status.IsStatus(wanted) => decided,
            { } failed when failed.Status.IsStatus(EndpointStatus.Failed) => throw new OperationException(
                FailureKind.FailedPrecondition,
                string.Join("; ", StateOf.Reasons("connection", failed.Errors))
            ),
            _ => throw new OperationException(
                FailureKind.NotFound,
                $"endpoint {id.Endpoint} was deleted while its connection was being decided"
            ),
        };
    }

    private Task<Connection?> UntilAsync(Func<Connection?, bool> done) =>
        Connections.WaitUntilAsync(id.Service, id.Endpoint, done, Progress.Of(operation), Token);
}
