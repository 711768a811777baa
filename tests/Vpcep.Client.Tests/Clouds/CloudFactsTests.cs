using Support.Clouds;

namespace Vpcep.Client.Tests.Clouds;

/// <summary>The code takes each cloud for what is known of it.</summary>
public sealed class CloudFactsTests
{
    public static TheoryData<string, string> Cells =>
        [
            .. from cell in CloudFacts.All
            where cell.Feature is not null
            select new TheoryDataRow<string, string>(cell.Feature!, cell.Cloud),
        ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_cell_is_what_the_code_makes_of_it(string name, string cloud)
    {
        var cell = CloudFacts.All.Single(one => one.Feature == name && one.Cloud == cloud);
        var feature = Enum.Parse<CloudFeatures>(name);

        Assert.All(
            Sites(cloud),
            site =>
            {
                Assert.Equal(cell.Treatment, TreatmentOf(site, feature));
                Assert.Equal(cell.Treatment is Treatment.Used, CloudHosts.With(feature).Contains(site));
            }
        );
    }

    [Fact]
    public void Each_feature_has_its_row_and_each_cloud_its_column()
    {
        Assert.Equal(
            Enum.GetNames<CloudFeatures>().Where(static name => name != nameof(CloudFeatures.None)).Order(),
            CloudFacts.All.Select(static cell => cell.Feature).OfType<string>().Distinct().Order()
        );
        Assert.All(CloudFacts.All, static cell => Assert.Equal(cell.Feature is null, cell.Kind == "unused"));
        Assert.Equal(
            CloudHosts.All.Select(static row => row.Name).Order(),
            CloudFacts
                .All.Select(static cell => cell.Cloud)
                .Distinct()
                .SelectMany(Sites)
                .Select(static row => row.Name)
                .Order()
        );
    }

    [Fact]
    public void Each_cell_has_a_source_unless_nobody_says_anything() =>
        Assert.All(
            CloudFacts.All,
            static cell =>
            {
                Assert.Equal(cell.Known is Known.Unknown, cell.Sources.Count == 0);
                Assert.Subset(new HashSet<string> { "doc", "example", "sdk", "client" }, cell.Sources.ToHashSet());
            }
        );

    [Fact]
    public void Service_names_are_longer_only_on_the_stack() =>
        Assert.Equal(
            ["hcs 64"],
            CloudHosts
                .All.Where(static row => row.LongestServiceName != 16)
                .Select(static row => $"{row.Name} {row.LongestServiceName}")
        );

    // The sites of one operator share its documents.
    private static IEnumerable<CloudHosts> Sites(string cloud) =>
        CloudHosts.All.Where(row => row.Name == cloud || (cloud == "otc" && row.Name == "otc-swiss"));

    private static Treatment TreatmentOf(CloudHosts cloud, CloudFeatures feature)
    {
        Assert.Equal(cloud.Allows(feature), cloud.Has(feature) || cloud.DoubtOf(feature) is not null);
        Assert.False(cloud.Has(feature) && cloud.DoubtOf(feature) is not null);
        return cloud.Has(feature) ? Treatment.Used
            : cloud.Allows(feature) ? Treatment.Warned
            : Treatment.Refused;
    }
}
