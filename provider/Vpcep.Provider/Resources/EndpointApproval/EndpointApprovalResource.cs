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
    : RecordResource(session, "connection", "status"),
        IUpdatableResource<EndpointApprovalInputs, EndpointApprovalState>,
        IListableResource<EndpointApprovalQuery>
{
    private ConnectionsApi Connections => Session.Client.Connections;

    protected override string? RecordOf(PropertyMap properties) => ApprovalId.Of(properties)?.Record;

    public async Task<EndpointApprovalState> CreateAsync(Operation operation, EndpointApprovalInputs inputs)
    {
        var id = new ApprovalId(inputs.EndpointServiceId, inputs.EndpointId);
        var decision = new ConnectionDecision(Session, operation, id);
        var arrived = await decision.ArrivedAsync().ConfigureAwait(false);
        var claim = Session.Claims.Make(operation.Urn, id.Record);
        var state = operation.Record(
            id.ToString(),
            EndpointApprovalMapping.ToState(id, arrived, null, inputs.Description, claim)
        );
        return await decision.RunAsync(arrived, inputs, state).ConfigureAwait(false);
    }

    public async Task<Found<EndpointApprovalState>?> ReadAsync(
        Operation operation,
        string id,
        EndpointApprovalInputs? inputs,
        EndpointApprovalState? state
    )
    {
        var wanted = ApprovalId.Parse(id);
        var connection = await Session
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

        var endpoint = await Session
            .Client.Endpoints.ReadAsync(
                wanted.Endpoint,
                operation.Urn,
                row => EndpointRow.TellsAddress(row, state?.Ip, state?.DnsNames),
                isSame: null,
                operation.CancellationToken
            )
            .ConfigureAwait(false);
        var current = EndpointApprovalMapping.ToState(wanted, connection, endpoint, state?.Description, state?.ClaimId);
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
        var decision = new ConnectionDecision(Session, operation, ApprovalId.Parse(id));
        var arrived = await decision.ArrivedAsync().ConfigureAwait(false);
        return await decision.RunAsync(arrived, inputs, state).ConfigureAwait(false);
    }

    public async Task DeleteAsync(Operation operation, string id, EndpointApprovalState? state)
    {
        var wanted = ApprovalId.Parse(id);
        if (Stays(operation, wanted.Record, state?.ClaimId))
        {
            return;
        }

        var connection = await Session
            .FindAsync(
                operation,
                state?.CreatedAt,
                token => Connections.GetAsync(wanted.Service, wanted.Endpoint, token)
            )
            .ConfigureAwait(false);
        if (!ConnectionDecision.IsCut(connection))
        {
            await new ConnectionDecision(Session, operation, wanted).CutAsync().ConfigureAwait(false);
        }
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
}
