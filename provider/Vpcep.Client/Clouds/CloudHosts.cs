using System.Diagnostics.CodeAnalysis;

namespace Vpcep.Client;

/// <summary>
/// A cloud: where its services are, by region, and what its API offers. Hosts that no document confirms say so; explicit
/// endpoints override all of them.
/// </summary>
public sealed record CloudHosts
{
    private const string Region = "{region}";
    private const string InDomain = "{domain}";
    private const string VpcepPattern = "vpcep.{region}.{domain}";

    /// <summary>
    /// A region that is in no list, reached by explicit endpoints or by its domain. It offers what the VPCEP API Reference,
    /// Ankara, documents; <c>with { Features = … }</c> describes one that offers more.
    /// </summary>
    public static CloudHosts Private => All[^1];

    /// <summary>Every cloud that is known by name, <see cref="Private"/> last.</summary>
    public static IReadOnlyList<CloudHosts> All => KnownClouds.All;

    /// <summary>What configuration calls the cloud.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What the names of its hosts end with; null where each installation has its own.</summary>
    public required string? Domain { get; init; }

    /// <summary>Other domains with the same services.</summary>
    public IReadOnlyList<string> OtherDomains { get; init; } = [];

    /// <summary>The host of the endpoint service; <c>{region}</c> is filled in. Null where the domain is not known.</summary>
    public string? VpcepHost => Of(VpcepPattern);

    /// <summary>The host of the identity service; as <see cref="VpcepHost"/>.</summary>
    public string? IamHost => Of(IamPattern);

    /// <summary>The host of the VPN service; as <see cref="VpcepHost"/>. Documented for Huawei Cloud, a guess elsewhere.</summary>
    public string? VpnHost => Of("vpn.{region}.{domain}");

    /// <summary>What its API offers for certain.</summary>
    public required CloudFeatures Features { get; init; }

    /// <summary>What it may offer.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>What it takes as a tag.</summary>
    public required TagRules Tags { get; init; }

    /// <summary>The most characters of a service's short name.</summary>
    public int LongestServiceName { get; init; } = 16;

    /// <summary>How many requests it takes in any second, where that is known.</summary>
    public int MostRequestsPerSecond { get; init; } = int.MaxValue;

    /// <summary>How the names of its regions begin, where that tells the cloud; empty where it does not.</summary>
    public IReadOnlyList<string> RegionPrefixes { get; init; } = [];

    /// <summary>Regions of another cloud's that this one has addresses for, too.</summary>
    public IReadOnlyList<string> SharedRegions { get; init; } = [];

    internal string IamPattern { get; init; } = "iam.{region}.{domain}";

    /// <summary>
    /// The cloud that <paramref name="cloud"/> names or, without one, that the region's name belongs to. A family name
    /// covers its sites: <c>otc</c> with region <c>eu-ch2</c> is the Swiss one, <c>huaweicloud</c> with
    /// <c>eu-west-101</c> the European one. A name with a dot is a domain: that of a known cloud, or of a private one.
    /// Null when the name is not known.
    /// </summary>
    /// <param name="cloud">A name or a domain; null or empty to go by the region.</param>
    /// <param name="region">The region; null when it is not known.</param>
    /// <param name="domain">The domain of the hosts, where it is not the cloud's own.</param>
    public static CloudHosts? Find(string? cloud, string? region, string? domain = null)
    {
        var own = string.IsNullOrEmpty(domain) ? null : domain.Trim().Trim('.').ToLowerInvariant();
        if (IsDomain(cloud))
        {
            var name = cloud.Trim().Trim('.').ToLowerInvariant();
            var owner = OfDomain(name);
            var site = Named((owner ?? Private).Name, region)!;
            // The other sites of a family have their own domains.
            return site with { Domain = own ?? (site.Name == owner?.Name || owner is null ? name : site.Domain) };
        }
        var row = Named(
            string.IsNullOrEmpty(cloud) && own is not null ? (OfDomain(own) ?? Private).Name : cloud,
            region
        );
        return own is null ? row
            : row is null ? null
            : row with { Domain = own };
    }

    /// <summary>True for what is a domain, not a name: it has a dot.</summary>
    public static bool IsDomain([NotNullWhen(true)] string? cloud) =>
        cloud?.Contains('.', StringComparison.Ordinal) is true;

    /// <summary>The cloud whose hosts are in a domain; null when it is nobody's that is known.</summary>
    public static CloudHosts? OfDomain(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var name = domain.Trim().Trim('.');
        return All.FirstOrDefault(row => row.Domains.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The cloud whose endpoint service an explicit endpoint is; null when it is none of them.</summary>
    public static CloudHosts? FromEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.IsAbsoluteUri
            ? All.FirstOrDefault(row =>
                row.Domains.Any(domain =>
                    IsOf(VpcepPattern.Replace(InDomain, domain, StringComparison.Ordinal), endpoint.IdnHost)
                )
            )
            : null;
    }

    /// <summary>The cloud whose identity service an explicit endpoint is: the one in whose domain it is. Null when it is nobody's that is known.</summary>
    public static CloudHosts? FromIamEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.IsAbsoluteUri
            ? All.Where(row =>
                    row.Domains.Any(domain =>
                        endpoint.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
                    )
                )
                // sc.otc.t-systems.com is a part of otc.t-systems.com.
                .MaxBy(static row => row.Domain!.Length)
            : null;
    }

    /// <summary>True when the region's name tells the cloud that it is of.</summary>
    public static bool ClaimsRegion(string? region) => region is not null && All.Any(row => row.HasPrefixOf(region));

    /// <summary>The clouds besides this one that have addresses for the region.</summary>
    public IEnumerable<CloudHosts> OthersWith(string region) =>
        All.Where(row =>
            row.Name != Name
            && (row.HasPrefixOf(region) || row.SharedRegions.Contains(region, StringComparer.OrdinalIgnoreCase))
        );

    /// <summary>The clouds that offer all of <paramref name="features"/> for certain.</summary>
    public static IEnumerable<CloudHosts> With(CloudFeatures features) => All.Where(row => row.Has(features));

    /// <summary>True when the cloud offers all of <paramref name="features"/> for certain.</summary>
    public bool Has(CloudFeatures features) => (Features & features) == features;

    /// <summary>Why it is not certain that the cloud offers one of <paramref name="features"/>; null when no one is doubtful.</summary>
    public string? DoubtOf(CloudFeatures features) =>
        Doubts.FirstOrDefault(doubt => (doubt.Features & features) != 0)?.Reason;

    /// <summary>True when the cloud may be asked for all of <paramref name="features"/>, certain or not.</summary>
    public bool Allows(CloudFeatures features) =>
        Doubts.Aggregate(features & ~Features, static (left, doubt) => left & ~doubt.Features) == 0;

    /// <summary>The endpoint service of a region.</summary>
    /// <exception cref="VpcepException">The cloud has no known hosts.</exception>
    public Uri Vpcep(string region) => Fill(VpcepHost, region);

    /// <summary>The identity service of a region.</summary>
    /// <exception cref="VpcepException">The cloud has no known hosts.</exception>
    public Uri Iam(string region) => Fill(IamHost, region);

    /// <summary>The VPN service of a region.</summary>
    /// <exception cref="VpcepException">The cloud has no known hosts.</exception>
    public Uri Vpn(string region) => Fill(VpnHost, region);

    /// <summary>
    /// A host as users write it, as an absolute URI without path: the scheme defaults to https, and a version or
    /// project in the path (as catalogs list it) is dropped.
    /// </summary>
    /// <exception cref="VpcepException">It is no http(s) address.</exception>
    public static Uri Parse(string endpoint) => TryParse(endpoint) ?? throw Invalid(endpoint);

    /// <summary>As <see cref="Parse"/>; null when it is no http(s) address.</summary>
    public static Uri? TryParse(string endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var text = endpoint.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsHost(uri) ? WithoutPath(uri) : null;
    }

    internal static Uri Normalize(Uri endpoint) =>
        IsHost(endpoint) ? WithoutPath(endpoint) : throw Invalid(endpoint.OriginalString);

    private static bool IsHost(Uri endpoint) =>
        endpoint is { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo.Length: 0 };

    private static Uri WithoutPath(Uri endpoint) => new(endpoint.GetLeftPart(UriPartial.Authority) + "/");

    private IEnumerable<string> Domains => Domain is null ? [] : OtherDomains.Prepend(Domain);

    private static CloudHosts? Named(string? cloud, string? region)
    {
        var inRegion = region is null ? [] : All.Where(row => row.HasPrefixOf(region));
        if (string.IsNullOrEmpty(cloud))
        {
            return inRegion.FirstOrDefault() ?? All[0];
        }
        return inRegion.FirstOrDefault(row => row.Name.StartsWith(cloud + "-", StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(row => string.Equals(row.Name, cloud, StringComparison.OrdinalIgnoreCase));
    }

    private bool HasPrefixOf(string region) =>
        RegionPrefixes.Any(prefix => region.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private string? Of(string pattern) =>
        Domain is null ? null : pattern.Replace(InDomain, Domain, StringComparison.Ordinal);

    // One name between the two fixed parts: eu-ch2.sc is no region of otc.t-systems.com.
    private static bool IsOf(string? pattern, string host)
    {
        if (pattern?.Split(Region) is not [var before, var after])
        {
            return false;
        }
        return host.Length > before.Length + after.Length
            && host.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            && host.EndsWith(after, StringComparison.OrdinalIgnoreCase)
            && !host[before.Length..^after.Length].Contains('.', StringComparison.Ordinal);
    }

    private Uri Fill(string? host, string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        if (host is null)
        {
            throw new VpcepException(
                ErrorClass.InvalidInput,
                "find the host",
                $"the hosts of {Title} are not known by region"
            )
            {
                Hint = "Set the endpoint that its administrator gives out",
            };
        }
        return Parse(host.Replace(Region, region.Trim().ToLowerInvariant(), StringComparison.Ordinal));
    }

    private static VpcepException Invalid(string endpoint) =>
        new(
            ErrorClass.InvalidInput,
            "read the endpoint",
            // Without what stands before the host: it may be a password.
            $"'{endpoint[(endpoint.LastIndexOf('@') + 1)..]}' is not an address like https://vpcep.example.com"
        );
}
