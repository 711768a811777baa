namespace Vpcep.Client;

/// <summary>Temporary keys for the token of another identity provider (OIDC).</summary>
/// <param name="identity">Where.</param>
/// <param name="provider">Id of the identity provider, as the account knows it.</param>
/// <param name="token">Reads the provider's token; asked anew for each sign-in.</param>
/// <param name="form">How the keys sign.</param>
public sealed class FederationSource(IdentityClient identity, string provider, Func<string> token, SigningForm form)
    : ICredentialSource
{
    private string? _sent;

    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Federation;

    /// <inheritdoc/>
    public string Operation => $"sign in through {provider}";

    /// <inheritdoc/>
    public bool HasChanged => token() != _sent;

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken)
    {
        _sent = token();
        return IssuedCredential.Of(
            await identity.FederateAsync(provider, _sent, cancellationToken).ConfigureAwait(false),
            form
        );
    }

    /// <summary>Names the identity provider.</summary>
    public override string ToString() => $"identity provider {provider}";
}
