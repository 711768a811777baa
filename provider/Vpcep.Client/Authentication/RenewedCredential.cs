namespace Vpcep.Client;

/// <summary>
/// Signs in when first needed and keeps what it gets: renewed before it ends, and once when the cloud refuses it. However
/// many requests want one, one sign-in runs; and what is refused is not sent again, for accounts lock after a few.
/// </summary>
public sealed class RenewedCredential : ICredential, IDisposable
{
    // How long what still holds is used after a renewal that failed, before the next is tried.
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(1);

    private static readonly HttpRequestOptionsKey<IssuedCredential> Used = new("vpcep.issued");

    private readonly ICredentialSource _source;
    private readonly TimeProvider _time;
    private readonly IClientLog? _log;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private IssuedCredential? _current;
    private long _issued;
    private long? _failed;
    private Task<IssuedCredential>? _renewal;
    private VpcepException? _refusal;

    /// <summary>A credential that signs in at <paramref name="source"/>.</summary>
    /// <param name="source">Where it gets what requests carry.</param>
    /// <param name="time">The clock of renewals.</param>
    /// <param name="log">Is told of renewals that fail while the old still holds.</param>
    public RenewedCredential(ICredentialSource source, TimeProvider time, IClientLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        _source = source;
        _time = time;
        _log = log;
    }

    /// <inheritdoc/>
    public CredentialKind Kind => _source.Kind;

    /// <inheritdoc/>
    public async ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = await CurrentAsync(null, cancellationToken).ConfigureAwait(false);
        request.Options.Set(Used, current);
        await current.Credential.AuthenticateAsync(request, body, now, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.Options.TryGetValue(Used, out var used)
            && !(await CurrentAsync(used, cancellationToken).ConfigureAwait(false)).IsSameAs(used);
    }

    /// <summary>Signs in, if that has not happened yet.</summary>
    /// <exception cref="VpcepException">It is refused, or nobody answers.</exception>
    public Task SignInAsync(CancellationToken cancellationToken) => CurrentAsync(null, cancellationToken);

    /// <summary>The project that the sign-in is for.</summary>
    /// <exception cref="VpcepException">The sign-in is for no project.</exception>
    public async Task<string> ProjectIdAsync(CancellationToken cancellationToken) =>
        (await CurrentAsync(null, cancellationToken).ConfigureAwait(false)).ProjectId
        ?? throw new VpcepException(ErrorClass.InvalidInput, _source.Operation, "the token is for no project")
        {
            Hint = "Set the project id or the project name",
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    /// <summary>Says how it signs in.</summary>
    public override string ToString() => _source.ToString()!;

    private async Task<IssuedCredential> CurrentAsync(IssuedCredential? refused, CancellationToken cancellationToken)
    {
        Task<IssuedCredential> renewal;
        lock (_lock)
        {
            if (_current is { } current && !ReferenceEquals(current, refused) && !IsDue(current))
            {
                return current;
            }
            var end = _end.Token;
            // Not the caller's own: who gives up does not take it from the others.
            renewal = _renewal ??= Task.Run(() => RenewAsync(refused, end), CancellationToken.None);
        }
        return await renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IssuedCredential> RenewAsync(IssuedCredential? refused, CancellationToken cancellationToken)
    {
        try
        {
            if (_refusal is { } refusal && !_source.HasChanged)
            {
                throw refusal;
            }
            var issued = await _source.IssueAsync(cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                (_current, _issued, _failed, _refusal) = (issued, _time.GetTimestamp(), null, null);
            }
            return issued;
        }
        catch (VpcepException error)
        {
            lock (_lock)
            {
                if (error is { IsTransient: false, HttpStatus: >= 400 and < 500 })
                {
                    _refusal = error;
                }
                if (_current is not { } kept || ReferenceEquals(kept, refused) || HasEnded(kept))
                {
                    throw;
                }
                if (_failed is null)
                {
                    _log?.Warning($"what signs in is not renewed, and used until it ends: {error.Message}");
                }
                _failed = _time.GetTimestamp();
                return kept;
            }
        }
        finally
        {
            lock (_lock)
            {
                _renewal = null;
            }
        }
    }

    private bool IsDue(IssuedCredential issued) =>
        issued.Life is { } life
        && _time.GetElapsedTime(_issued) >= life - issued.Margin
        && (HasEnded(issued) || !(_failed is { } failed && _time.GetElapsedTime(failed) < TryAgainAfter));

    private bool HasEnded(IssuedCredential issued) => issued.Life is { } life && _time.GetElapsedTime(_issued) >= life;
}
