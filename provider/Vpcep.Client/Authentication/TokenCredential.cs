namespace Vpcep.Client;

/// <summary>Sends a ready-made token.</summary>
public sealed class TokenCredential : ICredential
{
    private readonly string _token;

    /// <summary>A token of the identity service, scoped to the project.</summary>
    public TokenCredential(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        // Files end in a line break that no header can carry.
        _token = token.Trim();
    }

    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Token;

    /// <inheritdoc/>
    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.TryAddWithoutValidation("X-Auth-Token", _token);
        return ValueTask.CompletedTask;
    }

    /// <summary>Says what it is without giving it away.</summary>
    public override string ToString() => "a token";
}
