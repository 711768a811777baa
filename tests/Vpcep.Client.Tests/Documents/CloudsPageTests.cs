using Support.Clouds;
using Support.Documents;

namespace Vpcep.Client.Tests.Documents;

/// <summary>docs/clouds.md lists the clouds as the client knows them.</summary>
public class CloudsPageTests
{
    private const string Page = "docs/clouds.md";

    [Fact]
    public void Every_cloud_is_listed_with_its_address() =>
        PageTable.AssertEquals(
            Page,
            "clouds",
            ["cloud", "`cloud`", "or its domain", "regions", "address", "identity service"],
            CloudHosts.All.Select(static cloud =>
                (string[])
                    [
                        Title(cloud),
                        $"`{cloud.Name}`",
                        cloud.Domain is null
                            ? ""
                            : string.Join(
                                ", ",
                                cloud.OtherDomains.Prepend(cloud.Domain).Select(static one => $"`{one}`")
                            ),
                        cloud switch
                        {
                            { Domain: null } => "its own",
                            { RegionPrefixes: [] } => "all others",
                            _ => string.Join(", ", cloud.RegionPrefixes.Select(static prefix => $"`{prefix}…`")),
                        },
                        $"`{Placed(cloud).VpcepHost}`",
                        $"`{Placed(cloud).IamHost}`",
                    ]
            )
        );

    [Theory]
    [InlineData("features", true)]
    [InlineData("unused", false)]
    public void Every_capability_is_listed_with_who_says_so(string table, bool used) =>
        PageTable.AssertEquals(
            Page,
            table,
            ["what", .. CloudFacts.All.Select(static cell => cell.Cloud).Distinct().Select(TitleOf)],
            CloudFacts
                .All.Where(cell => cell.Feature is not null == used)
                .GroupBy(static cell => cell.What)
                .Select(static row => (string[])[row.Key, .. row.Select(Words)])
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

    // A place for the domain where each installation has its own.
    private static CloudHosts Placed(CloudHosts cloud) =>
        cloud.Domain is null ? cloud with { Domain = "{cloudDomain}" } : cloud;

    private static string TitleOf(string cloud) => Title(CloudHosts.All.Single(row => row.Name == cloud));

    private static string Words(CloudFacts cell) =>
        (
            cell.Treatment switch
            {
                Treatment.Used => "yes",
                Treatment.Warned => "perhaps",
                _ => "no",
            }
        )
        + cell.Known switch
        {
            Known.Yes or Known.No => $" ({string.Join(", ", cell.Sources)})",
            Known.Disputed => $" ({string.Join(" against ", cell.Sources)})",
            Known.Inherited => $" ({string.Join(", ", cell.Sources)} of its kin)",
            Known.Omitted => $" (not in {string.Join(", ", cell.Sources)})",
            _ => "",
        };

    private static string Title(CloudHosts cloud) => char.ToUpperInvariant(cloud.Title[0]) + cloud.Title[1..];

    private static string Characters(string characters) =>
        string.Join(" ", characters.Select(static one => one == ' ' ? "space" : $"`{one}`"));
}
