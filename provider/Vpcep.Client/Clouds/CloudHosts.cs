namespace Vpcep.Client;

/// <summary>Where the services of a cloud are, by region. Adding a cloud is adding a row.</summary>
public sealed record CloudHosts
{
    private const string Region = "{region}";

    /// <summary>Every cloud that is known by name.</summary>
    public static IReadOnlyList<CloudHosts> All { get; } =
    [
        new()
        {
            Name = "huaweicloud",
            Title = "Huawei Cloud",
            VpcepHost = "vpcep.{region}.myhuaweicloud.com",
            IamHost = "iam.{region}.myhuaweicloud.com",
            VpnHost = "vpn.{region}.myhuaweicloud.com",
        },
        new()
        {
            Name = "huaweicloud-eu",
            Title = "Huawei Cloud Europe",
            VpcepHost = "vpcep.{region}.myhuaweicloud.eu",
            IamHost = "iam.{region}.myhuaweicloud.eu",
            VpnHost = "vpn.{region}.myhuaweicloud.eu",
            RegionPrefixes = ["eu-west-1"],
        },
        new()
        {
            Name = "otc",
            Title = "Open Telekom Cloud",
            VpcepHost = "vpcep.{region}.otc.t-systems.com",
            IamHost = "iam.{region}.otc.t-systems.com",
            VpnHost = "vpn.{region}.otc.t-systems.com",
            RegionPrefixes = ["eu-de", "eu-nl"],
        },
        new()
        {
            Name = "otc-swiss",
            Title = "Open Telekom Cloud, Switzerland",
            VpcepHost = "vpcep.{region}.sc.otc.t-systems.com",
            IamHost = "iam-pub.{region}.sc.otc.t-systems.com",
            VpnHost = "vpn.{region}.sc.otc.t-systems.com",
            RegionPrefixes = ["eu-ch2"],
        },
        new()
        {
            Name = "flexibleengine",
            Title = "Flexible Engine",
            VpcepHost = "vpcep.{region}.prod-cloud-ocb.orange-business.com",
            IamHost = "iam.{region}.prod-cloud-ocb.orange-business.com",
            VpnHost = "vpn.{region}.prod-cloud-ocb.orange-business.com",
            RegionPrefixes = ["eu-west-0"],
        },
    ];

    /// <summary>What configuration calls the cloud.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The host of the endpoint service; <c>{region}</c> is filled in.</summary>
    public required string VpcepHost { get; init; }

    /// <summary>The host of the identity service.</summary>
    public required string IamHost { get; init; }

    /// <summary>The host of the VPN service.</summary>
    public required string VpnHost { get; init; }

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

    /// <summary>The endpoint service of a region.</summary>
    public Uri Vpcep(string region) => Fill(VpcepHost, region);

    /// <summary>The identity service of a region.</summary>
    public Uri Iam(string region) => Fill(IamHost, region);

    /// <summary>The VPN service of a region.</summary>
    public Uri Vpn(string region) => Fill(VpnHost, region);

    /// <summary>
    /// A host as users write it, as an absolute URI without path: the scheme defaults to https, and a version or
    /// project in the path (as catalogs list it) is dropped.
    /// </summary>
    /// <exception cref="VpcepException">It is no http(s) address.</exception>
    public static Uri Parse(string endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var text = endpoint.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) ? Normalize(uri) : throw Invalid(endpoint);
    }

    internal static Uri Normalize(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("https" or "http") || endpoint.UserInfo.Length > 0)
        {
            throw Invalid(endpoint.OriginalString);
        }
        return new Uri(endpoint.GetLeftPart(UriPartial.Authority) + "/");
    }

    private static Uri Fill(string host, string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        return Parse(host.Replace(Region, region.Trim().ToLowerInvariant(), StringComparison.Ordinal));
    }

    private static VpcepException Invalid(string endpoint) =>
        new(
            ErrorClass.InvalidInput,
            "read the endpoint",
            $"'{endpoint}' is not an address like https://vpcep.example.com"
        );
}
