namespace Vpcep.Client.Tests.Clouds;

public class CloudHostsTests
{
    [Theory]
    [InlineData(null, "ap-southeast-1", "https://vpcep.ap-southeast-1.myhuaweicloud.com/")]
    [InlineData("huaweicloud", "tr-west-1", "https://vpcep.tr-west-1.myhuaweicloud.com/")]
    [InlineData(null, "eu-west-101", "https://vpcep.eu-west-101.myhuaweicloud.eu/")]
    [InlineData("huaweicloud", "eu-west-101", "https://vpcep.eu-west-101.myhuaweicloud.eu/")]
    [InlineData(null, "eu-de", "https://vpcep.eu-de.otc.t-systems.com/")]
    [InlineData("OTC", "eu-nl", "https://vpcep.eu-nl.otc.t-systems.com/")]
    [InlineData("otc", "eu-ch2", "https://vpcep.eu-ch2.sc.otc.t-systems.com/")]
    [InlineData(null, "eu-ch2", "https://vpcep.eu-ch2.sc.otc.t-systems.com/")]
    [InlineData("flexibleengine", "eu-west-0", "https://vpcep.eu-west-0.prod-cloud-ocb.orange-business.com/")]
    [InlineData(null, "eu-west-0", "https://vpcep.eu-west-0.prod-cloud-ocb.orange-business.com/")]
    public void Host_follows_from_cloud_and_region(string? cloud, string region, string expected) =>
        Assert.Equal(expected, CloudHosts.Find(cloud, region)!.Vpcep(region).AbsoluteUri);

    [Fact]
    public void Unknown_cloud_is_unknown() => Assert.Null(CloudHosts.Find("azure", "eu-de"));

    [Fact]
    public void Every_row_has_hosts_for_all_services() =>
        Assert.All(
            CloudHosts.All,
            row =>
            {
                Assert.StartsWith("https://vpcep.r1.", row.Vpcep("R1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://iam", row.Iam("r1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://vpn.r1.", row.Vpn("r1").AbsoluteUri, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("vpcep.example.com", "https://vpcep.example.com/")]
    [InlineData("https://vpcep.example.com/v1/0f3c", "https://vpcep.example.com/")]
    [InlineData(" http://127.0.0.1:8080 ", "http://127.0.0.1:8080/")]
    public void Endpoint_is_taken_as_people_write_it(string written, string expected) =>
        Assert.Equal(expected, CloudHosts.Parse(written).AbsoluteUri);

    [Theory]
    [InlineData("ftp://vpcep.example.com")]
    [InlineData("https://user:secret@vpcep.example.com")]
    [InlineData("https://")]
    [InlineData("")]
    public void Endpoint_that_is_no_address_is_refused(string written) =>
        Assert.Equal(ErrorClass.InvalidInput, Assert.Throws<VpcepException>(() => CloudHosts.Parse(written)).Class);
}
