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
            CloudHosts.All.Where(row => row != CloudHosts.Private),
            row =>
            {
                Assert.StartsWith("https://vpcep.r1.", row.Vpcep("R1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://iam", row.Iam("r1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://vpn.r1.", row.Vpn("r1").AbsoluteUri, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Private_region_is_reached_by_explicit_endpoints_only()
    {
        var row = CloudHosts.Find("private", "tr-central-201")!;

        Assert.Same(CloudHosts.Private, row);
        Assert.Equal(ErrorClass.InvalidInput, Assert.Throws<VpcepException>(() => row.Vpcep("r")).Class);
        Assert.Equal(ErrorClass.InvalidInput, Assert.Throws<VpcepException>(() => row.Iam("r")).Class);
        Assert.Equal(ErrorClass.InvalidInput, Assert.Throws<VpcepException>(() => row.Vpn("r")).Class);
    }

    [Theory]
    [InlineData("https://vpcep.tr-west-1.myhuaweicloud.com", "huaweicloud")]
    [InlineData("https://VPCEP.eu-west-101.myhuaweicloud.eu/v1", "huaweicloud-eu")]
    [InlineData("https://vpcep.eu-de.otc.t-systems.com", "otc")]
    [InlineData("https://vpcep.eu-ch2.sc.otc.t-systems.com", "otc-swiss")]
    [InlineData("https://vpcep.eu-west-0.prod-cloud-ocb.orange-business.com", "flexibleengine")]
    [InlineData("https://vpcep.tr-central-201.example.com", null)]
    [InlineData("https://vpcep.a.myhuaweicloud.com.evil.example", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    public void Cloud_follows_from_an_explicit_endpoint(string endpoint, string? expected) =>
        Assert.Equal(expected, CloudHosts.FromEndpoint(new Uri(endpoint))?.Name);

    [Theory]
    [InlineData(CloudFeatures.Description, "huaweicloud huaweicloud-eu otc otc-swiss flexibleengine")]
    [InlineData(CloudFeatures.Tags, "huaweicloud huaweicloud-eu otc otc-swiss flexibleengine")]
    [InlineData(CloudFeatures.TagsOnEndpointCreate, "huaweicloud huaweicloud-eu otc otc-swiss flexibleengine private")]
    [InlineData(CloudFeatures.TagUpdate, "huaweicloud huaweicloud-eu otc otc-swiss flexibleengine")]
    [InlineData(CloudFeatures.WhitelistUpdate, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.RouteTableUpdate, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.PolicyUpdate, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.PolicyOnCreate, "huaweicloud huaweicloud-eu otc otc-swiss")]
    [InlineData(CloudFeatures.PolicyConditions, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.PolicyDocument, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.PermissionDescription, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.OrganizationPermissions, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.PermissionTypes, "huaweicloud huaweicloud-eu otc otc-swiss")]
    [InlineData(CloudFeatures.ConnectionDescription, "huaweicloud huaweicloud-eu")]
    [InlineData(CloudFeatures.Udp, "otc otc-swiss")]
    [InlineData(CloudFeatures.ProxyVni, "huaweicloud huaweicloud-eu flexibleengine private")]
    [InlineData(CloudFeatures.Bms, "otc otc-swiss private")]
    public void Each_feature_is_on_the_clouds_that_document_it(CloudFeatures feature, string clouds) =>
        Assert.Equal(clouds.Split(' '), CloudHosts.With(feature).Select(row => row.Name));

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
