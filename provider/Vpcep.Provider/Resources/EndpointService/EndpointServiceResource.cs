using System.Runtime.CompilerServices;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Recovery;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>Creates, reads, updates and deletes VPC endpoint services.</summary>
internal sealed class EndpointServiceResource(Session session)
    : IUpdatableResource<EndpointServiceInputs, EndpointServiceState>,
        ICheckedResource,
        IListableResource<EndpointServiceQuery>,
        IExclusiveResource,
        IDecidedResource,
        IOneWayResource,
        IPartlyToldResource,
        IRepairableResource
{
    private ServicesApi Services => session.Client.Services;

    public void Check(InputChecker checker, InputView inputs)
    {
        PortRules.Check(checker, inputs);
        EditionRules.Check(checker, inputs, session.Cloud);
        session.Tags.Check(checker, inputs);
        CheckName(checker, inputs["serviceName"]);
    }

    private void CheckName(InputChecker checker, InputView name)
    {
        var longest = session.Cloud.LongestServiceName;
        if (name.Text is { } text && text.Length > longest)
        {
            checker.Add(
                name.Path,
                $"has {text.Length} characters, and {session.Place} takes {longest} at most; shorten it"
            );
        }
    }

    public bool DeleteBeforeReplace(PropertyMap old, PropertyMap inputs) => PortRules.CannotCoexist(old, inputs);

    public PropertyMap Decided(PropertyMap inputs, PropertyMap state) =>
        session.Tags.Decided(CloudFeatures.Tags, inputs, state);

    public IEnumerable<string> NoWayBack(PropertyMap old, PropertyMap inputs) =>
        EditionRules.LosesServers(old, inputs) ? ["serverResources"] : [];

    public IEnumerable<string> Untold(PropertyMap state) => StateOf.Texts(state, "untold");

    public string? BrokenBy(PropertyMap state) => StateOf.Failed(state);

    public async Task<EndpointServiceState> CreateAsync(Operation operation, EndpointServiceInputs inputs)
    {
        var creation = Creations.Of(Services, inputs, session.Tags.OfServices);
        var id = await session.Creates.RunAsync(operation, creation).ConfigureAwait(false);
        operation.Record(id, EndpointServiceMapping.ToState(creation.Made!, inputs, null, session.Tags.OfServices));
        var state = await SettleAsync(operation, id, inputs, null).ConfigureAwait(false);
        return await new ServiceEdition(session, operation, id, inputs).ReachAsync(state, null).ConfigureAwait(false);
    }

    public async Task<Found<EndpointServiceState>?> ReadAsync(
        Operation operation,
        string id,
        EndpointServiceInputs? inputs,
        EndpointServiceState? state
    )
    {
        var serviceId = ServiceId.Of(id);
        var service = await session
            .FindAsync(
                operation,
                state?.CreatedAt,
                token =>
                    Services.ReadAsync(
                        serviceId,
                        operation.Urn,
                        row => EndpointServiceRow.TellsAll(row, state, session.Cloud),
                        // An import has nothing else to go by.
                        state is null
                            ? EndpointServiceRow.ToldAll
                            : null,
                        token
                    )
            )
            .ConfigureAwait(false);
        if (service is null)
        {
            return null;
        }

        // Only lists count connections: whether there is a count must not hang on who reads beside.
        service = service with
        {
            ConnectionCount = null,
        };
        var current = EndpointServiceMapping.ToState(service, inputs, state, session.Tags.OfServices);
        var unfinished = StateOf.Unfinished("endpoint service", service.Status, service.Errors);
        return new Found<EndpointServiceState>(service.Id, current, unfinished);
    }

    public async Task<EndpointServiceState> UpdateAsync(
        Operation operation,
        string id,
        EndpointServiceInputs? oldInputs,
        EndpointServiceState? state,
        EndpointServiceInputs inputs
    )
    {
        // Against the state, not the old inputs: after an update that half succeeded, they are not what the cloud has.
        var before = state ?? oldInputs;
        var token = operation.CancellationToken;
        var oldTags = inputs with { Tags = before?.Tags };
        foreach (var (step, request) in EndpointServiceMapping.ToUpdates(before, inputs).Index())
        {
            if (step > 0)
            {
                await Services.WaitUntilAvailableAsync(id, Progress.Of(operation), token).ConfigureAwait(false);
            }

            var updated = await Services.UpdateAsync(id, request, token).ConfigureAwait(false);
            operation.Record(id, EndpointServiceMapping.ToState(updated, oldTags, state, session.Tags.OfServices));
        }

        if (session.Cloud.Allows(CloudFeatures.TagUpdate))
        {
            await session
                .Tags.UpdateAsync(operation, TaggedKind.Service, id, state?.TagsAll ?? before?.Tags, inputs.Tags)
                .ConfigureAwait(false);
        }

        var settled = await SettleAsync(operation, id, inputs, state).ConfigureAwait(false);
        return await new ServiceEdition(session, operation, id, inputs)
            .ReachAsync(settled, state)
            .ConfigureAwait(false);
    }

    public async Task DeleteAsync(Operation operation, string id, EndpointServiceState? state)
    {
        if (session.Journal.IsAdopted(operation.Urn, id))
        {
            return;
        }

        var deletion = new ServiceDeletion(session.Client, operation, id);
        if (state?.RejectConnectionsOnDelete is true)
        {
            await deletion.RejectAllAsync().ConfigureAwait(false);
        }

        await session.DeleteAsync(operation, state?.CreatedAt, deletion.RunAsync).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Listed> ListAsync(
        EndpointServiceQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = new ServiceFilter
        {
            Name = query.Name,
            PublicBorderGroup = query.PublicBorderGroup,
            NetType = query.NetType is { } net ? NetTypeWire.Write(net) : null,
        };
        await foreach (var service in Services.ListAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            yield return new Listed(service.Id, ServiceName.Parse(service.Name).Name);
        }
    }

    private async Task<EndpointServiceState> SettleAsync(
        Operation operation,
        string id,
        EndpointServiceInputs inputs,
        EndpointServiceState? state
    )
    {
        try
        {
            var service = await Services
                .WaitUntilAvailableAsync(id, Progress.Of(operation), operation.CancellationToken)
                .ConfigureAwait(false);
            return EndpointServiceMapping.ToState(service, inputs, state, session.Tags.OfServices);
        }
        catch (VpcepException failure) when (failure.Class is ErrorClass.Failed)
        {
            // The state must say that it failed, so that the next diff replaces it.
            if (await Services.GetAsync(id, operation.CancellationToken).ConfigureAwait(false) is { } failed)
            {
                operation.Record(id, EndpointServiceMapping.ToState(failed, inputs, state, session.Tags.OfServices));
            }

            throw;
        }
    }
}
