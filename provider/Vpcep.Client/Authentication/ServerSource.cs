using System.Net;
using System.Text;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>
/// The temporary keys that a server of the cloud has from the metadata service, for the agency that it was given. The service
/// speaks plain text on a link of its own: no proxy, no redirect, no header that it does not need, and not long.
/// </summary>
public sealed class ServerSource : ICredentialSource, IDisposable
{
    /// <summary>Where servers have it.</summary>
    public static readonly Uri DefaultAddress = new("http://169.254.169.254/");

    private const string TokenHeader = "X-Metadata-Token";
    private const string NoAgency = "Please configure Cloud Service Agency first";
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(6);

    // A service without tokens is not asked for one again so soon.
    private static readonly TimeSpan WithoutTokens = TimeSpan.FromHours(24);

    private readonly Uri _address;
    private readonly TimeProvider _time;
    private readonly TimeProvider _networkTime;
    private readonly SigningForm _form;
    private readonly HttpMessageInvoker _http;
    private string? _token;
    private long? _tokenAsked;

    /// <summary>The service of this machine.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="address">Where it is; null for where servers have it.</param>
    /// <param name="form">How the keys sign.</param>
    /// <param name="networkTime">The clock of its patience; the system's when null.</param>
    public ServerSource(
        TimeProvider time,
        Uri? address = null,
        SigningForm form = SigningForm.Direct,
        TimeProvider? networkTime = null
    )
    {
        ArgumentNullException.ThrowIfNull(time);
        _address = address ?? DefaultAddress;
        _time = time;
        // A socket's time is the system's, whatever clock the operations go by.
        _networkTime = networkTime ?? TimeProvider.System;
        _form = form;
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                MaxResponseHeadersLength = 64,
            }
        );
    }

    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Server;

    /// <inheritdoc/>
    public string Operation => "ask the metadata service of this server";

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken)
    {
        await EnsureTokenAsync(cancellationToken).ConfigureAwait(false);
        var answer = await KeysAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.Unauthorized && !answer.Text.Contains(NoAgency, StringComparison.Ordinal))
        {
            (_token, _tokenAsked) = (null, null);
            await EnsureTokenAsync(cancellationToken).ConfigureAwait(false);
            answer = await KeysAsync(cancellationToken).ConfigureAwait(false);
        }
        if (answer.Text.Contains(NoAgency, StringComparison.Ordinal))
        {
            throw Failure(ErrorClass.Auth, "this server has no agency", answer.Status, "Give the server an agency");
        }
        return Read(answer) is { } keys
            ? IssuedCredential.Of(keys, _form)
            : throw Failure(
                answer.Status == HttpStatusCode.OK ? ErrorClass.Internal : Class(answer.Status),
                answer.Status == HttpStatusCode.OK
                    ? "the answer has no keys"
                    : $"the service answers {(int)answer.Status}",
                answer.Status == HttpStatusCode.OK ? null : answer.Status
            );
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Says where the keys are from.</summary>
    public override string ToString() => "the metadata service of this server";

    private async Task EnsureTokenAsync(CancellationToken cancellationToken)
    {
        var holds = _token is null ? WithoutTokens : TokenLife / 2;
        if (_tokenAsked is { } asked && _time.GetElapsedTime(asked) < holds)
        {
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_address, "meta-data/latest/api/token"));
        request.Headers.Add(
            "X-Metadata-Token-Ttl-Seconds",
            TokenLife.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        _token = answer.Status switch
        {
            HttpStatusCode.OK when answer.Text.Trim() is { Length: > 0 } text && IsHeader(text) => text,
            HttpStatusCode.OK => throw Failure(ErrorClass.Internal, "the answer has no token", null),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.ServiceUnavailable => null,
            var other => throw Failure(Class(other), $"the service answers {(int)other}", other),
        };
        _tokenAsked = _time.GetTimestamp();
    }

    private async Task<Answer> KeysAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, "openstack/latest/securitykey"));
        if (_token is not null)
        {
            request.Headers.TryAddWithoutValidation(TokenHeader, _token);
        }
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, _networkTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, stop.Token).ConfigureAwait(false);
            using var body = await AnswerBody.ReadAsync(response, LongestAnswer, stop.Token).ConfigureAwait(false);
            var text = Encoding.UTF8.GetString(body.Bytes);
            return new Answer(response.StatusCode, text, response.Headers.Date);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw Failure(ErrorClass.Unavailable, Answers.Describe(failure, timeout.IsCancellationRequested), null);
        }
    }

    private IssuedKeys? Read(Answer answer)
    {
        if (answer.Status != HttpStatusCode.OK)
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(answer.Text);
            return IssuedBodies.Keys(json.RootElement, answer.Date ?? _time.GetUtcNow());
        }
        catch (JsonException)
        {
            return null; // as one that lacks them
        }
    }

    private VpcepException Failure(ErrorClass kind, string problem, HttpStatusCode? status, string? hint = null) =>
        new(kind, Operation, problem)
        {
            HttpStatus = (int?)status,
            Service = CloudService.Identity,
            Credential = Kind,
            Hint =
                hint
                ?? $"Check that this machine is a server of the cloud, and {_address.Authority} its metadata service",
        };

    private static bool IsHeader(string text) => text.All(static character => character is >= '!' and <= '~');

    private static ErrorClass Class(HttpStatusCode status) =>
        (int)status >= 500 ? ErrorClass.Unavailable : ErrorClass.Auth;

    private sealed record Answer(HttpStatusCode Status, string Text, DateTimeOffset? Date);
}
