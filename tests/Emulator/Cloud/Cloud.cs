namespace Vpcep.Emulator;

/// <summary>
/// What exists in the emulated cloud, for tests to look at and to change behind the API's back. All members may be
/// called from any thread.
/// </summary>
public sealed class Cloud
{
    private readonly CloudStore _store;
    private readonly EmulatorOptions _options;

    internal Cloud(CloudStore store, EmulatorOptions options) => (_store, _options) = (store, options);

    /// <summary>The services that exist now, oldest first, public ones left out.</summary>
    public IReadOnlyList<EndpointService> Services =>
        [.. _store.AllServices().Where(service => !service.IsPublic).OrderBy(service => service.Sequence)];

    /// <summary>The services of the operations people.</summary>
    public IReadOnlyList<EndpointService> PublicServices => _store.PublicServices;

    /// <summary>Who may call; the first is the default one.</summary>
    public IReadOnlyList<Account> Accounts => _store.Surroundings.Accounts;

    /// <summary>The P2C VPN gateways, in no order.</summary>
    public IReadOnlyList<VpnGateway> VpnGateways => _store.Surroundings.Gateways;

    /// <summary>What has been declared missing, in no order.</summary>
    public IReadOnlyList<Missing> Missing => _store.Surroundings.Missing;

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
                changed = changed with { ServiceName = EndpointService.FullName(_options.Region, changed.Name, id) };
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

    /// <summary>
    /// Creates a service without going through the API: available at once, with approval, made up where
    /// <paramref name="change"/> does not say.
    /// </summary>
    public EndpointService CreateService(Account owner, Func<EndpointService, EndpointService>? change = null)
    {
        ArgumentNullException.ThrowIfNull(owner);
        lock (_store.Gate)
        {
            var id = CloudStore.NewId();
            var made = new EndpointService
            {
                Id = id,
                Sequence = _store.NextSequence(),
                DomainId = owner.DomainId,
                ProjectId = owner.ProjectId,
                VpcId = CloudStore.NewId(),
                PortId = CloudStore.NewId(),
                ServiceName = "",
                ServerType = "LB",
                Ports = [new PortMapping(80, 80)],
                Status = Statuses.Available,
                CreatedAt = _store.Now,
                UpdatedAt = _store.Now,
            };
            var service = change?.Invoke(made) ?? made;
            if (service.ServiceName.Length == 0)
            {
                var name = EndpointService.FullName(_options.Region, service.Name, service.Id);
                service = service with { ServiceName = name };
            }
            _store.Put(service);
            return service;
        }
    }

    /// <summary>
    /// Creates an endpoint without going through the API: accepted or pending at once, made up where
    /// <paramref name="change"/> does not say. Null when there is no such service.
    /// </summary>
    public VpcEndpoint? CreateEndpoint(Account owner, string serviceId, Func<VpcEndpoint, VpcEndpoint>? change = null)
    {
        ArgumentNullException.ThrowIfNull(owner);
        lock (_store.Gate)
        {
            if (FindService(serviceId) is not { } service)
            {
                return null;
            }
            var made = MakeEndpoint(owner, service, _store.NextSequence());
            var endpoint = change?.Invoke(made) ?? made;
            _store.Put(endpoint with { Materialised = endpoint.Materialised || endpoint.Status == Statuses.Accepted });
            return FindEndpoint(endpoint.Id);
        }
    }

    /// <summary>Adds or removes a whitelist record of a service without going through the API.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="permission">As the API shows it: <c>iam:domain::…</c>, <c>organizations:orgPath::…</c> or <c>*</c>.</param>
    /// <param name="present">Whether it is to be there.</param>
    /// <param name="description">Its description.</param>
    public EndpointService? SetPermission(string serviceId, string permission, bool present, string description = "") =>
        ChangeService(
            serviceId,
            service =>
                service with
                {
                    Permissions =
                    [
                        .. service.Permissions.Where(entry => entry.Value != permission),
                        .. present
                            ? [new Permission(CloudStore.NewId(), permission, _store.Now, description)]
                            : Array.Empty<Permission>(),
                    ],
                }
        );

    /// <summary>
    /// Changes a whitelist record, named by its id or its text, without going through the API. Null when there is none.
    /// </summary>
    public EndpointService? ChangePermission(string serviceId, string permission, Func<Permission, Permission> change)
    {
        bool Is(Permission entry) => entry.Id == permission || entry.Value == permission;
        return FindService(serviceId)?.Permissions.Any(Is) == true
            ? ChangeService(
                serviceId,
                service =>
                    service with
                    {
                        Permissions = [.. service.Permissions.Select(entry => Is(entry) ? change(entry) : entry)],
                    }
            )
            : null;
    }

    /// <summary>Adds someone who may call: another account, or another project of one.</summary>
    public void AddAccount(Account account) => _store.Surroundings.Add(account);

    /// <summary>Adds a VPN gateway or replaces it.</summary>
    public void PutVpnGateway(VpnGateway gateway) => _store.Surroundings.Put(gateway);

    /// <summary>Removes a VPN gateway. False when there is none.</summary>
    public bool RemoveVpnGateway(string id) => _store.Surroundings.RemoveGateway(id);

    /// <summary>Lets a VPC, subnet, port or route table be missing.</summary>
    public void SetMissing(Missing missing) => _store.Surroundings.Put(missing);

    /// <summary>Lets it be there again. False when it was.</summary>
    public bool SetPresent(string id) => _store.Surroundings.RemoveMissing(id);

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
    public void ExpireKeys() => _store.Surroundings.ExpireKeys(_store.Now);

    /// <summary>Adds an agency.</summary>
    public void AddAgency(Agency agency) => _store.Surroundings.Put(agency);

    /// <summary>Adds an identity provider, or changes it.</summary>
    public void AddIdentityProvider(IdentityProvider provider) => _store.Surroundings.Put(provider);

    /// <summary>How the metadata service behaves.</summary>
    public ServerMetadata Metadata
    {
        get => _store.Surroundings.Metadata;
        set => _store.Surroundings.Metadata = value;
    }

    /// <summary>Has the metadata service forget the token that it gave out.</summary>
    public void ForgetMetadataToken() => _store.Surroundings.MetadataToken = "forgotten";

    /// <summary>How long temporary keys last from now on, whatever is asked for; null for what is asked for.</summary>
    public TimeSpan? KeyLifetime
    {
        get => _store.Surroundings.KeyLifetime;
        set => _store.Surroundings.KeyLifetime = value;
    }

    /// <summary>A token of an identity provider.</summary>
    public string IssueIdToken(string provider, TimeSpan life, string? audience = null, string subject = "ci") =>
        (
            _store.Surroundings.FindProvider(provider)
            ?? throw new ArgumentException($"there is no identity provider {provider}")
        ).Issue(_store.Now + life, audience, subject);

    /// <summary>Lets all tokens run out that were handed out.</summary>
    public void ExpireTokens() => _store.ExpireTokens();

    /// <summary>Forgets all services, endpoints and tokens.</summary>
    public void Reset() => _store.Reset();

    private VpcEndpoint MakeEndpoint(Account owner, EndpointService service, long sequence)
    {
        var isInterface = service.ServiceType == "interface";
        var vpcId = CloudStore.NewId();
        return new VpcEndpoint
        {
            Id = CloudStore.NewId(),
            Sequence = sequence,
            DomainId = owner.DomainId,
            ProjectId = owner.ProjectId,
            VpcId = vpcId,
            EndpointServiceId = service.Id,
            EndpointServiceName = service.ServiceName,
            ServiceType = service.ServiceType,
            MarkerId = _options.Dialect.MarkersFrom + sequence,
            SubnetId = isInterface ? CloudStore.NewId() : null,
            Ip = isInterface ? VpcEndpoint.AddressOf(sequence) : null,
            Routetables = isInterface ? [] : [RouteTables.DefaultOf(vpcId)],
            Status = service.ApprovalEnabled ? Statuses.PendingAcceptance : Statuses.Accepted,
            CreatedAt = _store.Now,
            UpdatedAt = _store.Now,
        };
    }

    private T Consistent<T>(T before, T after)
        where T : CloudObject =>
        after with
        {
            Next = after.Status != before.Status && after.Next == before.Next ? null : after.Next,
            UpdatedAt = after.UpdatedAt == before.UpdatedAt ? _store.Now : after.UpdatedAt,
        };
}
