using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Vpcep.Client;

/// <summary>One request, one answer: everything between a call and the bytes on the wire.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly VpcepClientOptions _options;
    private readonly TimeProvider _time;
    private readonly IClientLog? _log;
    private readonly ServerClock _clock;
    private readonly Lazy<HttpMessageInvoker> _http;
    private readonly IWebProxy? _proxy;

    public Exchange(Uri host, VpcepClientOptions options, TimeProvider time, IClientLog? log, ServerClock clock)
    {
        Host = host;
        _options = options;
        _time = time;
        _log = log;
        _clock = clock;
        // A proxy could not reach this machine's own loopback.
        _proxy = host.IsLoopback ? null : options.Proxy ?? EnvironmentProxy.OfProcess();
        _http = new(() =>
            options.Handler is { } handler
                ? new HttpMessageInvoker(handler, disposeHandler: false)
                : new HttpMessageInvoker(Handlers.Create(host, options, _proxy, log), disposeHandler: true)
        );
    }

    /// <summary>Where requests go.</summary>
    public Uri Host { get; }

    /// <summary>Sends once. The request message comes back for the credential that may have to renew itself.</summary>
    public async Task<(Attempt Attempt, HttpRequestMessage Sent)> SendAsync(
        ApiRequest request,
        Uri uri,
        string? project,
        CancellationToken cancellationToken
    )
    {
        var content = new SentContent(request.Body);
        var message = new HttpRequestMessage(request.Method, uri)
        {
            // Also where there is none: the API wants its content type on every request.
            Content = content,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        try
        {
            if (uri.Scheme == Uri.UriSchemeHttps)
            {
                OpenSsl.Require();
            }
            message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(AnswerBody.Packing));
            foreach (var (name, value) in request.Headers)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
            message.Options.Set(AccessKeyCredential.Project, project);
            message.Options.Set(AccessKeyCredential.Domain, request.DomainId);
            if (!request.IsAnonymous)
            {
                await _options
                    .Credential.AuthenticateAsync(
                        message,
                        request.Body,
                        _clock.Signing(_time.GetUtcNow()),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        }
        catch (VpcepException error)
        {
            return (new Attempt(AttemptOutcome.NotSent) { Error = error }, message);
        }
        return (await TimedAsync(request, message, content, cancellationToken).ConfigureAwait(false), message);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private async Task<Attempt> TimedAsync(
        ApiRequest request,
        HttpRequestMessage message,
        SentContent content,
        CancellationToken cancellationToken
    )
    {
        var path = message.RequestUri!.PathAndQuery;
        var started = _time.GetTimestamp();
        using var span = HttpSpan.Begin(request.Method, message.RequestUri);
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _options.NetworkTime ?? _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token);
        // A create whose body is under way is not torn: its answer holds the id.
        using var withdrawal = cancellationToken.UnsafeRegister(
            _ =>
            {
                if (request.Safety == RequestSafety.Idempotent || content.TryWithdraw())
                {
                    stop.Cancel();
                }
            },
            null
        );
        try
        {
            using var response = await _http.Value.SendAsync(message, stop.Token).ConfigureAwait(false);
            _clock.Observe(response.Headers.Date);
            var requestId = Answers.RequestId(response);
            var body = await AnswerBody
                .ReadAsync(response, _options.MaxResponseBytes, stop.Token)
                .ConfigureAwait(false);
            HttpSpan.End(span, (int)response.StatusCode, requestId);
            var attempt = Answers.Judge(request, response, body, requestId, _time.GetUtcNow());
            if (attempt.Answer is null)
            {
                body.Dispose();
            }
            Log((int)response.StatusCode, requestId, null);
            return Signed(message) is { } signed ? attempt with { Skew = response.Headers.Date - signed } : attempt;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            var ours = cancellationToken.IsCancellationRequested && !timeout.IsCancellationRequested;
            var sent = content.IsStarted;
            HttpSpan.End(span, null, null);
            Log(null, null, ours ? "cancelled" : Answers.Describe(failure, timeout.IsCancellationRequested));
            if (ours && (request.Safety == RequestSafety.Idempotent || !sent))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            return Failed(request, failure, sent, timeout.IsCancellationRequested);
        }

        void Log(int? status, string? requestId, string? problem) =>
            _log?.Call(new(request.Method.Method, path, status, _time.GetElapsedTime(started), requestId, problem));
    }

    // When a request says that it was signed; null for those that carry no signature.
    private static DateTimeOffset? Signed(HttpRequestMessage message) =>
        message.Headers.TryGetValues(RequestSigner.DateHeader, out var values)
        && DateTimeOffset.TryParseExact(
            values.First(),
            RequestSigner.DateForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var signed
        )
            ? signed
            : null;

    private Attempt Failed(ApiRequest request, Exception failure, bool sent, bool timedOut)
    {
        var http = failure as HttpRequestException;
        var secure = http is { HttpRequestError: HttpRequestError.SecureConnectionError };
        // The runtime has one exception for a bad certificate and for a peer that speaks no TLS; only its words differ.
        var untrusted =
            secure
            && http!.InnerException is AuthenticationException { Message: var words }
            && words.Contains("certificate", StringComparison.OrdinalIgnoreCase);
        var tooLarge = http?.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;
        var proxy = ProxyAtFault(http);
        var hungUp = sent && Host.Scheme == Uri.UriSchemeHttp && !timedOut;
        var kind =
            secure ? ErrorClass.InvalidInput
            : tooLarge ? ErrorClass.Internal
            : ErrorClass.Unavailable;
        return new Attempt(sent ? AttemptOutcome.Lost : AttemptOutcome.NotSent)
        {
            Error = new VpcepException(
                kind,
                request.Operation,
                timedOut ? $"no answer within {_options.RequestTimeout.TotalSeconds:F0} s"
                    : proxy is not null && http!.HttpRequestError != HttpRequestError.ProxyTunnelError
                        ? $"the proxy {proxy.Authority} cannot be reached"
                    : Answers.Describe(failure, timedOut),
                failure
            )
            {
                IsUntrusted = untrusted,
                IsForeign = hungUp,
                IsOfProxy = proxy is not null || http?.HttpRequestError == HttpRequestError.ProxyTunnelError,
                Hint =
                    untrusted
                        ? "The host's certificate is not trusted: name the authority's certificate file, and check the host"
                    : secure ? $"{Host.Authority} does not speak TLS: is it http://, or another port?"
                    : proxy is not null
                        ? $"Check HTTPS_PROXY, HTTP_PROXY and ALL_PROXY; NO_PROXY={Host.Host} goes around it"
                    // A port that wants TLS just closes, or answers what is no HTTP.
                    : hungUp ? $"Does {Host.Authority} want https://? Otherwise run again later"
                    : sent ? ErrorCodes.HintFor(null, kind)
                    : $"Check the network, proxies and the host {Host.Authority}",
            },
        };
    }

    private Uri? ProxyAtFault(HttpRequestException? failure) =>
        failure
            is {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.ProxyTunnelError
            }
        && _proxy?.IsBypassed(Host) == false
            ? _proxy.GetProxy(Host)
            : null;
}
