namespace Vpcep.Client;

/// <summary>
/// A cloud: where its services are, by region, and what its API offers. Adding a cloud is adding a row. Hosts that
/// no document confirms say so; explicit endpoints override all of them.
/// </summary>
public sealed record CloudHosts
{
    private const string Region = "{region}";

    private const CloudFeatures HuaweiFeatures =
        CloudFeatures.Description
        | CloudFeatures.Tags
        | CloudFeatures.TagsOnEndpointCreate
        | CloudFeatures.TagUpdate
        | CloudFeatures.WhitelistUpdate
        | CloudFeatures.RouteTableUpdate
        | CloudFeatures.PolicyUpdate
        | CloudFeatures.PolicyOnCreate
        | CloudFeatures.PolicyConditions
        | CloudFeatures.PolicyDocument
        | CloudFeatures.PermissionDescription
        | CloudFeatures.OrganizationPermissions
        | CloudFeatures.PermissionTypes
        | CloudFeatures.ConnectionDescription
        | CloudFeatures.ProxyVni;

    private const CloudFeatures OtcFeatures =
        CloudFeatures.Description
        | CloudFeatures.Tags
        | CloudFeatures.TagsOnEndpointCreate
        | CloudFeatures.TagUpdate
        | CloudFeatures.PolicyOnCreate
        | CloudFeatures.PermissionTypes
        | CloudFeatures.Udp
        | CloudFeatures.Bms;

    // Little is written about it; what its neighbours in age have.
    private const CloudFeatures FlexibleEngineFeatures =
        CloudFeatures.Description
        | CloudFeatures.Tags
        | CloudFeatures.TagsOnEndpointCreate
        | CloudFeatures.TagUpdate
        | CloudFeatures.ProxyVni;

    /// <summary>
    /// A region that is in no list, reached by explicit endpoints only. It offers what the VPCEP API Reference,
    /// Ankara, documents; <c>with { Features = … }</c> describes one that offers more.
    /// </summary>
    public static CloudHosts Private { get; } =
        new()
        {
            Name = "private",
            Title = "a private region",
            VpcepHost = null,
            IamHost = null,
            VpnHost = null,
            Features = CloudFeatures.TagsOnEndpointCreate | CloudFeatures.ProxyVni | CloudFeatures.Bms,
            Tags = TagRules.Unknown,
        };

    /// <summary>Every cloud that is known by name, <see cref="Private"/> last.</summary>
    public static IReadOnlyList<CloudHosts> All { get; } =
    [
        new()
        {
            Name = "huaweicloud",
            Title = "Huawei Cloud",
            VpcepHost = "vpcep.{region}.myhuaweicloud.com",
            IamHost = "iam.{region}.myhuaweicloud.com",
            VpnHost = "vpn.{region}.myhuaweicloud.com",
            Features = HuaweiFeatures,
            Tags = TagRules.Huawei,
        },
        new()
        {
            Name = "huaweicloud-eu",
            Title = "Huawei Cloud Europe",
            VpcepHost = "vpcep.{region}.myhuaweicloud.eu",
            IamHost = "iam.{region}.myhuaweicloud.eu",
            VpnHost = "vpn.{region}.myhuaweicloud.eu",
            Features = HuaweiFeatures,
            Tags = TagRules.Huawei,
            RegionPrefixes = ["eu-west-1"],
        },
        new()
        {
            Name = "otc",
            Title = "Open Telekom Cloud",
            VpcepHost = "vpcep.{region}.otc.t-systems.com",
            IamHost = "iam.{region}.otc.t-systems.com",
            // A guess: the VPN document is Huawei Cloud's.
            VpnHost = "vpn.{region}.otc.t-systems.com",
            Features = OtcFeatures,
            Tags = TagRules.Otc,
            RegionPrefixes = ["eu-de", "eu-nl"],
        },
        new()
        {
            Name = "otc-swiss",
            Title = "Open Telekom Cloud Switzerland",
            VpcepHost = "vpcep.{region}.sc.otc.t-systems.com",
            // In no document at hand, but in public programs.
            IamHost = "iam-pub.{region}.sc.otc.t-systems.com",
            // A guess.
            VpnHost = "vpn.{region}.sc.otc.t-systems.com",
            Features = OtcFeatures,
            Tags = TagRules.Otc,
            RegionPrefixes = ["eu-ch2"],
        },
        new()
        {
            Name = "flexibleengine",
            Title = "Flexible Engine",
            VpcepHost = "vpcep.{region}.prod-cloud-ocb.orange-business.com",
            IamHost = "iam.{region}.prod-cloud-ocb.orange-business.com",
            // A guess.
            VpnHost = "vpn.{region}.prod-cloud-ocb.orange-business.com",
            Features = FlexibleEngineFeatures,
            Tags = TagRules.Unknown,
            RegionPrefixes = ["eu-west-0"],
        },
        Private,
    ];

    /// <summary>What configuration calls the cloud.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The host of the endpoint service; <c>{region}</c> is filled in. Null where only an explicit endpoint will do.</summary>
    public required string? VpcepHost { get; init; }

    /// <summary>The host of the identity service; as <see cref="VpcepHost"/>.</summary>
    public required string? IamHost { get; init; }

    /// <summary>The host of the VPN service; as <see cref="VpcepHost"/>. Documented for Huawei Cloud, a guess elsewhere.</summary>
    public required string? VpnHost { get; init; }

    /// <summary>What its API offers.</summary>
    public required CloudFeatures Features { get; init; }

    /// <summary>What it takes as a tag.</summary>
    public required TagRules Tags { get; init; }

    /// <summary>How the names of its regions begin, where that tells the cloud; empty for the cloud that takes the rest.</summary>
    public IReadOnlyList<string> RegionPrefixes { get; init; } = [];

    /// <summary>
    /// The cloud that <paramref name="cloud"/> names or, without one, that the region's name belongs to. A family name
    /// covers its sites: <c>otc</c> with region <c>eu-ch2</c> is the Swiss one, <c>huaweicloud</c> with
    /// <c>eu-west-101</c> the European one. Null when the name is not known.
    /// </summary>
    public static CloudHosts? Find(string? cloud, string? region)
    {
        var inRegion = region is null
            ? []
            : All.Where(row =>
                    row.RegionPrefixes.Any(prefix => region.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                )
                .ToList();
        if (string.IsNullOrEmpty(cloud))
        {
            return inRegion.FirstOrDefault() ?? All.First(row => row.RegionPrefixes.Count == 0);
        }
        return inRegion.FirstOrDefault(row => row.Name.StartsWith(cloud + "-", StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(row => string.Equals(row.Name, cloud, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The cloud whose endpoint service an explicit endpoint is; null when it is none of them.</summary>
    public static CloudHosts? FromEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.IsAbsoluteUri ? All.FirstOrDefault(row => IsOf(row.VpcepHost, endpoint.IdnHost)) : null;
    }

    /// <summary>The clouds that offer all of <paramref name="features"/>.</summary>
    public static IEnumerable<CloudHosts> With(CloudFeatures features) => All.Where(row => row.Has(features));

    /// <summary>True when the cloud offers all of <paramref name="features"/>.</summary>
    public bool Has(CloudFeatures features) => (Features & features) == features;

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
