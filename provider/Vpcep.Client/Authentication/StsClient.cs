namespace Vpcep.Client;

/// <summary>Asks the security token service (STS v5) for the keys of an agency.</summary>
public sealed class StsClient : IDisposable
{
    private readonly Transport _transport;
    private readonly TimeProvider _time;
    private readonly Uri _host;

    /// <summary>A client of one service.</summary>
    /// <param name="options">Its address and how to reach it; the credential is who asks, with access keys.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="log">Is told what happens.</param>
    public StsClient(VpcepClientOptions options, TimeProvider time, IClientLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _transport = new Transport(options with { Service = CloudService.Identity }, time, log);
        _time = time;
        _host = options.Endpoint ?? throw new ArgumentException("no address", nameof(options));
    }

    /// <summary>Takes an agency on.</summary>
    /// <returns>Its keys; null where the site has no such service.</returns>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Auth"/>: not allowed, or there is no such agency.</exception>
    public async Task<IssuedKeys?> AssumeAsync(Agency agency, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var request = new ApiRequest(HttpMethod.Post, "/v5/agencies/assume", agency.Operation)
        {
            Body = Encode.Object(json =>
            {
                json.Text("agency_urn", $"iam::{agency.DomainId}:agency:{agency.Name}");
                json.Text("agency_session_name", agency.Name);
                json.Whole("duration_seconds", (int?)agency.Duration?.TotalSeconds);
            }),
            Asks = CredentialKind.Agency,
        };
        using var attempt = await _transport.TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        if (attempt.Error is { HttpStatus: 404, Code: null or "APIGW.0101" })
        {
            return null;
        }
        if (attempt.Error is { } error)
        {
            throw error;
        }
        return IssuedBodies.StsKeys(attempt.Body, _transport.Clock.At(_time.GetUtcNow()))
            ?? throw IssuedBodies.Missing(request.Operation, "keys", _host, CredentialKind.Agency);
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();
}
