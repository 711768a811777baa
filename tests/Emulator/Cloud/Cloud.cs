using Vpcep.Emulator.Persistence;

namespace Vpcep.Emulator;

/// <summary>
/// What exists in the emulated cloud. All members may be called from any thread; tests use the public ones to look at
/// it and to change it behind the API's back.
/// </summary>
public sealed class Cloud
{
    private readonly Registry<EndpointService> _services = new(service =>
        [ProjectKey(service.ProjectId), PortKey(service.PortId), NameKey(service.ServiceName)]
    );
    private readonly Registry<VpcEndpoint> _endpoints = new(endpoint =>
        [ProjectKey(endpoint.ProjectId), ServiceKey(endpoint.EndpointServiceId)]
    );
    private readonly Dictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private readonly EmulatorOptions _options;
    private readonly Journal? _journal;
    private long _sequence;

    internal Cloud(EmulatorOptions options)
    {
        _options = options;
        if (options.StateFile is { } path)
        {
            var (journal, entries) = Journal.Open(path, options.TimeProvider.GetUtcNow());
            _journal = journal;
            entries.ForEach(Restore);
        }
        AddPublicServices();
    }

    /// <summary>Held while an operation checks and changes, so that each is atomic.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The services that exist now, oldest first, public ones left out.</summary>
    public IReadOnlyList<EndpointService> Services
    {
        get
        {
            lock (Gate)
            {
                return
                [
                    .. _services.All(View).Where(service => !service.IsPublic).OrderBy(service => service.Sequence),
                ];
            }
        }
    }

    /// <summary>The endpoints that exist now, oldest first.</summary>
    public IReadOnlyList<VpcEndpoint> Endpoints
    {
        get
        {
            lock (Gate)
            {
                return [.. _endpoints.All(View).OrderBy(endpoint => endpoint.Sequence)];
            }
        }
    }

    /// <summary>Services of the operations people.</summary>
    internal IReadOnlyList<EndpointService> PublicServices => ServicesOf("", View);

    internal DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    internal ReadView View => new(Now, HidesNew: false);

    /// <summary>One service as it is now; null when there is none.</summary>
    public EndpointService? FindService(string id) => FindService(id, View);

    /// <summary>One endpoint as it is now; null when there is none.</summary>
    public VpcEndpoint? FindEndpoint(string id) => FindEndpoint(id, View);

    /// <summary>Changes a service without going through the API. Returns what it became; null when there is none.</summary>
    public EndpointService? ChangeService(string id, Func<EndpointService, EndpointService> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (Gate)
        {
            if (FindService(id) is not { } service)
            {
                return null;
            }
            Put(change(service));
            return FindService(id);
        }
    }

    /// <summary>Changes an endpoint without going through the API. Returns what it became; null when there is none.</summary>
    public VpcEndpoint? ChangeEndpoint(string id, Func<VpcEndpoint, VpcEndpoint> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (Gate)
        {
            if (FindEndpoint(id) is not { } endpoint)
            {
                return null;
            }
            Put(change(endpoint));
            return FindEndpoint(id);
        }
    }

    /// <summary>Adds or removes a whitelist record of a service without going through the API.</summary>
    public void SetPermission(string serviceId, string permission, bool present) =>
        ChangeService(
            serviceId,
            service =>
                service with
                {
                    Permissions =
                    [
                        .. service.Permissions.Where(entry => entry.Value != permission),
                        .. present ? [new Permission(NewId(), permission, Now)] : Array.Empty<Permission>(),
                    ],
                }
        );

    /// <summary>Removes a service or an endpoint at once. False when there is none.</summary>
    public bool Vanish(string id)
    {
        lock (Gate)
        {
            var exists = FindService(id) is not null || FindEndpoint(id) is not null;
            _journal?.Append(new JournalEntry { Gone = id });
            _services.Remove(id, Now);
            _endpoints.Remove(id, Now);
            return exists;
        }
    }

    /// <summary>Forgets everything but the public services.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            _journal?.Clear();
            _services.Clear();
            _endpoints.Clear();
            _tokens.Clear();
            AddPublicServices();
        }
    }

    internal static string NewId() => Guid.NewGuid().ToString("D");

    internal long NextSequence() => ++_sequence;

    internal EndpointService? FindService(string id, ReadView view)
    {
        lock (Gate)
        {
            return _services.Find(id, view);
        }
    }

    internal VpcEndpoint? FindEndpoint(string id, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.Find(id, view);
        }
    }

    internal List<EndpointService> ServicesOf(string projectId, ReadView view)
    {
        lock (Gate)
        {
            return _services.With(ProjectKey(projectId), view);
        }
    }

    internal List<VpcEndpoint> EndpointsOf(string projectId, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.With(ProjectKey(projectId), view);
        }
    }

    internal List<VpcEndpoint> ConnectionsOf(string serviceId, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.With(ServiceKey(serviceId), view);
        }
    }

    internal List<EndpointService> ServicesOnPort(string portId) => _services.With(PortKey(portId), View);

    internal EndpointService? ServiceNamed(string fullName, ReadView view) =>
        _services.With(NameKey(fullName), view).FirstOrDefault();

    /// <summary>Records a version: first on disk, then in memory, so that no answer is ahead of the file.</summary>
    internal void Put(EndpointService service)
    {
        _journal?.Append(new JournalEntry { Service = service });
        _services.Put(service, Now);
    }

    /// <inheritdoc cref="Put(EndpointService)"/>
    internal void Put(VpcEndpoint endpoint)
    {
        _journal?.Append(new JournalEntry { Endpoint = endpoint });
        _endpoints.Put(endpoint, Now);
    }

    internal void Put(IssuedToken token)
    {
        lock (Gate)
        {
            _journal?.Append(new JournalEntry { Token = token });
            _tokens[token.Value] = token;
        }
    }

    internal IssuedToken? FindToken(string value)
    {
        lock (Gate)
        {
            return _tokens.GetValueOrDefault(value);
        }
    }

    internal void ExpireTokens()
    {
        lock (Gate)
        {
            foreach (var token in _tokens.Values.ToArray())
            {
                Put(token with { ExpiresAt = Now });
            }
        }
    }

    internal void Close()
    {
        lock (Gate)
        {
            _journal?.Dispose();
        }
    }

    private static string ProjectKey(string projectId) => "project " + projectId;

    private static string PortKey(string portId) => "port " + portId;

    private static string NameKey(string fullName) => "name " + fullName;

    private static string ServiceKey(string serviceId) => "service " + serviceId;

    private void Restore(JournalEntry entry)
    {
        if (entry.Service is { } service)
        {
            _services.Put(service, service.CreatedAt);
            _sequence = Math.Max(_sequence, service.Sequence);
        }
        if (entry.Endpoint is { } endpoint)
        {
            _endpoints.Put(endpoint, endpoint.CreatedAt);
            _sequence = Math.Max(_sequence, endpoint.Sequence);
        }
        if (entry.Token is { } token)
        {
            _tokens[token.Value] = token;
        }
    }

    private void AddPublicServices()
    {
        foreach (var service in _options.PublicServices)
        {
            _services.Put(service, service.CreatedAt);
        }
    }
}
