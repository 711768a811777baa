using System.Runtime.CompilerServices;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Recovery;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Creates, reads, updates and deletes VPC endpoints.</summary>
internal sealed class EndpointResource(Session session)
    : IUpdatableResource<EndpointInputs, EndpointState>,
        ICheckedResource,
        IListableResource<EndpointQuery>,
        IExclusiveResource,
        IDecidedResource,
        IOneWayResource,
        IReplaceableResource,
        IPartlyToldResource,
        IRepairableResource,
        IPreviewedResource
{
    private EndpointsApi Endpoints => session.Client.Endpoints;

    public bool DeleteBeforeReplace(PropertyMap old, PropertyMap inputs) => EndpointRules.CannotCoexist(old, inputs);

    public void CheckReplacement(InputChecker checker, Replaced old, PropertyMap inputs)
    {
        EndpointRules.FitService(checker, InputView.Of(inputs), TypeOf(old.State, inputs), old.State);
        EndpointRules.KeepRouteTables(checker, old, inputs);
        PolicyRules.KeepElements(checker, old, inputs);
    }

    public IEnumerable<string> NoWayBack(PropertyMap old, PropertyMap inputs) =>
        EndpointRules.LosesEdition(old, inputs) ? ["edition"] : [];

    public IEnumerable<string> Untold(PropertyMap state) => EndpointRules.Untold(state);

    public PropertyMap Decided(PropertyMap inputs, PropertyMap state) =>
        session.Tags.Decided(CloudFeatures.TagsOnEndpointCreate, inputs, state);

    public string? BrokenBy(PropertyMap state) => StateOf.Failed(state);

    public void Check(InputChecker checker, InputView inputs)
    {
        EndpointRules.Check(checker, inputs, session.Cloud);
        PolicyRules.Check(checker, inputs, session.Cloud);
        session.Tags.Check(checker, inputs);
    }

    // Policies alone are worth a question to the cloud in a preview: of the rest, the inputs tell most.
    public async Task PreviewAsync(PropertyMap inputs, CancellationToken cancellationToken)
    {
        var view = InputView.Of(inputs);
        if (
            (view["policyStatements"].IsSet || view["policyDocument"].IsSet)
            && view["endpointServiceId"].Text is { } service
        )
        {
            Refuse(
                PolicyRules.FitService,
                view,
                await session.Services.OfAsync(service, cancellationToken).ConfigureAwait(false)
            );
        }
    }

    public async Task<EndpointState> CreateAsync(Operation operation, EndpointInputs inputs)
    {
        await FitsServiceAsync(inputs, operation.CancellationToken).ConfigureAwait(false);
        var creation = Creations.Of(Endpoints, inputs, session.Tags.OfEndpoints);
        var id = await session.Creates.RunAsync(operation, creation).ConfigureAwait(false);
        var made = EndpointMapping.ToState(creation.Made!, inputs, null, session.Tags.OfEndpoints);
        operation.Record(id, made);
        // What only this answer tells is kept: a list may be all that is asked from now on.
        var settled = await SettleAsync(operation, id, inputs, made).ConfigureAwait(false);
        return await UpgradeAsync(operation, id, inputs, settled).ConfigureAwait(false);
    }

    public async Task<Found<EndpointState>?> ReadAsync(
        Operation operation,
        string id,
        EndpointInputs? inputs,
        EndpointState? state
    )
    {
        var endpoint = await session
            .FindAsync(
                operation,
                state?.CreatedAt,
                token =>
                    Endpoints.ReadAsync(
                        id,
                        operation.Urn,
                        row => EndpointRow.TellsAll(row, state, session.Cloud),
                        // An import has nothing else to go by.
                        state is null
                            ? EndpointRow.ToldAll
                            : null,
                        token
                    )
            )
            .ConfigureAwait(false);
        if (endpoint is null)
        {
            return null;
        }

        // All has been asked that could tell of a policy: where one can be taken off, none told is none.
        if (session.Cloud.Allows(CloudFeatures.PolicyUpdate))
        {
            endpoint = endpoint with
            {
                PolicyStatement = endpoint.PolicyStatement ?? PolicyText.None,
                PolicyDocument = endpoint.PolicyDocument ?? PolicyText.None,
            };
        }

        var current = EndpointMapping.ToState(endpoint, inputs, state, session.Tags.OfEndpoints);
        if (inputs is null && state is null && session.Cloud.Allows(CloudFeatures.Ipv6) && current.Untold is { } untold)
        {
            current = current with { Untold = [.. untold, "ipVersion", "ipv6Address"] };
        }

        // Who wants to wait has not got what they asked for, and only an unfinished resource is waited for.
        IReadOnlyList<string> unfinished =
            current is { WaitForAcceptance: true } && endpoint.Status.IsStatus(EndpointStatus.PendingAcceptance)
                ? ["the owner of the service has not accepted the endpoint; the next `pulumi up` waits for it"]
                : StateOf.Unfinished("endpoint", endpoint.Status, endpoint.Errors);
        return new Found<EndpointState>(endpoint.Id, current, unfinished);
    }

    // Also called without a difference, after a create that did not finish: then it only waits on.
    public async Task<EndpointState> UpdateAsync(
        Operation operation,
        string id,
        EndpointInputs? oldInputs,
        EndpointState? state,
        EndpointInputs inputs
    )
    {
        await new EndpointUpdate(session, operation, id, oldInputs, state, inputs).RunAsync().ConfigureAwait(false);
        var settled = await SettleAsync(operation, id, inputs, state).ConfigureAwait(false);
        return await UpgradeAsync(operation, id, inputs, settled).ConfigureAwait(false);
    }

    public async Task DeleteAsync(Operation operation, string id, EndpointState? state)
    {
        if (session.Journal.IsAdopted(operation.Urn, id))
        {
            return;
        }

        await session
            .DeleteAsync(operation, state?.CreatedAt, token => Endpoints.DeleteAsync(id, token))
            .ConfigureAwait(false);
        await Endpoints
            .WaitUntilGoneAsync(id, Progress.OfDeletion(operation), operation.CancellationToken)
            .ConfigureAwait(false);
    }

    // The cloud does not show the edition: what the state says is done is not done again.
    private async Task<EndpointState> UpgradeAsync(
        Operation operation,
        string id,
        EndpointInputs inputs,
        EndpointState state
    )
    {
        if (inputs.Edition is Edition.Professional && state.Edition is not Edition.Professional)
        {
            operation.Record(id, state);
            operation.Status("upgrading");
            await Endpoints.UpgradeAsync(id, Progress.Of(operation), operation.CancellationToken).ConfigureAwait(false);
            state = state with { Edition = Edition.Professional };
            operation.Record(id, state);
            return await SettleAsync(operation, id, inputs, state).ConfigureAwait(false);
        }

        return state with
        {
            Edition = state.Edition ?? inputs.Edition,
        };
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
            var progress = Progress.Of(operation);
            var token = operation.CancellationToken;
            var endpoint = await Endpoints.WaitUntilSettledAsync(id, progress, token).ConfigureAwait(false);
            if (inputs.WaitForAcceptance is not true || endpoint.Status.IsStatus(EndpointStatus.Accepted))
            {
                if (endpoint.Status.IsStatus(EndpointStatus.PendingAcceptance))
                {
                    // Not for the diagnostics: an approval of the same program may accept it a moment later.
                    operation.Status(
                        "pendingAcceptance: the owner of the service has to accept it; it has no address before that, and the next `pulumi up` after that brings it in"
                    );
                }

                endpoint = await Endpoints.CompleteAsync(endpoint, token).ConfigureAwait(false);
                return EndpointMapping.ToState(endpoint, inputs, state, session.Tags.OfEndpoints);
            }

            operation.Record(id, EndpointMapping.ToState(endpoint, inputs, state, session.Tags.OfEndpoints));
            endpoint = await Endpoints
                .WaitUntilAcceptedAsync(id, Progress.OfAcceptance(operation, inputs.EndpointServiceId), token)
                .ConfigureAwait(false);
            endpoint = await Endpoints.CompleteAsync(endpoint, token).ConfigureAwait(false);
            var decided = EndpointMapping.ToState(endpoint, inputs, state, session.Tags.OfEndpoints);
            operation.Record(id, decided);
            return endpoint.Status.IsStatus(EndpointStatus.Rejected)
                ? throw new OperationException(
                    FailureKind.FailedPrecondition,
                    "the owner of the service rejected the connection; ask them to accept it, then run `pulumi up` again"
                )
                : decided;
        }
        catch (VpcepException failure) when (failure.Class is ErrorClass.Failed)
        {
            // The state must say that it failed, so that the next diff replaces it.
            if (await Endpoints.GetAsync(id, operation.CancellationToken).ConfigureAwait(false) is { } failed)
            {
                operation.Record(id, EndpointMapping.ToState(failed, inputs, state, session.Tags.OfEndpoints));
            }

            throw;
        }
    }

    /// <summary>What a service demands, before anything is made. One that cannot be described is left to the cloud to judge.</summary>
    private async Task FitsServiceAsync(EndpointInputs inputs, CancellationToken token)
    {
        var service = await session.Services.OfAsync(inputs.EndpointServiceId, token).ConfigureAwait(false);
        Refuse(
            static (checker, view, found) =>
            {
                EndpointRules.FitService(checker, view, ServiceTypeWire.Find(found?.ServiceType));
                PolicyRules.FitService(checker, view, found);
            },
            InputView.Of(inputs.Encode()),
            service
        );
    }

    private static void Refuse(
        Action<InputChecker, InputView, ServiceDescription?> rule,
        InputView inputs,
        ServiceDescription? service
    )
    {
        var checker = new InputChecker(Features.All);
        rule(checker, inputs, service);
        if (checker.Problems is { IsEmpty: false } problems)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                string.Join("; ", problems.Select(static problem => $"{problem.Path}: {problem.Reason}"))
            );
        }
    }

    // Of another service the state does not tell. One that is only to be made takes the place of the one that there is.
    private static ServiceType? TypeOf(PropertyMap state, PropertyMap inputs) =>
        inputs.Find("endpointServiceId")?.Unwrapped is StringValue wanted
        && !wanted.Equals(state.Find("endpointServiceId")?.Unwrapped)
            ? null
            : ServiceTypeWire.Find((state.Find("serviceType")?.Unwrapped as StringValue)?.Value);

    public async IAsyncEnumerable<Listed> ListAsync(
        EndpointQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = new EndpointFilter { EndpointServiceName = query.ServiceName, VpcId = query.VpcId };
        await foreach (var endpoint in Endpoints.ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            yield return new Listed(endpoint.Id, null);
        }
    }
}
