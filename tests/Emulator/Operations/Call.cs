namespace Vpcep.Emulator;

/// <summary>One call of an operation: the request, who calls, and what is to be done differently this time.</summary>
internal sealed class Call(
    ApiRequest request,
    IReadOnlyDictionary<string, string> path,
    Caller caller,
    CloudStore cloud,
    EmulatorOptions options,
    FaultEffects effects
)
{
    public ApiRequest Request { get; } = request;
    public Caller Caller { get; } = caller;
    public CloudStore Cloud { get; } = cloud;
    public EmulatorOptions Options { get; } = options;
    public FaultEffects Effects { get; } = effects;
    public DateTimeOffset Now { get; } = cloud.Now;
    public QueryReader Query { get; } = new(request.RawQuery);
    public Dialect Dialect => Options.Dialect;

    /// <summary>What reads of this call see.</summary>
    public ReadView View => new(Now - Effects.StaleBy, Effects.HidesNew);

    /// <summary>A path parameter that must be a UUID.</summary>
    public string Id(string name, string code) =>
        Rules.IsId(path[name]) ? path[name] : throw new ApiException(code, $"{name}={path[name]}");

    public string Path(string name) => path[name];

    public BodyReader Body(IReadOnlySet<string> documented)
    {
        var body = new BodyReader(Request);
        if (Options.RefusesUnknownFields)
        {
            body.Only(documented);
        }
        return body;
    }

    /// <summary>The service of the path, which must be the caller's own.</summary>
    /// <param name="missing">The code when there is none: 0005 for the service itself, 2003 for what hangs on it.</param>
    /// <param name="view">What to look at; now for changes.</param>
    public EndpointService OwnService(string missing, ReadView view) =>
        Cloud.FindService(Id("vpc_endpoint_service_id", "EndPoint.3062"), view) is { } service
        && service.ProjectId == Caller.ProjectId
            ? service
            : throw new ApiException(missing);

    /// <summary>How a creation that was just accepted goes on.</summary>
    public Transition? Creation(string success) =>
        Effects.NeverReady ? null
        : Effects.CreateError is { } error ? new(Now + Options.Delay, Statuses.Failed, error)
        : new(Now + Options.Delay, success);

    /// <summary>How a deletion that was just accepted goes on.</summary>
    public T Delete<T>(T item)
        where T : CloudObject =>
        Effects.KeepsOldStateFor is { } kept
            ? item with
            {
                Next = kept == TimeSpan.MaxValue ? item.Next : new(Now + kept, Statuses.Gone),
            }
            : item with
            {
                Status = Statuses.Deleting,
                UpdatedAt = Now,
                Next = new(Now + Options.Delay, Statuses.Gone),
            };
}

/// <summary>Who calls: a project of a domain.</summary>
internal sealed record Caller(string DomainId, string ProjectId);
