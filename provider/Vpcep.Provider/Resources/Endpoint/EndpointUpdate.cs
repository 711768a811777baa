using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>Changes an endpoint in place, as far as the cloud can.</summary>
internal sealed class EndpointUpdate(
    Session session,
    Operation operation,
    string id,
    EndpointInputs? oldInputs,
    EndpointState? state,
    EndpointInputs inputs
)
{
    // Against the state, not the old inputs: after an update that half succeeded, they are not what the cloud has.
    private readonly EndpointInputs? _before = state ?? oldInputs;

    private EndpointsApi Endpoints => session.Client.Endpoints;

    /// <summary>Sends what differs.</summary>
    public async Task RunAsync()
    {
        var changed = Changes.Between(_before, inputs);
        var token = operation.CancellationToken;
        if (Can(CloudFeatures.WhitelistUpdate) && (changed("whitelist") || changed("enableWhitelist")))
        {
            operation.Status("updating the whitelist");
            await Endpoints
                .UpdateWhitelistAsync(id, inputs.Whitelist ?? [], inputs.EnableWhitelist, token)
                .ConfigureAwait(false);
        }

        if (Can(CloudFeatures.RouteTableUpdate) && changed("routeTables") && inputs.RouteTables is { } tables)
        {
            operation.Status("updating the route tables");
            await BindAsync(tables).ConfigureAwait(false);
        }

        if (Can(CloudFeatures.PolicyUpdate) && (changed("policyStatements") || changed("policyDocument")))
        {
            await UpdatePolicyAsync().ConfigureAwait(false);
        }

        if (Can(CloudFeatures.TagUpdate))
        {
            await session
                .Tags.UpdateAsync(operation, TaggedKind.Endpoint, id, state?.TagsAll ?? _before?.Tags, inputs.Tags)
                .ConfigureAwait(false);
        }
    }

    private bool Can(CloudFeatures feature) => session.Cloud.Allows(feature);

    // Replaces all of a policy, so what it has that no property says is read first, and goes along.
    private async Task UpdatePolicyAsync()
    {
        var token = operation.CancellationToken;
        var held = await Endpoints.GetAsync(id, token).ConfigureAwait(false);
        var statements = PolicyJson.Write(
            KeptElements.Of(inputs.PolicyStatements, PolicyJson.Statements(held?.PolicyStatement, null))
        );
        var document = PolicyJson.Write(
            KeptElements.Of(inputs.PolicyDocument, PolicyJson.Document(held?.PolicyDocument, null))
        );
        if (statements is null && document is null)
        {
            operation.Status("removing the policy");
            await Endpoints.DeletePolicyAsync(id, token).ConfigureAwait(false);
        }
        else if (
            !PolicyJson.Same(statements, held?.PolicyStatement) || !PolicyJson.Same(document, held?.PolicyDocument)
        )
        {
            operation.Status("updating the policy");
            await Endpoints.SetPolicyAsync(id, statements, document, token).ConfigureAwait(false);
        }
    }

    // The call can half succeed: the state has to say what is bound now.
    private async Task BindAsync(IReadOnlyList<string> tables)
    {
        var token = operation.CancellationToken;
        var update = await Endpoints.UpdateRouteTablesAsync(id, tables, token).ConfigureAwait(false);
        string[] failures =
        [
            .. update.BindFailures.Select(static failure =>
                $"{failure.RouteTableId} could not be bound: {failure.Message}"
            ),
            .. update.UnbindFailures.Select(static failure =>
                $"{failure.RouteTableId} could not be taken off: {failure.Message}"
            ),
        ];
        if (failures is [])
        {
            return;
        }

        if (await Endpoints.GetAsync(id, token).ConfigureAwait(false) is { } endpoint)
        {
            operation.Record(id, EndpointMapping.ToState(endpoint, inputs, state, session.Tags.OfEndpoints));
        }

        throw new OperationException(
            FailureKind.FailedPrecondition,
            $"routeTables: {string.Join("; ", failures)}; the others are as wanted"
        );
    }
}
