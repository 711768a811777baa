using static Vpcep.Client.CloudFeatures;

namespace Vpcep.Client;

/// <summary>
/// The clouds that are known by name: adding one is adding a row. Each feature and doubt has a cell of docs/clouds.md,
/// which says who tells.
/// </summary>
internal static class KnownClouds
{
    private const CloudFeatures Huawei =
        Description
        | Tags
        | TagsOnEndpointCreate
        | TagUpdate
        | WhitelistUpdate
        | CloudFeatures.RouteTableUpdate
        | PolicyUpdate
        | PolicyOnCreate
        | PolicyConditions
        | PolicyDocument
        | PermissionDescription
        | OrganizationPermissions
        | PermissionTypes
        | ConnectionDescription
        | ProxyVni
        | Ipv6
        | Editions
        | ServiceAddress
        | ServiceFilters
        | TagQueries
        | SystemTagQueries
        | ServicePolicies;

    private const CloudFeatures OnlyOutsideEurope =
        PolicyUpdate
        | PolicyConditions
        | PolicyDocument
        | PermissionTypes
        | ServiceAddress
        | ServiceFilters
        | SystemTagQueries;

    // Of the professional edition it is written in which regions of Huawei Cloud it is.
    private const CloudFeatures Newest = Ipv6 | Editions;

    private const CloudFeatures Untold = Editions | ServiceAddress | ServiceFilters | TagQueries | SystemTagQueries;

    private const CloudFeatures Telekom =
        Description
        | Tags
        | TagsOnEndpointCreate
        | TagUpdate
        | PolicyOnCreate
        | PermissionTypes
        | ProxyVni
        | TagQueries
        | Bms
        | Vip;

    private const string NobodySays = "neither a document nor its own client says so";
    private const string LeftOut = "no document names it, and its own client leaves it out";

    private static readonly Doubt VipOfHuawei = new(Vip, "its SDK lists it and calls it no longer supported");

    private static readonly Doubt UdpOfTelekom = new(
        Udp,
        "its documents name TCP only since 2023, and its own clients send UDP, too"
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CloudHosts> All { get; } =
    [
        new()
        {
            Name = "huaweicloud",
            Title = "Huawei Cloud",
            Domain = "myhuaweicloud.com",
            Features = Huawei,
            Doubts = [VipOfHuawei],
            Tags = TagRules.Huawei,
            // Its SDK has addresses for them, beside those of the clouds that they are regions of.
            SharedRegions = ["eu-west-0", "ru-moscow-1"],
        },
        new()
        {
            Name = "huaweicloud-eu",
            Title = "Huawei Cloud Europe",
            Domain = "myhuaweicloud.eu",
            Features = Huawei & ~(OnlyOutsideEurope | Newest | ServicePolicies),
            Doubts =
            [
                VipOfHuawei,
                new(OnlyOutsideEurope, "documented for the other sites of Huawei Cloud, and not for this one"),
                new(Newest, "documented for some regions of Huawei Cloud, and not for this one"),
            ],
            Tags = TagRules.Huawei,
            RegionPrefixes = ["eu-west-1"],
        },
        new()
        {
            Name = "otc",
            Title = "Open Telekom Cloud",
            Domain = "otc.t-systems.com",
            Features = Telekom,
            Doubts = [UdpOfTelekom],
            Tags = TagRules.Otc,
            RegionPrefixes = ["eu-de", "eu-nl"],
        },
        new()
        {
            Name = "otc-swiss",
            Title = "Open Telekom Cloud Switzerland",
            Domain = "sc.otc.t-systems.com",
            // In no document at hand, but in public programs.
            IamPattern = "iam-pub.{region}.{domain}",
            Features = Telekom,
            Doubts = [UdpOfTelekom],
            Tags = TagRules.Otc,
            RegionPrefixes = ["eu-ch2"],
        },
        new()
        {
            Name = "flexibleengine",
            Title = "Flexible Engine",
            Domain = "prod-cloud-ocb.orange-business.com",
            Features = Tags | TagsOnEndpointCreate | TagUpdate | Udp | Vip,
            Doubts =
            [
                new(Description | OrganizationPermissions | ConnectionDescription | Ipv6 | ServicePolicies, LeftOut),
                new(ProxyVni | PermissionDescription | PermissionTypes | Untold, NobodySays),
                new(Bms, "its document is cut from one that has it, and its own client leaves it out"),
            ],
            Tags = TagRules.Unknown,
            RegionPrefixes = ["eu-west-0"],
        },
        new()
        {
            Name = "cloudru",
            Title = "Cloud.ru",
            Domain = "hc.sbercloud.ru",
            OtherDomains = ["hc.cloud.ru"],
            // One for all regions, also of the newer domain.
            IamPattern = "iam.ru-moscow-1.hc.sbercloud.ru",
            Features =
                Description
                | Tags
                | TagsOnEndpointCreate
                | TagUpdate
                | WhitelistUpdate
                | OrganizationPermissions
                | PermissionTypes
                | ServicePolicies,
            Doubts =
            [
                new(ProxyVni | Ipv6, LeftOut),
                new(PermissionDescription | Untold, NobodySays),
                new(ConnectionDescription, "its own client reads it, and nobody tells how it is set"),
            ],
            Tags = TagRules.Unknown,
            // It lets 100 pass for all services and all programs of an account together.
            MostRequestsPerSecond = 80,
            RegionPrefixes = ["ru-moscow-1"],
        },
        new()
        {
            Name = "hcs",
            Title = "Huawei Cloud Stack",
            Domain = null,
            IamPattern = "iam-apigateway-proxy.{domain}:443",
            Features = Udp,
            Doubts =
            [
                new(
                    Description | OrganizationPermissions | ConnectionDescription | ProxyVni | Ipv6 | ServicePolicies,
                    LeftOut
                ),
                new(PermissionDescription | PermissionTypes | Untold, NobodySays),
            ],
            Tags = TagRules.Unknown,
            LongestServiceName = 64,
        },
        new()
        {
            Name = "private",
            Title = "a private region",
            Domain = null,
            // What the VPCEP API Reference, Ankara, documents; tags of endpoints by its examples.
            Features = TagsOnEndpointCreate | ProxyVni | Bms | Vip,
            Tags = TagRules.Unknown,
        },
    ];
}
