using System.Text.Json;

namespace Vpcep.Client;

/// <summary>The endpoint services of the project.</summary>
public sealed class ServicesApi : CreatableApi<EndpointService, CreateServiceRequest>
{
    /// <summary>What progress shows while endpoints keep a service from being deleted.</summary>
    public const string InUse = "in use by endpoints";

    internal ServicesApi(Transport transport, TimeProvider time, IClientLog? log, PollPace pace)
        : base(transport, time, log, pace) { }

    private protected override string Kind => "endpoint service";

    /// <summary>Changes a service in place.</summary>
    /// <returns>The service as the answer shows it.</returns>
    public Task<EndpointService> UpdateAsync(
        string id,
        UpdateServiceRequest change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        var request = new ApiRequest(HttpMethod.Put, PathOf(id), $"update endpoint service {id}")
        {
            Body = Encode.Update(change),
        };
        return UpdateAsync(id, request, cancellationToken);
    }

    /// <summary>
    /// Deletes a service and waits until it is gone. While endpoints still use it, waits for them to go; what they
    /// are is for the caller to find out (<see cref="ConnectionsApi"/>) when the token fires first.
    /// </summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<bool> DeleteAndWaitAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.DeleteAsync(this, id, progress, cancellationToken);

    /// <summary>
    /// Lets endpoints of the professional edition connect, or those of the basic edition only again, on clouds with
    /// <see cref="CloudFeatures.Editions"/>. While the service is on its way to an edition already, waits for that first. One
    /// that is of the edition is fine.
    /// </summary>
    /// <param name="id">The service.</param>
    /// <param name="professional">Which edition it shall be.</param>
    /// <param name="manyServers">Whether it may have several load balancers; null does not say.</param>
    /// <param name="progress">Told about each pause.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SwitchEditionAsync(
        string id,
        bool professional,
        bool? manyServers,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(
            HttpMethod.Post,
            Paths.ServiceUpgrade(id),
            professional ? $"upgrade endpoint service {id}" : $"roll endpoint service {id} back"
        )
        {
            Body = Encode.ServiceUpgrade(professional ? "upgrade" : "rollback", manyServers),
        };
        return EditionSwitch.SendAsync(Waiter, Transport, request, progress, cancellationToken);
    }

    /// <summary>Waits until the service is available and says that it has the edition, which a service that says nothing of editions need not.</summary>
    /// <returns>The service as seen last.</returns>
    /// <exception cref="VpcepException">As of <see cref="WaitUntilAvailableAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<EndpointService> WaitUntilEditionAsync(
        string id,
        bool professional,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        Waits.UntilAsync(
            Waiter,
            $"endpoint service {id}",
            id,
            seen =>
                seen.Status.IsStatus(ServiceStatus.Available)
                && (Edition.OfService(seen) is not { } edition || edition == Edition.Named(professional)),
            progress,
            cancellationToken
        );

    /// <summary>
    /// Puts more load balancers behind a service that may have several, on clouds with <see cref="CloudFeatures.Editions"/>.
    /// There is no way to list them. While the service is on its way to an edition, waits for that first.
    /// </summary>
    public Task AddServersAsync(
        string id,
        IReadOnlyList<ServerResource> servers,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(servers);
        var request = new ApiRequest(HttpMethod.Post, Paths.ServiceServers(id), $"add servers to endpoint service {id}")
        {
            Body = Encode.Servers(servers),
            Safety = RequestSafety.Create,
        };
        return Waits.WhileBusyAsync(
            Waiter,
            () => Transport.SendAsync(request, cancellationToken),
            EditionSwitch.Busy,
            progress,
            cancellationToken
        );
    }

    /// <summary>All services that match, each once, newest first as a rule.</summary>
    public IAsyncEnumerable<EndpointService> ListAsync(ServiceFilter? filter, CancellationToken cancellationToken) =>
        Pager.ListAsync(
            Paths.WithQuery(
                Paths.Services,
                ("endpoint_service_name", filter?.Name),
                ("id", filter?.Id),
                ("status", filter?.Status),
                ("public_border_group", filter?.PublicBorderGroup),
                ("net_type", filter?.NetType)
            ),
            "list endpoint services",
            "endpoint_services",
            Decode.Service,
            service => service.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>The services that the operator offers to everyone.</summary>
    public IAsyncEnumerable<PublicService> ListPublicAsync(
        ServiceFilter? filter,
        CancellationToken cancellationToken
    ) =>
        Pager.ListAsync(
            Paths.WithQuery(Paths.PublicServices, ("endpoint_service_name", filter?.Name), ("id", filter?.Id)),
            "list public endpoint services",
            "endpoint_services",
            Decode.PublicService,
            service => service.Id,
            Pager.LargestPage,
            cancellationToken
        );

    /// <summary>What a caller who may connect can know of a service, also of another account's. Null when there is none.</summary>
    /// <param name="id">The service's id; or null with a name.</param>
    /// <param name="name">The service's full name; or null with an id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ServiceDescription?> DescribeAsync(string? id, string? name, CancellationToken cancellationToken)
    {
        if (id is null == name is null)
        {
            throw new ArgumentException("give either the id or the name of the service");
        }
        try
        {
            var request = new ApiRequest(
                HttpMethod.Get,
                Paths.WithQuery(Paths.Describe, ("endpoint_service_name", name), ("id", id)),
                $"describe endpoint service {id ?? name}"
            );
            var found = await Transport.SendAsync(request, Decode.Description, cancellationToken).ConfigureAwait(false);
            return Answers.Required(found, request.Operation);
        }
        catch (VpcepException error) when (ErrorCodes.MeansGone(error, ofService: true))
        {
            return null;
        }
    }

    /// <summary>Waits until the service is available.</summary>
    /// <returns>The service as seen last.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Failed"/> with the cloud's reasons; <see cref="ErrorClass.NotFound"/> when it vanished.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task<EndpointService> WaitUntilAvailableAsync(
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => Waits.UntilAvailableAsync(Waiter, id, progress, cancellationToken);

    private protected override string PathOf(string id) => Paths.Service(id);

    private protected override EndpointService? Read(JsonElement item) => Decode.Service(item);

    private protected override IAsyncEnumerable<EndpointService> FilterAsync(
        string? id,
        CancellationToken cancellationToken
    ) => ListAsync(new ServiceFilter { Id = id }, cancellationToken);

    private protected override CreatePlan<EndpointService> PlanOf(CreateServiceRequest request) =>
        CreatePlans.For(request, AllAsync);

    private protected override string GroupOf(EndpointService thing) => CreatePlans.GroupOf(thing);

    private protected override bool MeansGone(VpcepException error) => ErrorCodes.MeansGone(error, ofService: true);
}
