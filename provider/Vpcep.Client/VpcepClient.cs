namespace Vpcep.Client;

/// <summary>
/// A client of the VPC Endpoint API for one project on one host. Make one and share it: calls from everywhere go
/// through one gate, and waits share their polling. Nothing touches the network before the first call.
/// </summary>
public sealed class VpcepClient : IAsyncDisposable, IDisposable
{
    /// <summary>The name of the activity source of HTTP calls.</summary>
    public const string TraceSource = "Vpcep.Client";

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(3);

    private readonly Transport _transport;
    private readonly TimeProvider _time;
    private readonly IClientLog? _log;

    /// <summary>A client.</summary>
    /// <param name="options">Where and how to reach the cloud.</param>
    /// <param name="time">The clock of retries, waits and signatures.</param>
    /// <param name="log">Is told what happens; called from any thread.</param>
    public VpcepClient(VpcepClientOptions options, TimeProvider time, IClientLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Options = options;
        _time = time;
        _log = log;
        _transport = new Transport(options, time, log);
        var pace = new PollPace(options.PollStart, options.PollMax, options.VisibilityGrace);
        Services = new ServicesApi(_transport, time, log, pace);
        Endpoints = new EndpointsApi(_transport, time, log, pace);
        Permissions = new PermissionsApi(_transport, Services, time);
        Connections = new ConnectionsApi(
            _transport,
            Services,
            time,
            (api, serviceId) =>
                new Waiter<Connection>(
                    pace,
                    time,
                    new PollRound<Connection>(
                        log,
                        connection => connection.EndpointId,
                        connection => connection.Status,
                        (endpointId, token) => api.GetAsync(serviceId, endpointId, token),
                        token => api.ListOrNoneAsync(serviceId, token),
                        isListComplete: true
                    )
                )
        );
        Tags = new TagsApi(_transport);
        Information = new InformationApi(_transport);
        Vpn = new VpnApi(() => VpnTransport(time, log));
    }

    /// <summary>What it was made with.</summary>
    public VpcepClientOptions Options { get; }

    /// <summary>Endpoint services.</summary>
    public ServicesApi Services { get; }

    /// <summary>Endpoints.</summary>
    public EndpointsApi Endpoints { get; }

    /// <summary>Whitelists of endpoint services.</summary>
    public PermissionsApi Permissions { get; }

    /// <summary>Connections to endpoint services.</summary>
    public ConnectionsApi Connections { get; }

    /// <summary>Tags of services and endpoints.</summary>
    public TagsApi Tags { get; }

    /// <summary>The VPN service.</summary>
    public VpnApi Vpn { get; }

    /// <summary>Quotas and API versions.</summary>
    public InformationApi Information { get; }

    /// <summary>The time by the cloud's clock, as far as its answers have told.</summary>
    public DateTimeOffset CloudNow => _transport.Clock.At(_time.GetUtcNow());

    /// <summary>How far the cloud's clock is ahead of ours; null before an answer has told.</summary>
    public TimeSpan? ClockAhead => _transport.Clock.Ahead;

    /// <summary>The host that is asked, looked up if need be.</summary>
    /// <exception cref="VpcepException">It cannot be found.</exception>
    public ValueTask<Uri> HostAsync(CancellationToken cancellationToken) => _transport.HostAsync(cancellationToken);

    /// <summary>The id of the project, looked up if need be.</summary>
    /// <exception cref="VpcepException">It cannot be found.</exception>
    public ValueTask<string> ProjectAsync(CancellationToken cancellationToken) =>
        _transport.ProjectAsync(cancellationToken);

    /// <summary>
    /// Asks again about what is not there while it is so young that the cloud may not show it yet
    /// (<see cref="VpcepClientOptions.VisibilityGrace"/>): what was just made and is missing is late, not gone.
    /// </summary>
    /// <param name="madeAt">When the thing was made, by the cloud's clock; null when nobody knows, and then one answer is enough.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="isThere">Whether an answer shows the thing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The last answer.</returns>
    public async Task<T> AskWhileYoungAsync<T>(
        DateTimeOffset? madeAt,
        Func<CancellationToken, Task<T>> ask,
        Func<T, bool> isThere,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(isThere);
        var begun = _time.GetTimestamp();
        while (true)
        {
            var answer = await ask(cancellationToken).ConfigureAwait(false);
            // Bounded by our clock, too: a stamp in the time of a zone may lie hours ahead.
            var left = Options.VisibilityGrace - _time.GetElapsedTime(begun);
            if (isThere(answer) || left <= TimeSpan.Zero || !(CloudNow - madeAt < Options.VisibilityGrace))
            {
                return answer;
            }
            _log?.Notice(
                $"just made, and the cloud does not show it yet: looks for {Math.Ceiling(left.TotalSeconds):F0} s more"
            );
            await Task.Delay(LookAgainAfter, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes connections and ends waits.</summary>
    public void Dispose()
    {
        Services.Close();
        Endpoints.Close();
        Connections.Close();
        Vpn.Close();
        _transport.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // Its own gate and clock, for it is another host; the project is looked up once for both.
    private Transport? VpnTransport(TimeProvider time, IClientLog? log) =>
        Options.VpnEndpoint is not null || Options.FindVpnEndpoint is not null
            ? new Transport(
                Options with
                {
                    Endpoint = Options.VpnEndpoint,
                    FindEndpoint = Options.FindVpnEndpoint,
                    Service = CloudService.Vpn,
                    FindProject = token => _transport.ProjectAsync(token).AsTask(),
                },
                time,
                log
            )
            : null;
}
