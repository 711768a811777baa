using System.Globalization;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Sends calls to one host: authenticates each attempt, repeats what may be repeated, reports to the log.</summary>
internal sealed class Transport : IDisposable
{
    private readonly VpcepClientOptions _options;
    private readonly TimeProvider _time;
    private readonly IClientLog? _log;
    private readonly HostGate _gate;
    private readonly AskedOnce<Exchange> _exchange;
    private readonly AskedOnce<string> _project;
    private long _changes;

    /// <summary>Prepares; nothing touches the network.</summary>
    public Transport(VpcepClientOptions options, TimeProvider time, IClientLog? log)
    {
        _options = options;
        _time = time;
        _log = log;
        _project = new(
            options.ProjectId,
            options.FindProject
                ?? (static _ => throw Unknown("find the project", "neither its id nor a way to look it up is set"))
        );
        _gate = new HostGate(time, options.MaxConcurrency, options.RequestsPerSecond);
        Clock = new ServerClock(time);
        _exchange = new(
            options.Endpoint is { } endpoint ? At(endpoint) : null,
            async token =>
                At(
                    options.FindEndpoint is { } find
                        ? await find(token).ConfigureAwait(false)
                        : throw Unknown("find the host", "neither its address nor a way to look it up is set")
                )
        );
    }

    /// <summary>What is known of the cloud's clock.</summary>
    public ServerClock Clock { get; }

    /// <summary>How often a call that changes something began or ended: while it stays, what was read is of now.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Sends a call to its end.</summary>
    /// <exception cref="VpcepException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, static _ => true, cancellationToken);

    /// <summary>Sends a call to its end.</summary>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads the answer, whose memory is used again afterwards; undefined when it had no body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VpcepException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<T> SendAsync<T>(
        ApiRequest request,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    )
    {
        using var attempt = await TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        return attempt.Error is { } error ? throw error : read(attempt.Body);
    }

    /// <summary>Sends a call to its end and tells how it ended. What throws (a cancellation, a project that is not found) was not sent.</summary>
    public async Task<Attempt> TrySendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            return await RepeatAsync(request, cancellationToken).ConfigureAwait(false);
        }
        Interlocked.Increment(ref _changes);
        try
        {
            return await RepeatAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Increment(ref _changes);
        }
    }

    /// <summary>The project that calls are about.</summary>
    /// <exception cref="VpcepException">It cannot be found.</exception>
    public ValueTask<string> ProjectAsync(CancellationToken cancellationToken) => _project.GetAsync(cancellationToken);

    /// <summary>The host that calls go to.</summary>
    /// <exception cref="VpcepException">It cannot be found.</exception>
    public async ValueTask<Uri> HostAsync(CancellationToken cancellationToken) =>
        (await _exchange.GetAsync(cancellationToken).ConfigureAwait(false)).Host;

    /// <inheritdoc/>
    public void Dispose()
    {
        _exchange.Known?.Dispose();
        _exchange.Dispose();
        _gate.Dispose();
        _project.Dispose();
    }

    private Exchange At(Uri endpoint) => new(CloudHosts.Normalize(endpoint), _options, _time, _log, Clock);

    private static VpcepException Unknown(string operation, string problem) =>
        new(ErrorClass.InvalidInput, operation, problem);

    private async Task<Attempt> RepeatAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var call = new Call(request);
        while (true)
        {
            var attempt = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
            if (attempt.Verdict is RetryVerdict.Stop)
            {
                return attempt;
            }
            await Task.Delay(attempt.Delay, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Attempt> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var entered = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        Attempt attempt;
        HttpRequestMessage? sent;
        try
        {
            var exchange = await _exchange.GetAsync(cancellationToken).ConfigureAwait(false);
            var (path, project) = await PathAsync(call.Request, cancellationToken).ConfigureAwait(false);
            (attempt, sent) = await exchange
                .SendAsync(call.Request, new Uri(exchange.Host, path), project, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            _gate.Leave();
        }
        using (sent)
        {
            return Told(
                call.Request,
                await JudgeAsync(call, attempt, sent, entered, cancellationToken).ConfigureAwait(false)
            );
        }
    }

    private async ValueTask<(string Path, string? Project)> PathAsync(
        ApiRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Path.Contains(ApiRequest.ProjectMark, StringComparison.Ordinal))
        {
            return (request.Path, null);
        }
        var project = await _project.GetAsync(cancellationToken).ConfigureAwait(false);
        var escaped = Paths.Segment(project, "project");
        return (request.Path.Replace(ApiRequest.ProjectMark, escaped, StringComparison.Ordinal), project);
    }

    private async ValueTask<Attempt> JudgeAsync(
        Call call,
        Attempt attempt,
        HttpRequestMessage sent,
        DateTimeOffset entered,
        CancellationToken cancellationToken
    )
    {
        var history = new RetryHistory(
            call.Retries,
            _options.MaxRetries,
            call.LimitedSince is { } since ? _time.GetElapsedTime(since) : TimeSpan.Zero,
            _options.RateLimitPatience,
            call.Renewed
        );
        var verdict = RetryRules.Decide(attempt.Outcome, attempt.Error, call.Request.Safety, history);
        switch (verdict)
        {
            case RetryVerdict.SlowDown:
                call.LimitedSince ??= _time.GetTimestamp();
                var pause = _gate.SlowDown(entered, _options.Random(), attempt.Error?.RetryAfter);
                _log?.Notice($"waiting: rate limit, retry in {Seconds(pause)}");
                return attempt with { Verdict = verdict };
            case RetryVerdict.Retry:
                var delay = RetryRules.Delay(call.Retries, _options.Random(), attempt.Error?.RetryAfter);
                call.Retries++;
                _log?.Notice(
                    $"{attempt.Error?.Problem ?? "no answer"}; try {call.Retries + 1} of {_options.MaxRetries + 1} in {Seconds(delay)}"
                );
                return attempt with { Verdict = verdict, Delay = delay };
            case RetryVerdict.Renew when call.Request.IsAnonymous:
                return attempt;
            // Once, and it is no renewal: what was signed at the wrong time may have ended, too.
            case RetryVerdict.Renew
                when !call.Resigned && attempt.Skew is { } skew && skew.Duration() >= ServerClock.RefusedSkew:
                call.Resigned = true;
                _log?.Notice($"{ServerClock.Words(skew)}; signing by the cloud's");
                return attempt with { Verdict = verdict };
            case RetryVerdict.Renew:
                call.Renewed = true;
                return await _options.Credential.RenewAsync(sent, cancellationToken).ConfigureAwait(false)
                    ? attempt with
                    {
                        Verdict = verdict,
                    }
                    : attempt;
            default:
                if (attempt.Outcome == AttemptOutcome.Succeeded)
                {
                    _gate.Passed();
                }
                return attempt;
        }
    }

    // What only the sender knows of a failure.
    private Attempt Told(ApiRequest request, Attempt attempt)
    {
        // A sign-in that failed on the way here has said so.
        if (attempt.Error is { Service: null } error)
        {
            error.Service = _options.Service;
            error.Credential = request.Asks ?? _options.Credential.Kind;
            error.ClockAhead = error.Class == ErrorClass.Auth && attempt.Skew is not null ? Clock.Ahead : null;
            if (error is { Class: ErrorClass.Auth, HttpStatus: 401 })
            {
                error.Hint = CredentialHints.For(error.Credential, _options.Service) ?? error.Hint;
            }
        }
        return attempt;
    }

    private static string Seconds(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Ceiling(span.TotalSeconds)):F0} s");

    private sealed class Call(ApiRequest request)
    {
        public ApiRequest Request { get; } = request;

        public int Retries { get; set; }

        public long? LimitedSince { get; set; }

        public bool Renewed { get; set; }

        public bool Resigned { get; set; }
    }
}
