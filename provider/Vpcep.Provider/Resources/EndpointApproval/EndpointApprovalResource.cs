using System.Runtime.CompilerServices;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Resources.Endpoint;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>
/// Decides about connections. Everything goes through the service's list of connections: the endpoint itself is
/// invisible to the service's owner when it is another project's.
/// </summary>
internal sealed class EndpointApprovalResource(Session session)
    : IUpdatableResource<EndpointApprovalInputs, EndpointApprovalState>,
        IRegisteredResource,
        IExclusiveResource,
        IRepairableResource,
        IListableResource<EndpointApprovalQuery>
{
    private ConnectionsApi Connections => session.Client.Connections;

    public void Registered(string urn, PropertyMap inputs)
    {
        if (ApprovalId.Of(inputs) is { } id)
        {
            session.Claims.Want(urn, id.Record);
        }
    }

    public void Compared(string urn, PropertyMap state)
    {
        if (ApprovalId.Of(state) is { } id)
        {
            session.Claims.Hold(urn, id.Record, StateOf.Claim(state));
        }
    }

    // A connection has one decision.
    public bool DeleteBeforeReplace(PropertyMap old, PropertyMap inputs) =>
        ApprovalId.Of(old) is { } had && had.Record == ApprovalId.Of(inputs)?.Record;

    public string? BrokenBy(PropertyMap state) =>
        ApprovalId.Of(state) is { } id && session.Claims.IsGiven(id.Record) ? "status" : null;

    public async Task<EndpointApprovalState> CreateAsync(Operation operation, EndpointApprovalInputs inputs)
    {
        var id = new ApprovalId(inputs.EndpointServiceId, inputs.EndpointId);
        var arrived = await ArrivedAsync(operation, id).ConfigureAwait(false);
        var claim = session.Claims.Make(operation.Urn, id.Record);
        operation.Record(id.ToString(), ToState(id, arrived, null, inputs.Description, claim));
        return await DecideAsync(operation, id, arrived, inputs, claim).ConfigureAwait(false);
    }

    public async Task<Found<EndpointApprovalState>?> ReadAsync(
        Operation operation,
        string id,
        EndpointApprovalInputs? inputs,
        EndpointApprovalState? state
    )
    {
        var wanted = ApprovalId.Parse(id);
        var connection = await session
            .FindAsync(
                operation,
                state?.CreatedAt,
                token => Connections.ReadAsync(wanted.Service, wanted.Endpoint, operation.Urn, token)
            )
            .ConfigureAwait(false);
        if (connection is null || connection.Status.IsStatus(EndpointStatus.Deleting))
        {
            return null;
        }

        var endpoint = await session
            .Client.Endpoints.ReadAsync(
                wanted.Endpoint,
                operation.Urn,
                row => EndpointRow.TellsAddress(row, state?.Ip, state?.DnsNames),
                isSame: null,
                operation.CancellationToken
            )
            .ConfigureAwait(false);
        var before = inputs?.Description ?? state?.Description;
        var current = ToState(wanted, connection, endpoint, before, state?.ClaimId);
        return connection.Status.IsStatus(EndpointStatus.Failed)
            ? new Found<EndpointApprovalState>(id, current, StateOf.Reasons("connection", connection.Errors))
            : new Found<EndpointApprovalState>(id, current);
    }

    public async Task<EndpointApprovalState> UpdateAsync(
        Operation operation,
        string id,
        EndpointApprovalInputs? oldInputs,
        EndpointApprovalState? state,
        EndpointApprovalInputs inputs
    )
    {
        var wanted = ApprovalId.Parse(id);
        var arrived = await ArrivedAsync(operation, wanted).ConfigureAwait(false);
        return await DecideAsync(operation, wanted, arrived, inputs, state?.ClaimId).ConfigureAwait(false);
    }

    public async Task DeleteAsync(Operation operation, string id, EndpointApprovalState? state)
    {
        var wanted = ApprovalId.Parse(id);
        if (session.Claims.Leave(operation.Urn, wanted.Record, state?.ClaimId) is { } other)
        {
            StateOf.Kept(operation, "connection", other);
            return;
        }

        var token = operation.CancellationToken;
        var connection = await ConnectionAsync(operation, wanted, state).ConfigureAwait(false);
        if (connection is null || IsCut(connection))
        {
            return;
        }

        try
        {
            await Connections.RejectAsync(wanted.Service, wanted.Endpoint, token).ConfigureAwait(false);
        }
        catch (VpcepException failure)
        {
            if (await Connections.IsGoneAsync(failure, wanted.Service, wanted.Endpoint, token).ConfigureAwait(false))
            {
                return;
            }

            throw;
        }

        await Connections
            .WaitUntilAsync(
                wanted.Service,
                wanted.Endpoint,
                static seen => seen is null || IsCut(seen),
                Progress.Of(operation),
                token
            )
            .ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Listed> ListAsync(
        EndpointApprovalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var connections = Connections.ListAsync(query.EndpointServiceId, null, cancellationToken);
        await foreach (var connection in connections.ConfigureAwait(false))
        {
            yield return new Listed(new ApprovalId(query.EndpointServiceId, connection.EndpointId).ToString(), null);
        }
    }

    private Task<Connection?> ConnectionAsync(Operation operation, ApprovalId id, EndpointApprovalState? state) =>
        session.FindAsync(operation, state?.CreatedAt, token => Connections.GetAsync(id.Service, id.Endpoint, token));

    private static bool IsCut(Connection connection) =>
        connection.Status.IsStatus(EndpointStatus.Rejected)
        || connection.Status.IsStatus(EndpointStatus.Failed)
        || connection.Status.IsStatus(EndpointStatus.Deleting);

    /// <summary>The connection, once the cloud is done making it: a new endpoint takes a while to show up here.</summary>
    private async Task<Connection> ArrivedAsync(Operation operation, ApprovalId id) =>
        await Connections
            .WaitUntilAsync(
                id.Service,
                id.Endpoint,
                static seen => seen is null || !seen.Status.IsStatus(EndpointStatus.Creating),
                Progress.Of(operation),
                operation.CancellationToken
            )
            .ConfigureAwait(false)
        ?? throw new OperationException(
            FailureKind.NotFound,
            $"endpointId: endpoint {id.Endpoint} does not ask to connect to endpoint service {id.Service}; it may be of another service, or deleted, and then `pulumi refresh` finds that"
        );

    private async Task<EndpointApprovalState> DecideAsync(
        Operation operation,
        ApprovalId id,
        Connection connection,
        EndpointApprovalInputs inputs,
        string? claim
    )
    {
        var token = operation.CancellationToken;
        var reject = inputs.Decision is ApprovalDecision.Reject;
        var wanted = reject ? EndpointStatus.Rejected : EndpointStatus.Accepted;
        if (inputs.Decision is not ApprovalDecision.Pending && !connection.Status.IsStatus(wanted))
        {
            operation.Status(reject ? "rejecting" : "accepting");
            connection = await ActAsync(operation, id, reject, wanted).ConfigureAwait(false);
        }

        var description = inputs.Description ?? "";
        if (session.Cloud.Has(CloudFeatures.ConnectionDescription) && description != (connection.Description ?? ""))
        {
            await Connections.DescribeAsync(id.Service, id.Endpoint, description, token).ConfigureAwait(false);
            connection = connection with { Description = description };
        }

        var endpoint = await EndpointAsync(operation, id).ConfigureAwait(false);
        return ToState(id, connection, endpoint, inputs.Description, claim);
    }

    private async Task<Connection> ActAsync(Operation operation, ApprovalId id, bool reject, string wanted)
    {
        var token = operation.CancellationToken;
        await (
            reject
                ? Connections.RejectAsync(id.Service, id.Endpoint, token)
                : Connections.AcceptAsync(id.Service, id.Endpoint, token)
        ).ConfigureAwait(false);
        var seen = await Connections
            .WaitUntilAsync(
                id.Service,
                id.Endpoint,
                found =>
                    found is null
                    || found.Status.IsStatus(wanted)
                    || found.Status.IsStatus(EndpointStatus.Failed)
                    || found.Status.IsStatus(EndpointStatus.Deleting),
                Progress.Of(operation),
                token
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

    private Task<Client.Endpoint?> EndpointAsync(Operation operation, ApprovalId id) =>
        session.Client.Endpoints.GetWholeAsync(id.Endpoint, operation.CancellationToken);

    private static EndpointApprovalState ToState(
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
