using Vpcep.Emulator.Persistence;

namespace Vpcep.Emulator;

/// <summary>What exists, in memory and on disk. Members take the lock themselves or say that the caller holds it.</summary>
internal sealed class CloudStore
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

    public CloudStore(EmulatorOptions options)
    {
        _options = options;
        Surroundings = new Surroundings(options);
        if (options.StateFile is { } path)
        {
            var (journal, entries) = Journal.Open(path, options.TimeProvider.GetUtcNow());
            _journal = journal;
            entries.ForEach(Restore);
        }
        AddPublicServices();
    }

    /// <summary>Held while an operation checks and changes, so that each is atomic.</summary>
    public Lock Gate { get; } = new();

    public Surroundings Surroundings { get; }

    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>What exists now.</summary>
    public ReadView View => new(Now, HidesNew: false);

    /// <summary>Services of the operations people.</summary>
    public IReadOnlyList<EndpointService> PublicServices => ServicesOf("", View);

    public static string NewId() => Guid.NewGuid().ToString("D");

    /// <summary>The next number of creation. The caller holds the lock.</summary>
    public long NextSequence() => ++_sequence;

    public List<EndpointService> AllServices()
    {
        lock (Gate)
        {
            return [.. _services.All(View)];
        }
    }

    public List<VpcEndpoint> AllEndpoints()
    {
        lock (Gate)
        {
            return [.. _endpoints.All(View)];
        }
    }

    public EndpointService? FindService(string id, ReadView view)
    {
        lock (Gate)
        {
            return _services.Find(id, view);
        }
    }

    public VpcEndpoint? FindEndpoint(string id, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.Find(id, view);
        }
    }

    public List<EndpointService> ServicesOf(string projectId, ReadView view)
    {
        lock (Gate)
        {
            return _services.With(ProjectKey(projectId), view);
        }
    }

    public List<EndpointService> ServicesOnPort(string portId)
    {
        lock (Gate)
        {
            return _services.With(PortKey(portId), View);
        }
    }

    public EndpointService? ServiceNamed(string fullName, ReadView view)
    {
        lock (Gate)
        {
            return _services.With(NameKey(fullName), view).FirstOrDefault();
        }
    }

    public List<VpcEndpoint> EndpointsOf(string projectId, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.With(ProjectKey(projectId), view);
        }
    }

    public List<VpcEndpoint> ConnectionsOf(string serviceId, ReadView view)
    {
        lock (Gate)
        {
            return _endpoints.With(ServiceKey(serviceId), view);
        }
    }

    /// <summary>Records a version: first on disk, then in memory, so that no answer is ahead of the file.</summary>
    public void Put(EndpointService service)
    {
        lock (Gate)
        {
            _journal?.Append(new JournalEntry { Service = service });
            _services.Put(service, Now);
        }
    }

    /// <inheritdoc cref="Put(EndpointService)"/>
    public void Put(VpcEndpoint endpoint)
    {
        lock (Gate)
        {
            _journal?.Append(new JournalEntry { Endpoint = endpoint });
            _endpoints.Put(endpoint, Now);
        }
    }

    /// <summary>Removes a service or an endpoint at once.</summary>
    public void Remove(string id)
    {
        lock (Gate)
        {
            _journal?.Append(new JournalEntry { Gone = id });
            _services.Remove(id, Now);
            _endpoints.Remove(id, Now);
        }
    }

    public void Put(IssuedToken token)
    {
        lock (Gate)
        {
            _journal?.Append(new JournalEntry { Token = token });
            _tokens[token.Value] = token;
        }
    }

    public IssuedToken? FindToken(string value)
    {
        lock (Gate)
        {
            return _tokens.GetValueOrDefault(value);
        }
    }

    public void ExpireTokens()
    {
        lock (Gate)
        {
            foreach (var token in _tokens.Values.ToArray())
            {
                Put(token with { ExpiresAt = Now });
            }
        }
    }

    /// <summary>Forgets everything but what it was started with.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            _journal?.Clear();
            _services.Clear();
            _endpoints.Clear();
            _tokens.Clear();
            Surroundings.Reset();
            AddPublicServices();
        }
    }

    public void Close()
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
        // One that was changed has come from the state file.
        foreach (var service in _options.PublicServices.Where(service => _services.Find(service.Id, View) is null))
        {
            _services.Put(service, service.CreatedAt);
        }
    }
}
