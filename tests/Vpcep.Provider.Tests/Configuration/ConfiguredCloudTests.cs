using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Configuration.Files;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>What a configuration means: which cloud, which addresses, at what rate.</summary>
public sealed class ConfiguredCloudTests
{
    private const string Ambiguous = "taken for the one of";

    private static (ClientSetup Setup, List<string> Warnings) Resolve(string config)
    {
        var words = config
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);
        var log = new Warnings();
        var given = new VpcepConfig
        {
            Region = words.GetValueOrDefault("region"),
            Cloud = words.GetValueOrDefault("cloud"),
            CloudDomain = words.GetValueOrDefault("cloudDomain"),
            Endpoint = words.GetValueOrDefault("endpoint"),
            IamEndpoint = words.GetValueOrDefault("iamEndpoint"),
            RequestsPerSecond = words.TryGetValue("rate", out var rate) ? int.Parse(rate, null) : null,
            ProjectId = "p",
            AccessKey = "a",
            SecretKey = "s",
        };
        var setup = ClientOptions.From(
            ResolvedConfig.Of(given, new UserFiles(static _ => null)),
            "1",
            static _ => null,
            TimeProvider.System,
            log
        );
        return (setup, log.Said);
    }

    [Theory]
    [InlineData("region=eu-west-0", "flexibleengine", "vpcep.eu-west-0.prod-cloud-ocb.orange-business.com")]
    [InlineData("region=eu-west-0 cloud=huaweicloud", "huaweicloud", "vpcep.eu-west-0.myhuaweicloud.com")]
    [InlineData("region=eu-west-0 cloud=myhuaweicloud.com", "huaweicloud", "vpcep.eu-west-0.myhuaweicloud.com")]
    [InlineData(
        "region=eu-west-0 iamEndpoint=https://iam.eu-west-0.myhuaweicloud.com/v3",
        "huaweicloud",
        "vpcep.eu-west-0.myhuaweicloud.com"
    )]
    [InlineData(
        "region=ap-southeast-1 iamEndpoint=https://iam.myhuaweicloud.com/v3",
        "huaweicloud",
        "vpcep.ap-southeast-1.myhuaweicloud.com"
    )]
    [InlineData("region=ru-moscow-1", "cloudru", "vpcep.ru-moscow-1.hc.sbercloud.ru")]
    [InlineData("region=ru-moscow-1 cloud=hc.cloud.ru", "cloudru", "vpcep.ru-moscow-1.hc.cloud.ru")]
    [InlineData("region=ru-moscow-1 cloud=cloudru cloudDomain=hc.cloud.ru", "cloudru", "vpcep.ru-moscow-1.hc.cloud.ru")]
    [InlineData("region=ru-moscow-1 cloud=huaweicloud", "huaweicloud", "vpcep.ru-moscow-1.myhuaweicloud.com")]
    [InlineData(
        "region=eu-west-101 cloud=huaweicloud cloudDomain=x.example",
        "huaweicloud-eu",
        "vpcep.eu-west-101.x.example"
    )]
    [InlineData("region=eu-west-101 cloud=myhuaweicloud.com", "huaweicloud-eu", "vpcep.eu-west-101.myhuaweicloud.eu")]
    [InlineData(
        "region=eu-west-101 cloudDomain=myhuaweicloud.com",
        "huaweicloud-eu",
        "vpcep.eu-west-101.myhuaweicloud.com"
    )]
    [InlineData("region=r1 cloud=stack.example.com", "private", "vpcep.r1.stack.example.com")]
    [InlineData("region=r1 cloudDomain=stack.example.com", "private", "vpcep.r1.stack.example.com")]
    [InlineData("region=r1 cloud=hcs cloudDomain=stack.example.com", "hcs", "vpcep.r1.stack.example.com")]
    [InlineData("region=r1 cloud=private cloudDomain=mystack", "private", "vpcep.r1.mystack")]
    [InlineData("region=eu-ch2 cloud=otc.t-systems.com", "otc-swiss", "vpcep.eu-ch2.sc.otc.t-systems.com")]
    [InlineData("region=eu-de iamEndpoint=https://iam.example.com", "otc", "vpcep.eu-de.otc.t-systems.com")]
    [InlineData("region=r1 iamEndpoint=https://iam.example.com", "private", null)]
    [InlineData("region=r1 cloud=hcs iamEndpoint=https://iam.example.com", "hcs", null)]
    [InlineData("iamEndpoint=https://iam.eu-de.otc.t-systems.com", "otc", null)]
    [InlineData("endpoint=https://vpcep.ru-moscow-1.hc.cloud.ru", "cloudru", "vpcep.ru-moscow-1.hc.cloud.ru")]
    [InlineData("cloud=hcs endpoint=https://vpcep.example.com", "hcs", "vpcep.example.com")]
    public void Cloud_and_address_follow(string config, string cloud, string? host)
    {
        var (setup, _) = Resolve(config);

        Assert.Equal((cloud, host), (setup.Cloud.Name, setup.Options.Endpoint?.Host));
        Assert.Equal(host is null, setup.Options.FindEndpoint is not null);
        setup.Catalog?.Dispose();
    }

    [Theory]
    [InlineData("region=r1 cloud=hcs cloudDomain=stack.example.com", "https://iam-apigateway-proxy.stack.example.com/")]
    [InlineData("region=r1 cloud=stack.example.com", "https://iam.r1.stack.example.com/")]
    [InlineData("region=ru-moscow-1", "https://iam.ru-moscow-1.hc.sbercloud.ru/")]
    [InlineData("region=eu-west-0", "https://iam.eu-west-0.prod-cloud-ocb.orange-business.com/")]
    public void Identity_service_follows(string config, string iam) =>
        Assert.Equal(iam, Resolve(config).Setup.IamEndpoint?.AbsoluteUri);

    [Theory]
    [InlineData("region=eu-west-0", "Flexible Engine and of Huawei Cloud", "flexibleengine or huaweicloud")]
    [InlineData("region=ru-moscow-1", "Cloud.ru and of Huawei Cloud", "cloudru or huaweicloud")]
    [InlineData("region=eu-west-0 iamEndpoint=https://iam.example.com", "Flexible Engine", "flexibleengine")]
    public void A_region_of_two_clouds_is_said(string config, string clouds, string fix)
    {
        var warning = Assert.Single(Resolve(config).Warnings);

        Assert.StartsWith("vpcep:region is ", warning, StringComparison.Ordinal);
        Assert.Contains(Ambiguous, warning, StringComparison.Ordinal);
        Assert.Contains(clouds, warning, StringComparison.Ordinal);
        Assert.Contains(fix, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region=eu-west-0 cloud=flexibleengine")]
    [InlineData("region=eu-west-0 cloud=huaweicloud")]
    [InlineData("region=eu-west-0 cloud=prod-cloud-ocb.orange-business.com")]
    [InlineData("region=eu-west-0 iamEndpoint=https://iam.eu-west-0.myhuaweicloud.com")]
    [InlineData("region=eu-west-0 endpoint=https://vpcep.eu-west-0.myhuaweicloud.com")]
    [InlineData("region=ru-northwest-2")]
    [InlineData("region=eu-de")]
    public void What_is_clear_is_not_said(string config) => Assert.Empty(Resolve(config).Warnings);

    [Theory]
    [InlineData("region=r1 cloud=azure", "vpcep:cloud is 'azure', which is not known; give one of huaweicloud, ")]
    [InlineData(
        "region=eu-de cloud=otc cloudDomain=myhuaweicloud.com",
        "vpcep:cloudDomain is 'myhuaweicloud.com', which is not of 'otc'"
    )]
    [InlineData(
        "region=r1 cloud=one.example cloudDomain=two.example",
        "vpcep:cloudDomain is 'two.example', which is not of 'one.example'"
    )]
    public void What_cannot_be_is_said(string config, string problem) =>
        Assert.StartsWith(
            problem,
            Assert.Throws<OperationException>(() => Resolve(config)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("cloud=hcs region=r1", "endpoint")]
    [InlineData("cloud=private region=r1", "endpoint")]
    [InlineData("cloud=hcs cloudDomain=stack.example.com", "region")]
    [InlineData("cloud=stack.example.com", "region")]
    public void What_is_missing_names_what_would_do(string config, string key)
    {
        var missing = Assert.Throws<MissingConfigurationException>(() => Resolve(config)).Keys;

        var named = Assert.Single(missing, one => one.Name == key);
        Assert.Contains(
            key == "endpoint" ? "vpcep:cloudDomain" : "vpcep:endpoint",
            named.Description,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("region=eu-de", 50)]
    [InlineData("region=eu-de rate=200", 200)]
    [InlineData("region=ru-moscow-1", 50)]
    [InlineData("region=ru-moscow-1 rate=200", 80)]
    [InlineData("region=ru-moscow-1 rate=7", 7)]
    public void Rate_is_no_more_than_the_cloud_takes(string config, double rate) =>
        Assert.Equal(rate, Resolve(config).Setup.Options.RequestsPerSecond);

    [Fact]
    public void Domains_of_known_clouds_are_their_names() =>
        Assert.All(
            CloudHosts.All.Where(static row => row.Domain is not null),
            static row =>
                Assert.All(
                    row.OtherDomains.Prepend(row.Domain!),
                    domain =>
                    {
                        var (setup, warnings) = Resolve($"region=r1 cloud={domain}");
                        Assert.Equal(row.Name, setup.Cloud.Name);
                        Assert.Equal(row.Features, setup.Cloud.Features);
                        Assert.Equal($"vpcep.r1.{domain}", setup.Options.Endpoint!.Host);
                        Assert.Empty(warnings);
                    }
                )
        );

    [Theory]
    [InlineData("prod-cloud-ocb.orange-business.com", null, "prod-cloud-ocb.orange-business.com")]
    [InlineData(" MyHuaweiCloud.com\n", null, "MyHuaweiCloud.com")]
    [InlineData("prod-cloud-ocb.orange-business.com", "otc", "otc")]
    [InlineData("prod", null, null)]
    [InlineData("otc", null, null)]
    [InlineData("prod.example.com", null, null)]
    [InlineData("eu-de.otc.t-systems.com", null, null)]
    public async Task Os_cloud_is_a_cloud_only_where_it_is_the_domain_of_one(
        string osCloud,
        string? hwCloud,
        string? expected
    )
    {
        await using var machine = await ConfiguredRuns.OnAsync(("OS_CLOUD", osCloud), ("HW_CLOUD", hwCloud ?? ""));
        var config = await machine.CheckAsync(
            Props.Map(("region", "eu-de"), ("projectId", "p"), ("accessKey", "a"), ("secretKey", "s"))
        );

        Assert.Equal(expected, (config.Find("cloud") as StringValue)?.Value);
    }

    [Fact]
    public void Os_cloud_may_be_any_domain_that_is_known() =>
        Assert.Equal(
            CloudHosts
                .All.Where(static row => row.Domain is not null)
                .SelectMany(static row => row.OtherDomains.Prepend(row.Domain!)),
            VpcepConfig.Model.Find("cloud")!.SharedValues
        );

    private sealed class Warnings : IClientLog
    {
        public List<string> Said { get; } = [];

        public void Call(HttpCallRecord call) { }

        public void Notice(string message) { }

        public void Warning(string message) => Said.Add(message);
    }
}
