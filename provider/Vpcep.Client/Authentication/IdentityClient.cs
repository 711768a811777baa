namespace Vpcep.Client;

/// <summary>Asks the identity service (IAM) for tokens and for project ids.</summary>
public sealed class IdentityClient : IDisposable
{
    private const string KeysPath = "/v3.0/OS-CREDENTIAL/securitytokens";

    private readonly Transport _transport;
    private readonly TimeProvider _time;
    private readonly Uri _host;

    /// <summary>A client of one identity service.</summary>
    /// <param name="options">Its address and how to reach it; the credential is used to look up projects.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="log">Is told what happens.</param>
    public IdentityClient(VpcepClientOptions options, TimeProvider time, IClientLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _transport = new Transport(options with { Service = CloudService.Identity }, time, log);
        _time = time;
        _host = options.Endpoint ?? throw new ArgumentException("it has an address", nameof(options));
    }

    /// <summary>Its address.</summary>
    public Uri Host => _host;

    /// <summary>Asks for an answer, whatever it says, without saying who asks.</summary>
    /// <exception cref="VpcepException">There is none.</exception>
    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, "/v3", "reach the identity service") { IsAnonymous = true };
        using var attempt = await _transport.TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        if (attempt.Error is { HttpStatus: null } error)
        {
            throw error;
        }
    }

    /// <summary>Signs in with name and password.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Auth"/>: name or password are wrong.</exception>
    public Task<IssuedToken> IssueTokenAsync(PasswordLogin login, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(login);
        return TokenAsync(
            new ApiRequest(HttpMethod.Post, "/v3/auth/tokens", $"sign in as {login.Who}")
            {
                Body = Encode.Object(login.Write),
                IsAnonymous = true,
                Secrets = [login.Password ?? "", login.Passcode ?? ""],
            },
            cancellationToken
        );
    }

    /// <summary>Takes an agency on for a project: a token instead of keys.</summary>
    /// <param name="agency">The agency; its account by name.</param>
    /// <param name="project">The project of that account.</param>
    /// <param name="callerDomainId">The account of who asks, for signatures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Auth"/>: not allowed, or there is no such agency.</exception>
    public Task<IssuedToken> DelegateAsync(
        Agency agency,
        ProjectScope project,
        string? callerDomainId,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(project);
        return TokenAsync(
            new ApiRequest(HttpMethod.Post, "/v3/auth/tokens", agency.Operation)
            {
                Body = Encode.Object(json => LoginBodies.Delegation(json, agency, project)),
                DomainId = callerDomainId,
                Asks = CredentialKind.Delegation,
            },
            cancellationToken
        );
    }

    /// <summary>Takes an agency on: temporary keys.</summary>
    /// <param name="agency">The agency; its account by id or name.</param>
    /// <param name="callerDomainId">The account of who asks, for signatures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Auth"/>: not allowed, or there is no such agency.</exception>
    public Task<IssuedKeys> AssumeAsync(Agency agency, string? callerDomainId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return KeysAsync(
            new ApiRequest(HttpMethod.Post, KeysPath, agency.Operation)
            {
                Body = Encode.Object(json => LoginBodies.Agency(json, agency)),
                DomainId = callerDomainId,
                Asks = CredentialKind.Agency,
            },
            cancellationToken
        );
    }

    /// <summary>Exchanges the token of another identity provider (OIDC) for temporary keys.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.Auth"/>: the provider or its token is not accepted.</exception>
    public async Task<IssuedKeys> FederateAsync(string provider, string token, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        var operation = $"sign in through {provider}";
        var subject = await TokenAsync(
                new ApiRequest(HttpMethod.Post, "/v3.0/OS-AUTH/id-token/tokens", operation)
                {
                    Body = Encode.Object(json => LoginBodies.IdToken(json, token)),
                    IsAnonymous = true,
                    Headers = [("X-Idp-Id", provider)],
                    Secrets = [token],
                    Asks = CredentialKind.Federation,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return await KeysAsync(
                new ApiRequest(HttpMethod.Post, KeysPath, operation)
                {
                    Body = Encode.Object(json => LoginBodies.OfToken(json, subject.Value)),
                    IsAnonymous = true,
                    Secrets = [subject.Value],
                    Asks = CredentialKind.Federation,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>The account of who asks, by its name where that is known; null where the service does not tell.</summary>
    internal async Task<string?> FindDomainAsync(string? name, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, "/v3/auth/domains", "look up the account");
        using var attempt = await _transport.TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        return attempt.Error is null
            ? attempt
                .Body.Items("domains")
                .FirstOrDefault(domain => name is null || domain.Text("name") == name)
                .Text("id")
            : null;
    }

    /// <summary>The id of the project with this name (for the default project: the region's name).</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.NotFound"/>: none; <see cref="ErrorClass.InvalidInput"/>: several, all named.</exception>
    public async Task<string> FindProjectAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var request = new ApiRequest(
            HttpMethod.Get,
            Paths.WithQuery("/v3/projects", ("name", name)),
            $"look up project {name}"
        );
        var ids = await _transport
            .SendAsync(
                request,
                // Some sites ignore the filter.
                body =>
                    body.Items("projects")
                        .Where(project => project.Text("name") is not { } found || found == name)
                        .Select(project => project.Text("id"))
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal)
                        .ToList(),
                cancellationToken
            )
            .ConfigureAwait(false);
        return ids switch
        {
            [var only] => only,
            [] => throw new VpcepException(ErrorClass.NotFound, request.Operation, "there is no such project")
            {
                Service = CloudService.Identity,
                Hint = "Set the project id, or a project name that exists in this region",
            },
            _ => throw new VpcepException(
                ErrorClass.InvalidInput,
                request.Operation,
                $"several projects have this name: {string.Join(", ", ids)}"
            )
            {
                Service = CloudService.Identity,
                Hint = "Set the project id",
                Candidates = ids,
            },
        };
    }

    /// <summary>The services that there are for whoever asks, and their addresses; none where there is no catalog.</summary>
    public async Task<IReadOnlyList<CatalogEntry>> ListServicesAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, "/v3/auth/catalog", "list the services of the region");
        try
        {
            return await _transport.SendAsync(request, CatalogEntry.Read, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.HttpStatus == 404)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private async Task<IssuedToken> TokenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var attempt = await _transport.TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        if (attempt.Error is { } error)
        {
            throw error;
        }
        if (string.IsNullOrEmpty(attempt.SubjectToken))
        {
            throw IssuedBodies.Missing(request.Operation, "token", _host, request.Asks ?? CredentialKind.Other);
        }
        var token = attempt.Body.Items("token").FirstOrDefault();
        var ends = CloudTime.Parse(token.Text("expires_at"));
        var issued = CloudTime.Parse(token.Text("issued_at")) ?? _transport.Clock.At(_time.GetUtcNow());
        return new IssuedToken(attempt.SubjectToken, ends - issued, token.Items("project").FirstOrDefault().Text("id"));
    }

    private async Task<IssuedKeys> KeysAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var attempt = await _transport.TrySendAsync(request, cancellationToken).ConfigureAwait(false);
        return attempt.Error is { } error
            ? throw error
            : IssuedBodies.Keys(attempt.Body, _transport.Clock.At(_time.GetUtcNow()))
                ?? throw IssuedBodies.Missing(request.Operation, "keys", _host, request.Asks ?? CredentialKind.Other);
    }
}
