namespace Vpcep.Client;

/// <summary>
/// Signs in with name and password when first needed and keeps the token: renewed before it ends, and once when the
/// cloud refuses it. However many requests want one, one sign-in runs; and a password that is refused is not sent again,
/// for accounts lock after a few.
/// </summary>
public sealed class PasswordCredential : ICredential, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(10);

    // Of a token that ends soon anyway, this much is left unused.
    private const int Tenth = 10;

    private const string TokenHeader = "X-Auth-Token";

    private readonly IdentityClient _identity;
    private readonly PasswordLogin _login;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _one = new(1, 1);
    private IssuedToken? _token;
    private long _issued;
    private VpcepException? _refusal;

    /// <summary>A credential that signs in at <paramref name="identity"/>.</summary>
    public PasswordCredential(IdentityClient identity, PasswordLogin login, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(time);
        _identity = identity;
        _login = login;
        _time = time;
    }

    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Password;

    /// <inheritdoc/>
    public async ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await TokenAsync(null, cancellationToken).ConfigureAwait(false);
        request.Headers.TryAddWithoutValidation(TokenHeader, token.Value);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var value = refused.Headers.TryGetValues(TokenHeader, out var values) ? values.FirstOrDefault() : null;
        await TokenAsync(value, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The project that the sign-in is for.</summary>
    /// <exception cref="VpcepException">The sign-in is for no project.</exception>
    public async Task<string> ProjectIdAsync(CancellationToken cancellationToken) =>
        _login.ProjectId
        ?? (await TokenAsync(null, cancellationToken).ConfigureAwait(false)).ProjectId
        ?? throw new VpcepException(
            ErrorClass.InvalidInput,
            $"sign in as {_login.UserName}",
            "the token is for no project"
        )
        {
            Hint = "Set the project id or the project name",
        };

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Names the user only.</summary>
    public override string ToString() => _login.ToString();

    private async Task<IssuedToken> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_refusal is { } refusal)
            {
                throw refusal;
            }
            if (_token is not { } current || current.Value == refused || EndsSoon(current))
            {
                _token = current = await _identity.IssueTokenAsync(_login, cancellationToken).ConfigureAwait(false);
                _issued = _time.GetTimestamp();
            }
            return current;
        }
        catch (VpcepException error) when (error is { IsTransient: false, HttpStatus: >= 400 and < 500 })
        {
            _refusal = error;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    private bool EndsSoon(IssuedToken token) =>
        token.Life is { } life
        && life > TimeSpan.Zero
        && _time.GetElapsedTime(_issued) >= life - (life / Tenth < RenewBefore ? life / Tenth : RenewBefore);
}
