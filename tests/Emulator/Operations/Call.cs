namespace Vpcep.Emulator;

/// <summary>One call of an operation: the request, who calls, and what is to be done differently this time.</summary>
internal sealed class Call(
    ApiRequest request,
    IReadOnlyDictionary<string, string> path,
    Caller caller,
    CloudStore cloud,
    EmulatorOptions options,
    FaultEffects effects,
    string requestId
)
{
    public ApiRequest Request { get; } = request;
    public Caller Caller { get; } = caller;
    public CloudStore Cloud { get; } = cloud;
    public EmulatorOptions Options { get; } = options;
    public FaultEffects Effects { get; } = effects;
    public string RequestId { get; } = requestId;
    public DateTimeOffset Now { get; } = cloud.Now;

    /// <summary>What <c>created_at</c> says of that moment.</summary>
    public DateTimeOffset Stamp => Now + Effects.StampOff;

    public QueryReader Query { get; } = new(request.RawQuery);
    public Dialect Dialect => Options.Dialect;

    /// <summary>What reads of this call see.</summary>
    public ReadView View => new(Now - Effects.StaleBy, Effects.HidesNew);

    /// <summary>A path parameter that must be a UUID.</summary>
    public string Id(string name, string code) =>
        Rules.IsId(path[name]) ? path[name] : throw new ApiException(code, $"{name}={path[name]}");

    public string Path(string name) => path[name];

    /// <summary>The body, with no other fields than <paramref name="documented"/>.</summary>
    public BodyReader Body(IReadOnlySet<string> documented)
    {
        var body = new BodyReader(Request);
        body.Only(documented, Options.RefusesUnknownFields);
        return body;
    }

    /// <summary>Refuses an id that a test has declared missing.</summary>
    /// <param name="id">What the request names; null when it names nothing.</param>
    /// <param name="code">What the documents have for it, unless the test said otherwise.</param>
    public void CheckExists(string? id, string code)
    {
        if (id is not null && Cloud.Surroundings.FindMissing(id) is { } missing)
        {
            throw new ApiException(missing.Code ?? code, id);
        }
    }

    /// <summary>The service of the path, which must be the caller's own.</summary>
    /// <param name="missing">The code when there is none: 0005 for the service itself, 2003 for what hangs on it.</param>
    /// <param name="view">What to look at; now for changes.</param>
    public EndpointService OwnService(string missing, ReadView view) =>
        Cloud.FindService(Id("vpc_endpoint_service_id", "EndPoint.3062"), view) is { } service
        && service.ProjectId == Caller.ProjectId
            ? service
            : throw new ApiException(missing);

    /// <summary>The endpoint of the path; others' endpoints do not exist for the caller.</summary>
    public VpcEndpoint OwnEndpoint(ReadView view) =>
        Cloud.FindEndpoint(Id("vpc_endpoint_id", "EndPoint.2017"), view) is { } endpoint
        && endpoint.ProjectId == Caller.ProjectId
            ? endpoint
            : throw new ApiException("EndPoint.0005");

    /// <summary>The endpoint of the path, which must be in a state that allows changes.</summary>
    public VpcEndpoint ChangeableEndpoint()
    {
        var endpoint = OwnEndpoint(Cloud.View);
        return endpoint switch
        {
            { Status: Statuses.Creating } => throw new ApiException("EndPoint.2019"),
            { Status: Statuses.Deleting } => throw new ApiException("EndPoint.2018"),
            { Status: Statuses.Failed } => throw new ApiException("EndPoint.2047"),
            { EnableStatus: "disable" } => throw new ApiException("EndPoint.2050"),
            _ => endpoint,
        };
    }

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
