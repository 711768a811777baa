namespace Vpcep.Client;

/// <summary>
/// The addresses of a region's services, as its identity service lists them. It is asked once, when the first is needed.
/// </summary>
public sealed class ServiceCatalog : IDisposable
{
    private const string Public = "public";

    private readonly IdentityClient _identity;
    private readonly string? _region;
    private readonly AskedOnce<IReadOnlyList<CatalogEntry>> _entries;

    /// <summary>The catalog that <paramref name="identity"/> shows; disposed of with it.</summary>
    /// <param name="identity">The identity service, asked by somebody whom it knows.</param>
    /// <param name="region">The region; null takes the first that there is.</param>
    public ServiceCatalog(IdentityClient identity, string? region)
    {
        ArgumentNullException.ThrowIfNull(identity);
        (_identity, _region) = (identity, region);
        _entries = new(null, identity.ListServicesAsync);
    }

    /// <summary>The host of the endpoint service.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.InvalidInput"/>: it is not listed.</exception>
    public Task<Uri> VpcepAsync(CancellationToken cancellationToken) =>
        FindAsync("vpcep", CloudService.Endpoints, cancellationToken);

    /// <summary>The host of the VPN service.</summary>
    /// <exception cref="VpcepException"><see cref="ErrorClass.InvalidInput"/>: it is not listed.</exception>
    public Task<Uri> VpnAsync(CancellationToken cancellationToken) =>
        FindAsync("vpn", CloudService.Vpn, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _entries.Dispose();
        _identity.Dispose();
    }

    private async Task<Uri> FindAsync(string type, CloudService service, CancellationToken cancellationToken)
    {
        var entries = await _entries.GetAsync(cancellationToken).ConfigureAwait(false);
        CatalogEntry[] open =
        [
            .. entries.Where(entry =>
                Same(entry.Type, type) && Same(entry.Interface, Public) && entry.Host is not null
            ),
        ];
        // An entry without a region is for all of them.
        var found =
            open.FirstOrDefault(entry => _region is null || Same(entry.Region, _region))
            ?? open.FirstOrDefault(static entry => entry.Region is null);
        if (found is not null)
        {
            return found.Host!;
        }
        var elsewhere = string.Join(", ", open.Select(static entry => entry.Region).Distinct(StringComparer.Ordinal));
        throw new VpcepException(
            ErrorClass.InvalidInput,
            $"find the address of the service {type}",
            open.Length > 0
                ? $"the catalog of {_identity.Host.Authority} has it in {elsewhere}, and not in {_region}"
                : $"the catalog of {_identity.Host.Authority} has no public address of it"
        )
        {
            Service = service,
            IsUnlisted = true,
            Hint = "Give its address, which the cloud's administrator knows",
        };
    }

    private static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
