using System.Text.Json;

namespace Vpcep.Client;

/// <summary>The endpoints of the project.</summary>
public sealed class EndpointsApi : CreatableApi<Endpoint, CreateEndpointRequest>
{
    internal EndpointsApi(Transport transport, TimeProvider time, IClientLog? log, PollPace pace)
        : base(transport, time, log, pace) { }

    private protected override string Kind => "endpoint";

    /// <summary>Changes whitelist and its enforcement in place, on sites that can.</summary>
    public Task<Endpoint> UpdateWhitelistAsync(
        string id,
        IReadOnlyList<string>? whitelist,
        bool? enabled,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(HttpMethod.Put, Paths.Endpoint(id), $"update the whitelist of endpoint {id}")
        {
            Body = Encode.Whitelist(whitelist, enabled),
        };
        return UpdateAsync(id, request, cancellationToken);
    }

    /// <summary>Changes the route tables of a gateway endpoint in place, on sites that can.</summary>
    /// <returns>The route tables that are bound now, and what went wrong with the others: the call can half succeed.</returns>
    public Task<RouteTableUpdate> UpdateRouteTablesAsync(
        string id,
        IReadOnlyList<string> routeTables,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(routeTables);
        var request = new ApiRequest(
            HttpMethod.Put,
            Paths.Endpoint(id) + "/routetables",
            $"update the route tables of endpoint {id}"
        )
        {
            Body = Encode.RouteTables(routeTables),
        };
        return Transport.SendAsync(request, RouteTableUpdate.Read, cancellationToken);
    }

    /// <summary>Sets the policy of an endpoint, on sites that can (<see cref="CloudFeatures.PolicyUpdate"/>).</summary>
    /// <param name="id">The endpoint.</param>
    /// <param name="statements">All statements, a JSON array of 1-10, of a gateway endpoint: they replace what is there.</param>
    /// <param name="document">The policy document, a JSON object, of an interface endpoint. One of the two.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FormatException">The policy is no JSON.</exception>
    public async Task SetPolicyAsync(
        string id,
        string? statements,
        string? document,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(HttpMethod.Put, Paths.Policy(id), $"set the policy of endpoint {id}")
        {
            Body = Encode.Policy(Canonical(statements), Canonical(document)),
        };
        await Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the policy off an endpoint; the cloud's default holds again. One that has none is fine.</summary>
    public async Task DeletePolicyAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, Paths.Policy(id), $"remove the policy of endpoint {id}");
            await Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.NoPolicy)
        {
            // What was asked for is the case.
        }
    }

    /// <summary>
    /// Starts to make a basic endpoint a professional one, on clouds with <see cref="CloudFeatures.Editions"/>. While it is on
    /// its way already, waits for that first. One that is professional is fine. There is no way back.
    /// </summary>
    public Task UpgradeAsync(string id, Action<WaitProgress>? progress, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Post, Paths.EndpointUpgrade(id), $"upgrade endpoint {id}")
        {
            Body = Encode.EndpointUpgrade(),
        };
        return EditionSwitch.SendAsync(Waiter, Transport, request, progress, cancellationToken);
    }

    /// <summary>All endpoints that match, each once, newest first as a rule.</summary>
    public IAsyncEnumerable<Endpoint> ListAsync(EndpointFilter? filter, CancellationToken cancellationToken) =>
        Pager.ListAsync(
            Paths.WithQuery(
                Paths.Endpoints,
                ("endpoint_service_name", filter?.EndpointServiceName),
                ("vpc_id", filter?.VpcId),
                ("id", filter?.Id)
            ),
            "list endpoints",
            "endpoints",
            Decode.Endpoint,
            endpoint => endpoint.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>Waits until the endpoint is accepted or waits for acceptance. Rejected also ends the wait: the status tells.</summary>
    /// <returns>The endpoint as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<Endpoint> WaitUntilSettledAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilSettledAsync(Waiter, id, progress, cancellationToken);

    /// <summary>
    /// Waits until the service's owner has decided: waiting for acceptance goes on, accepted and rejected end it, and
    /// the status tells which.
    /// </summary>
    /// <returns>The endpoint as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<Endpoint> WaitUntilAcceptedAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilDecidedAsync(Waiter, id, progress, cancellationToken);

    private static string? Canonical(string? policy) => policy is null ? null : PolicyText.Canonical(policy);

    private protected override string PathOf(string id) => Paths.Endpoint(id);

    private protected override Endpoint? Read(JsonElement item) => Decode.Endpoint(item);

    private protected override IAsyncEnumerable<Endpoint> FilterAsync(
        string? id,
        CancellationToken cancellationToken
    ) => ListAsync(new EndpointFilter { Id = id }, cancellationToken);

    private protected override CreatePlan<Endpoint> PlanOf(CreateEndpointRequest request) =>
        CreatePlans.For(request, ListAsync);

    private protected override string GroupOf(Endpoint thing) => CreatePlans.GroupOf(thing);

    private protected override bool MeansGone(VpcepException error) => ErrorCodes.MeansGone(error);

    private protected override bool MeansGoing(VpcepException error) => error.Code == VpcepCodes.EndpointDeleting;
}
