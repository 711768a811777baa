namespace Vpcep.Client;

/// <summary>
/// The account of who asks, which a signature for the identity service names: given, or looked up once. Where it cannot be
/// found the request goes without; most sites know it from the key.
/// </summary>
public sealed class CallerDomain
{
    private readonly IdentityClient? _identity;
    private readonly string? _name;
    private string? _id;
    private bool _asked;

    /// <summary>An account that needs no name: a token says whose it is.</summary>
    public static CallerDomain OfToken { get; } = new();

    private CallerDomain() => _asked = true;

    /// <summary>The account.</summary>
    /// <param name="identity">Where to look it up, with who asks as its credential.</param>
    /// <param name="id">Its id, if that is known.</param>
    /// <param name="name">Its name, if that is known.</param>
    public CallerDomain(IdentityClient identity, string? id, string? name) =>
        (_identity, _id, _name, _asked) = (identity, id, name, id is not null);

    /// <summary>Its id; null where nobody knows. Asked by one at a time.</summary>
    internal async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!_asked)
        {
            _id = await _identity!.FindDomainAsync(_name, cancellationToken).ConfigureAwait(false);
            _asked = true;
        }
        return _id;
    }
}
