using System.Collections.Frozen;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Recovery;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Creates, reads and deletes VPC endpoints. The API changes none of their inputs in place.</summary>
internal sealed class EndpointResource(Session session)
    : IUpdatableResource<EndpointInputs, EndpointState>,
        IExclusiveResource,
        IRepairableResource
{
    private EndpointsApi Endpoints => session.Client.Endpoints;

    /// <summary>An address of a subnet belongs to one endpoint at a time.</summary>
    public bool DeleteBeforeReplace(PropertyMap oldInputs, PropertyMap newInputs) =>
        newInputs.Find("portIp")?.Unwrapped is StringValue wanted && wanted.Equals(oldInputs.Find("portIp")?.Unwrapped);

    public string? BrokenBy(PropertyMap state) => StateOf.Failed(state);

    public async Task<EndpointState> CreateAsync(Operation operation, EndpointInputs inputs)
    {
        var request = EndpointMapping.ToCreate(inputs);
        Client.Endpoint? made = null;
        var id = await session
            .Creates.RunAsync(
                operation,
                inputs.Encode(),
                new Creator(
                    "endpoint",
                    async token => (made = await Endpoints.CreateAsync(request, token).ConfigureAwait(false)).Id,
                    async (since, token) =>
                        [
                            .. (
                                await Endpoints
                                    .FindCreatedAsync(request, since, FrozenSet<string>.Empty, token)
                                    .ConfigureAwait(false)
                            ).Select(static item => item.Id),
                        ],
                    async (found, token) =>
                        (made = await Endpoints.GetAsync(found, token).ConfigureAwait(false)) is not null
                        && Endpoints.TryClaim(found)
                )
            )
            .ConfigureAwait(false);
        operation.Record(id, EndpointMapping.ToState(made!, inputs, null));
        return await SettleAsync(operation, id, inputs, null).ConfigureAwait(false);
    }

    public async Task<Found<EndpointState>?> ReadAsync(
        Operation operation,
        string id,
        EndpointInputs? inputs,
        EndpointState? state
    )
    {
        var endpoint = await Endpoints.GetAsync(id, operation.CancellationToken).ConfigureAwait(false);
        if (endpoint is null)
        {
            return null;
        }

        var current = EndpointMapping.ToState(endpoint, inputs, state);
        return endpoint.Status.IsStatus(EndpointStatus.Failed)
            ? new Found<EndpointState>(endpoint.Id, current, StateOf.Reasons("endpoint", endpoint.Errors))
            : new Found<EndpointState>(endpoint.Id, current);
    }

    // Reached only after a create that did not finish: wait on.
    public Task<EndpointState> UpdateAsync(
        Operation operation,
        string id,
        EndpointInputs? oldInputs,
        EndpointState? state,
        EndpointInputs inputs
    ) => SettleAsync(operation, id, inputs, state);

    public async Task DeleteAsync(Operation operation, string id, EndpointState? state)
    {
        if (session.Journal.IsAdopted(operation.Urn, id))
        {
            return;
        }

        await Endpoints.DeleteAsync(id, operation.CancellationToken).ConfigureAwait(false);
        await Endpoints
            .WaitUntilGoneAsync(id, Progress.Of(operation), operation.CancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<EndpointState> SettleAsync(
        Operation operation,
        string id,
        EndpointInputs inputs,
        EndpointState? state
    )
    {
        try
        {
            var endpoint = await Endpoints
                .WaitUntilSettledAsync(id, Progress.Of(operation), operation.CancellationToken)
                .ConfigureAwait(false);
            return EndpointMapping.ToState(endpoint, inputs, state);
        }
        catch (VpcepException failure) when (failure.Class is ErrorClass.Failed)
        {
            // The state must say that it failed, so that the next diff replaces it.
            if (await Endpoints.GetAsync(id, operation.CancellationToken).ConfigureAwait(false) is { } failed)
            {
                operation.Record(id, EndpointMapping.ToState(failed, inputs, state));
            }

            throw;
        }
    }
}
