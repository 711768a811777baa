using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>Brings a service that is available to the edition, and to the servers, that the program asks for.</summary>
internal sealed class ServiceEdition(Session session, Operation operation, string id, EndpointServiceInputs inputs)
{
    private ServicesApi Services => session.Client.Services;

    private CancellationToken Token => operation.CancellationToken;

    /// <summary>Does what is not done.</summary>
    /// <param name="state">What there is.</param>
    /// <param name="before">The state before the operation; null for a new service.</param>
    public async Task<EndpointServiceState> ReachAsync(EndpointServiceState state, EndpointServiceState? before)
    {
        var added = Added(state, before);
        // The first server that is added makes it a service of several.
        var becomesMany = added.Count > 0 && state.ServerResources is not { Count: > 0 };
        var toProfessional = inputs.Edition is Edition.Professional;
        if (
            toProfessional
                ? becomesMany || state.Edition is not Edition.Professional
                : inputs.Edition is Edition.Basic && state.Edition is Edition.Professional
        )
        {
            operation.Record(id, state);
            state = await SwitchAsync(state, toProfessional, becomesMany).ConfigureAwait(false);
        }

        if (added.Count > 0)
        {
            operation.Record(id, state);
            operation.Status("adding servers");
            await Services.AddServersAsync(id, added, Progress.Of(operation), Token).ConfigureAwait(false);
        }

        return state with
        {
            Edition = inputs.Edition ?? state.Edition,
            ServerResources = inputs.ServerResources,
        };
    }

    // Of an imported service nobody knows them but the program.
    private List<Client.ServerResource> Added(EndpointServiceState state, EndpointServiceState? before) =>
        before?.Untold?.Contains("serverResources", StringComparer.Ordinal) is true
            ? []
            :
            [
                .. (inputs.ServerResources ?? [])
                    .Where(server => state.ServerResources?.Any(held => Same(held, server)) is not true)
                    .Select(static server => new Client.ServerResource(server.ResourceId, server.AvailabilityZoneId)),
            ];

    private static bool Same(ServerResource held, ServerResource wanted) =>
        string.Equals(held.ResourceId.Trim(), wanted.ResourceId.Trim(), StringComparison.OrdinalIgnoreCase);

    private async Task<EndpointServiceState> SwitchAsync(EndpointServiceState state, bool professional, bool many)
    {
        var progress = Progress.Of(operation);
        operation.Status(professional ? "upgrading" : "rolling back to the basic edition");
        await Services.SwitchEditionAsync(id, professional, many ? true : null, progress, Token).ConfigureAwait(false);
        var service = await Services.WaitUntilEditionAsync(id, professional, progress, Token).ConfigureAwait(false);
        return EndpointServiceMapping.ToState(service, inputs, state, session.Tags.OfServices);
    }
}
