namespace Vpcep.Emulator;

/// <summary>
/// What exists in the emulated cloud, for tests to look at and to change behind the API's back. All members may be
/// called from any thread.
/// </summary>
public sealed class Cloud
{
    private readonly CloudStore _store;
    private readonly string _region;

    internal Cloud(CloudStore store, string region) => (_store, _region) = (store, region);

    /// <summary>The services that exist now, oldest first, public ones left out.</summary>
    public IReadOnlyList<EndpointService> Services =>
        [.. _store.AllServices().Where(service => !service.IsPublic).OrderBy(service => service.Sequence)];

    /// <summary>The endpoints that exist now, oldest first.</summary>
    public IReadOnlyList<VpcEndpoint> Endpoints => [.. _store.AllEndpoints().OrderBy(endpoint => endpoint.Sequence)];

    /// <summary>One service as it is now; null when there is none.</summary>
    public EndpointService? FindService(string id) => _store.FindService(id, _store.View);

    /// <summary>One endpoint as it is now; null when there is none.</summary>
    public VpcEndpoint? FindEndpoint(string id) => _store.FindEndpoint(id, _store.View);

    /// <summary>
    /// Changes a service without going through the API. A new status stays (a transition under way is dropped unless
    /// set anew), a new name shows in the full name. Returns what it became; null when there is none.
    /// </summary>
    public EndpointService? ChangeService(string id, Func<EndpointService, EndpointService> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_store.Gate)
        {
            if (FindService(id) is not { } service)
            {
                return null;
            }
            var changed = Consistent(service, change(service));
            if (changed.Name != service.Name && changed.ServiceName == service.ServiceName)
            {
                changed = changed with { ServiceName = EndpointService.FullName(_region, changed.Name, id) };
            }
            _store.Put(changed);
            return FindService(id);
        }
    }

    /// <summary>
    /// Changes an endpoint without going through the API. A new status stays (a transition under way is dropped unless
    /// set anew). Returns what it became; null when there is none.
    /// </summary>
    public VpcEndpoint? ChangeEndpoint(string id, Func<VpcEndpoint, VpcEndpoint> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_store.Gate)
        {
            if (FindEndpoint(id) is not { } endpoint)
            {
                return null;
            }
            var changed = Consistent(endpoint, change(endpoint));
            _store.Put(changed with { Materialised = changed.Materialised || changed.Status == Statuses.Accepted });
            return FindEndpoint(id);
        }
    }

    /// <summary>Adds or removes a whitelist record of a service without going through the API.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="permission">As the API shows it: <c>iam:domain::…</c> or <c>*</c>.</param>
    /// <param name="present">Whether it is to be there.</param>
    public EndpointService? SetPermission(string serviceId, string permission, bool present) =>
        ChangeService(
            serviceId,
            service =>
                service with
                {
                    Permissions =
                    [
                        .. service.Permissions.Where(entry => entry.Value != permission),
                        .. present
                            ? [new Permission(CloudStore.NewId(), permission, _store.Now)]
                            : Array.Empty<Permission>(),
                    ],
                }
        );

    /// <summary>Removes a service or an endpoint at once. False when there is none.</summary>
    public bool Vanish(string id)
    {
        lock (_store.Gate)
        {
            var exists = FindService(id) is not null || FindEndpoint(id) is not null;
            _store.Remove(id);
            return exists;
        }
    }

    /// <summary>Lets all tokens run out that the identity service has handed out.</summary>
    public void ExpireTokens() => _store.ExpireTokens();

    /// <summary>Forgets all services, endpoints and tokens.</summary>
    public void Reset() => _store.Reset();

    private T Consistent<T>(T before, T after)
        where T : CloudObject =>
        after with
        {
            Next = after.Status != before.Status && after.Next == before.Next ? null : after.Next,
            UpdatedAt = after.UpdatedAt == before.UpdatedAt ? _store.Now : after.UpdatedAt,
        };
}
