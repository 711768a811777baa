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
    [InlineData("huaweicloud", "eu-west-0", "https://vpcep.eu-west-0.myhuaweicloud.com/")]
    [InlineData(null, "ru-moscow-1", "https://vpcep.ru-moscow-1.hc.sbercloud.ru/")]
    [InlineData("cloudru", "ru-moscow-1", "https://vpcep.ru-moscow-1.hc.sbercloud.ru/")]
    [InlineData("huaweicloud", "ru-moscow-1", "https://vpcep.ru-moscow-1.myhuaweicloud.com/")]
    [InlineData(null, "ru-northwest-2", "https://vpcep.ru-northwest-2.myhuaweicloud.com/")]
    [InlineData("cloudru", "ru-northwest-2", "https://vpcep.ru-northwest-2.hc.sbercloud.ru/")]
    [InlineData("myhuaweicloud.com", "ap-southeast-1", "https://vpcep.ap-southeast-1.myhuaweicloud.com/")]
    [InlineData("myhuaweicloud.com", "eu-west-0", "https://vpcep.eu-west-0.myhuaweicloud.com/")]
    [InlineData("myhuaweicloud.eu", "eu-west-101", "https://vpcep.eu-west-101.myhuaweicloud.eu/")]
    [InlineData("MyHuaweiCloud.com.", "cn-north-4", "https://vpcep.cn-north-4.myhuaweicloud.com/")]
    [InlineData("otc.t-systems.com", "eu-de", "https://vpcep.eu-de.otc.t-systems.com/")]
    [InlineData("otc.t-systems.com", "eu-ch2", "https://vpcep.eu-ch2.sc.otc.t-systems.com/")]
    [InlineData("sc.otc.t-systems.com", "eu-ch2", "https://vpcep.eu-ch2.sc.otc.t-systems.com/")]
    [InlineData(
        "prod-cloud-ocb.orange-business.com",
        "eu-west-1",
        "https://vpcep.eu-west-1.prod-cloud-ocb.orange-business.com/"
    )]
    [InlineData("hc.sbercloud.ru", "ru-moscow-1", "https://vpcep.ru-moscow-1.hc.sbercloud.ru/")]
    [InlineData("hc.cloud.ru", "ru-moscow-1", "https://vpcep.ru-moscow-1.hc.cloud.ru/")]
    [InlineData("stack.example.com", "r1", "https://vpcep.r1.stack.example.com/")]
    [InlineData("stack.example.com", "eu-de", "https://vpcep.eu-de.stack.example.com/")]
    public void Host_follows_from_cloud_and_region(string? cloud, string region, string expected) =>
        Assert.Equal(expected, CloudHosts.Find(cloud, region)!.Vpcep(region).AbsoluteUri);

    [Theory]
    [InlineData("myhuaweicloud.com", "huaweicloud")]
    [InlineData("myhuaweicloud.eu", "huaweicloud-eu")]
    [InlineData("otc.t-systems.com", "otc")]
    [InlineData("sc.otc.t-systems.com", "otc-swiss")]
    [InlineData("prod-cloud-ocb.orange-business.com", "flexibleengine")]
    [InlineData("hc.sbercloud.ru", "cloudru")]
    [InlineData("hc.cloud.ru", "cloudru")]
    [InlineData("stack.example.com", "private")]
    [InlineData("eu-de.otc.t-systems.com", "private")]
    public void Domain_tells_the_cloud(string domain, string cloud) =>
        Assert.Equal(cloud, CloudHosts.Find(domain, null)!.Name);

    [Theory]
    [InlineData("hcs", "https://iam-apigateway-proxy.stack.example.com/")]
    [InlineData("private", "https://iam.r1.stack.example.com/")]
    [InlineData("huaweicloud", "https://iam.r1.stack.example.com/")]
    public void Cloud_with_a_domain_of_its_own_keeps_its_ways(string cloud, string iam)
    {
        var row = CloudHosts.Find(cloud, "r1", "Stack.Example.com")!;

        Assert.Equal(cloud, row.Name);
        Assert.Equal(iam, row.Iam("r1").AbsoluteUri);
        Assert.Equal("https://vpcep.r1.stack.example.com/", row.Vpcep("r1").AbsoluteUri);
        Assert.Equal("https://vpn.r1.stack.example.com/", row.Vpn("r1").AbsoluteUri);
    }

    [Theory]
    [InlineData("hc.sbercloud.ru")]
    [InlineData("hc.cloud.ru")]
    [InlineData("cloudru")]
    public void Cloud_ru_has_one_identity_service(string cloud) =>
        Assert.Equal(
            "https://iam.ru-moscow-1.hc.sbercloud.ru/",
            CloudHosts.Find(cloud, "ru-moscow-1")!.Iam("ru-moscow-1").AbsoluteUri
        );

    [Theory]
    [InlineData(null, "eu-west-0", "huaweicloud")]
    [InlineData("huaweicloud", "eu-west-0", "flexibleengine")]
    [InlineData(null, "RU-Moscow-1", "huaweicloud")]
    [InlineData("huaweicloud", "ru-moscow-1", "cloudru")]
    [InlineData(null, "ru-northwest-2", "")]
    [InlineData(null, "eu-de", "")]
    [InlineData(null, "cn-north-4", "")]
    public void Region_of_several_clouds_is_known_as_that(string? cloud, string region, string others) =>
        Assert.Equal(
            others,
            string.Join(' ', CloudHosts.Find(cloud, region)!.OthersWith(region).Select(static row => row.Name))
        );

    [Theory]
    [InlineData("https://iam.eu-west-0.myhuaweicloud.com/v3", "huaweicloud")]
    [InlineData("https://iam.myhuaweicloud.com", "huaweicloud")]
    [InlineData("https://iam.eu-de.otc.t-systems.com/v3", "otc")]
    [InlineData("https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3", "otc-swiss")]
    [InlineData("https://iam.ru-moscow-1.hc.sbercloud.ru/v3", "cloudru")]
    [InlineData("https://iam.eu-west-0.prod-cloud-ocb.orange-business.com/v3", "flexibleengine")]
    [InlineData("https://notmyhuaweicloud.com", null)]
    [InlineData("https://iam.myhuaweicloud.com.evil.example", null)]
    [InlineData("https://iam-apigateway-proxy.stack.example.com:443/v3", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    public void Cloud_follows_from_an_explicit_identity_service(string endpoint, string? expected) =>
        Assert.Equal(expected, CloudHosts.FromIamEndpoint(new Uri(endpoint))?.Name);

    [Fact]
    public void Unknown_cloud_is_unknown() => Assert.Null(CloudHosts.Find("azure", "eu-de"));

    [Fact]
    public void Every_row_has_hosts_for_all_services() =>
        Assert.All(
            CloudHosts.All.Where(static row => row.Domain is not null),
            row =>
            {
                Assert.StartsWith("https://vpcep.r1.", row.Vpcep("R1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://iam", row.Iam("r1").AbsoluteUri, StringComparison.Ordinal);
                Assert.StartsWith("https://vpn.r1.", row.Vpn("r1").AbsoluteUri, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("private")]
    [InlineData("hcs")]
    public void Cloud_without_a_domain_is_reached_by_explicit_endpoints_only(string cloud)
    {
        var row = CloudHosts.Find(cloud, "tr-central-201")!;

        Assert.Equal(cloud, row.Name);
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
    [InlineData("https://vpcep.eu-west-0.myhuaweicloud.com", "huaweicloud")]
    [InlineData("https://vpcep.ru-moscow-1.hc.sbercloud.ru", "cloudru")]
    [InlineData("https://vpcep.ru-moscow-1.hc.cloud.ru", "cloudru")]
    [InlineData("https://vpcep.tr-central-201.example.com", null)]
    [InlineData("https://vpcep.a.myhuaweicloud.com.evil.example", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    public void Cloud_follows_from_an_explicit_endpoint(string endpoint, string? expected) =>
        Assert.Equal(expected, CloudHosts.FromEndpoint(new Uri(endpoint))?.Name);

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
