using Support.Documents;

namespace Vpcep.Client.Tests.Documents;

/// <summary>docs/clouds.md lists the clouds as the client knows them.</summary>
public class CloudsPageTests
{
    private const string Page = "docs/clouds.md";

    private static readonly Dictionary<CloudFeatures, string> Words = new()
    {
        [CloudFeatures.Description] = "`description` of services and endpoints",
        [CloudFeatures.Tags] = "`tags` of services",
        [CloudFeatures.TagsOnEndpointCreate] = "`tags` of endpoints",
        [CloudFeatures.TagUpdate] = "`tags` change in place",
        [CloudFeatures.WhitelistUpdate] = "`whitelist` and `enableWhitelist` change in place",
        [CloudFeatures.RouteTableUpdate] = "`routeTables` change in place",
        [CloudFeatures.PolicyUpdate] = "`policyStatements` change in place",
        [CloudFeatures.PolicyOnCreate] = "`policyStatements`",
        [CloudFeatures.PolicyConditions] = "`condition` and `sid` of `policyStatements`",
        [CloudFeatures.PolicyDocument] = "`policyDocument`",
        [CloudFeatures.PermissionDescription] = "`description` of permissions",
        [CloudFeatures.OrganizationPermissions] = "permissions for organizations",
        [CloudFeatures.PermissionTypes] = "the type of a permission in answers",
        [CloudFeatures.ConnectionDescription] = "`description` of approvals",
        [CloudFeatures.Udp] = "port mappings of UDP",
        [CloudFeatures.ProxyVni] = "`tcpProxy` of `proxy_vni`",
        [CloudFeatures.Bms] = "`serverType` of `BMS`",
    };

    [Fact]
    public void Every_cloud_is_listed_with_its_address() =>
        PageTable.AssertEquals(
            Page,
            "clouds",
            ["cloud", "`cloud`", "regions", "address"],
            CloudHosts.All.Select(static cloud =>
                (string[])
                    [
                        Title(cloud),
                        $"`{cloud.Name}`",
                        cloud switch
                        {
                            { VpcepHost: null } => "any, by `endpoint`",
                            { RegionPrefixes: [] } => "all others",
                            _ => string.Join(", ", cloud.RegionPrefixes.Select(static prefix => $"`{prefix}…`")),
                        },
                        cloud.VpcepHost is { } host ? $"`{host}`" : "",
                    ]
            )
        );

    [Fact]
    public void Every_feature_is_listed_with_its_clouds() =>
        PageTable.AssertEquals(
            Page,
            "features",
            ["what", .. CloudHosts.All.Select(Title)],
            Enum.GetValues<CloudFeatures>()
                .Where(static feature => feature != CloudFeatures.None)
                .Select(static feature =>
                    (string[])[Words[feature], .. CloudHosts.All.Select(cloud => cloud.Has(feature) ? "yes" : "")]
                )
        );

    [Fact]
    public void Rules_for_tags_are_listed() =>
        PageTable.AssertEquals(
            Page,
            "tags",
            ["cloud", "key", "value", "characters besides letters and digits"],
            CloudHosts.All.Select(static cloud =>
                (string[])
                    [
                        Title(cloud),
                        $"1 to {cloud.Tags.MaxKeyLength}, not beginning with `{TagRules.ReservedPrefix}`",
                        $"up to {cloud.Tags.MaxValueLength}",
                        (cloud.Tags.KeyCharacters, cloud.Tags.ValueCharacters) switch
                        {
                            ({ } keys, { } values) when keys == values => Characters(keys),
                            ({ } keys, { } values) => $"{Characters(keys)}; in values {Characters(values)}",
                            _ => "any",
                        },
                    ]
            )
        );

    private static string Title(CloudHosts cloud) => char.ToUpperInvariant(cloud.Title[0]) + cloud.Title[1..];

    private static string Characters(string characters) =>
        string.Join(" ", characters.Select(static one => one == ' ' ? "space" : $"`{one}`"));
}
