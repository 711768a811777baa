using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Tests.Harness;
using static Pulumi.Provider.Protocol.Messages.DiffResponse.Types;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>A provider is replaced, with all its resources, only for another place; however places are written.</summary>
public sealed class PlaceTests
{
    private const string Otc = "https://vpcep.eu-de.otc.t-systems.com";

    private static readonly (string Name, PropertyValue Value)[] Keys =
    [
        ("accessKey", "AK-canary"),
        ("secretKey", "SK-canary"),
    ];

    /// <summary>A region of each cloud.</summary>
    private static readonly Dictionary<string, string> Regions = new()
    {
        ["huaweicloud"] = "ap-southeast-1",
        ["huaweicloud-eu"] = "eu-west-101",
        ["otc"] = "eu-de",
        ["otc-swiss"] = "eu-ch2",
        ["flexibleengine"] = "eu-west-0",
        ["cloudru"] = "ru-moscow-1",
    };

    public static TheoryData<string> Clouds => [.. CloudHosts.All.Select(static cloud => cloud.Name)];

    private static PropertyMap Config(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static entry => entry.Split('=', 2))
            .Aggregate(
                Props.Map(Keys),
                static (config, entry) =>
                    config.With(entry[0], entry[1] == "?" ? PropertyValue.Unknown : entry[1].Replace('_', ' '))
            );

    [Theory]
    [InlineData($"endpoint={Otc} projectId=p", $"endpoint={Otc}/ projectId=p")]
    [InlineData($"endpoint={Otc} projectId=p", $"endpoint={Otc}:443/v1 projectId=p")]
    [InlineData($"endpoint={Otc} projectId=p", "endpoint=HTTPS://VPCEP.eu-DE.otc.t-systems.com projectId=p")]
    [InlineData($"endpoint={Otc} projectId=p", $"endpoint=_{Otc}_ projectId=_p_")]
    [InlineData("region=eu-de projectId=p cloud=otc", "region=eu-de projectId=p cloud=OTC")]
    [InlineData("region=eu-de projectId=p", "region=EU-DE projectId=p")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p endpoint=_ cloud=")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p version=0.2.0 pluginDownloadURL=x")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p maxRetries=5 insecure=no")]
    public async Task Another_spelling_is_no_change(string one, string other)
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        foreach (var (before, after) in ((string, string)[])[(one, other), (other, one)])
        {
            var diff = await machine.DiffAsync(Config(before), Config(after));
            Assert.Equal((DiffChanges.DiffNone, ""), (diff.Changes, string.Join(',', diff.Replaces)));
        }
    }

    [Theory]
    [InlineData($"endpoint={Otc} projectId=p", $"endpoint={Otc} projectId=p region=eu-nl")] // overridden
    [InlineData("region=eu-de projectId=p", $"endpoint={Otc} projectId=p")]
    [InlineData("region=eu-de projectId=p", $"region=eu-de endpoint={Otc} projectId=p")]
    [InlineData("region=eu-de projectName=eu-de", "region=eu-de projectId=p")] // nobody asked the cloud whether it is
    [InlineData($"endpoint={Otc} projectId=p", $"endpoint={Otc} projectId=p cloud=otc")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p cloud=otc")]
    [InlineData("region=eu-de", "region=eu-de projectName=eu-de")]
    [InlineData("endpoint=https://x.example projectId=p", "endpoint=https://x.example projectId=p cloud=private")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p maxRetries=3")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p iamEndpoint=https://iam.example")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=p accessKey=other")]
    [InlineData("region=eu-de projectId=p", "region=eu-de cloud=otc.t-systems.com projectId=p")]
    [InlineData("region=r1 cloud=x.example projectId=p", "region=r1 cloud=private cloudDomain=X.example projectId=p")]
    [InlineData("region=r1 cloud=x.example projectId=p", "endpoint=https://vpcep.r1.x.example projectId=p")]
    [InlineData("region=r1 iamEndpoint=https://iam.x.example projectId=p", "endpoint=https://x.example projectId=p")] // nobody asked the catalog
    [InlineData("endpoint=http://x.example projectId=p", "endpoint=https://x.example projectId=p")]
    [InlineData("projectId=p", "region=eu-de projectId=p")] // imported where the environment told the region
    [InlineData("", "region=eu-de projectId=p")]
    public async Task Another_way_to_the_place_is_an_update(string one, string other)
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        foreach (var (before, after) in ((string, string)[])[(one, other), (other, one)])
        {
            var diff = await machine.DiffAsync(Config(before), Config(after));
            Assert.Equal((DiffChanges.DiffSome, ""), (diff.Changes, string.Join(',', diff.Replaces)));
        }
    }

    [Theory]
    [InlineData("region=eu-de projectId=p", "region=eu-nl projectId=p", "region")]
    [InlineData("region=eu-de projectId=p", "region=eu-de projectId=q", "projectId")]
    [InlineData("region=eu-west-0 projectId=p", "region=eu-west-0 cloud=huaweicloud projectId=p", "cloud")]
    [InlineData("region=r1 cloud=x.example projectId=p", "region=r1 cloud=y.example projectId=p", "cloud")]
    [InlineData(
        "region=r1 cloud=hcs cloudDomain=x.example projectId=p",
        "region=r1 cloud=hcs cloudDomain=y.example projectId=p",
        "cloudDomain"
    )]
    [InlineData(
        "region=r1 iamEndpoint=https://iam.x.example projectId=p",
        "region=r1 iamEndpoint=https://iam.y.example projectId=p",
        "iamEndpoint"
    )]
    [InlineData(
        "region=r1 iamEndpoint=https://iam.x.example projectId=p",
        "region=r2 iamEndpoint=https://iam.x.example projectId=p",
        "region"
    )]
    [InlineData("region=eu-de projectId=p", "region=eu-de cloud=huaweicloud projectId=p", "cloud")]
    [InlineData("region=eu-de projectId=p", "region=eu-de endpoint=https://x.example projectId=p", "endpoint")]
    [InlineData("endpoint=https://x.example projectId=p", "endpoint=https://y.example projectId=p", "endpoint")]
    [InlineData("endpoint=https://x.example projectId=p", "endpoint=https://x.example:8443 projectId=p", "endpoint")]
    [InlineData("region=eu-de projectName=a", "region=eu-de projectName=b", "projectName")]
    [InlineData("region=eu-de", "region=eu-de projectName=b", "projectName")]
    [InlineData("region=eu-de projectId=p", "region=eu-nl projectId=?", "region")]
    [InlineData("region=eu-de projectId=p", "region=? cloud=? projectId=q", "projectId")]
    public async Task Another_place_replaces(string before, string after, string because)
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        foreach (var (one, other) in ((string, string)[])[(before, after), (after, before)])
        {
            if (!one.Contains('?', StringComparison.Ordinal))
            {
                Assert.Contains(because, (await machine.DiffAsync(Config(one), Config(other))).Replaces);
            }
        }
    }

    [Fact]
    public async Task What_is_not_known_yet_is_an_update_whichever_key_it_is()
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        string[] known =
        [
            "region=eu-de projectId=p",
            "region=eu-de",
            "region=eu-de projectName=x",
            "region=eu-de cloud=huaweicloud projectId=p",
            "region=eu-de endpoint=https://x.example projectId=p",
            $"endpoint={Otc} projectName=x",
        ];
        foreach (var before in known)
        {
            foreach (var property in VpcepConfig.Model.Properties)
            {
                foreach (var unknown in (PropertyValue[])[PropertyValue.Unknown, PropertyValue.Unknown.AsSecret()])
                {
                    var inputs = await machine.CheckAsync(Config(before).With(property.Name, unknown));
                    var diff = await machine.DiffAsync(await machine.CheckAsync(Config(before)), inputs);
                    Assert.Equal(
                        (property.Name, DiffChanges.DiffSome, ""),
                        (property.Name, diff.Changes, string.Join(',', diff.Replaces))
                    );
                }
            }
        }
    }

    /// <summary>As the real engine imports: it stores the configuration as it was before CheckConfig.</summary>
    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task After_an_import_a_deployment_replaces_nothing_wherever_each_value_is_from(string cloud)
    {
        (string Key, string Variable, string Value)[] place =
        [
            .. Regions.TryGetValue(cloud, out var region)
                ? [("region", "OS_REGION_NAME", region)]
                : Array.Empty<(string, string, string)>(),
            ("cloud", "HW_CLOUD", cloud),
            ("endpoint", "VPCEP_ENDPOINT", "https://vpcep.example.com"),
            ("projectId", "HW_PROJECT_ID", "0123456789abcdef"),
        ];
        for (var fromEnvironment = 0; fromEnvironment < 1 << place.Length; fromEnvironment++)
        {
            var environment = place.Where((_, i) => (fromEnvironment & (1 << i)) != 0).ToArray();
            await using var machine = await ConfiguredRuns.OnAsync([
                .. environment.Select(static entry => (entry.Variable, entry.Value)),
            ]);
            var given = Props.Map([
                .. Keys,
                .. place.Except(environment).Select(static entry => (entry.Key, (PropertyValue)entry.Value)),
            ]);
            await machine.ConfigureAsync(await machine.CheckAsync(given)); // pulumi import
            await machine.ConfigureAsync(given); // pulumi refresh
            var first = await machine.DeployAsync(given, given);
            var second = await machine.DeployAsync(await machine.CheckAsync(given), given);

            Assert.Empty(first.Replaces);
            Assert.Equal((DiffChanges.DiffNone, 0), (second.Changes, second.Replaces.Count));
        }
    }

    [Fact]
    public async Task A_value_that_moves_between_configuration_and_any_of_its_variables_is_no_change()
    {
        foreach (
            var property in VpcepConfig.Model.Properties.Where(static property =>
                property.ReplaceOnChange || property.TellsPlace
            )
        )
        {
            foreach (var variable in property.Environment)
            {
                var value =
                    property.Name is "endpoint" or "iamEndpoint" ? Otc
                    : property.Name == "cloud" ? "otc"
                    : "eu-de";
                var rest = Config("region=eu-de").Without(property.Name);
                rest = property.Name == "projectName" ? rest : rest.With("projectId", "p");
                var given = rest.With(property.Name, value);
                await using var told = await ConfiguredRuns.OnAsync((variable, value + "\n"));
                await using var bare = await ConfiguredRuns.OnAsync();
                var fromVariable = await told.CheckAsync(rest.Without(property.Name));
                foreach (
                    var diff in (DiffResponse[])
                        [
                            await bare.DiffAsync(fromVariable, await bare.CheckAsync(given)),
                            await told.DiffAsync(await bare.CheckAsync(given), fromVariable),
                        ]
                )
                {
                    Assert.Equal((variable, DiffChanges.DiffNone), (variable, diff.Changes));
                }
            }
        }
    }

    [Fact]
    public async Task The_state_tells_the_place_whatever_another_machine_says()
    {
        await using var here = await ConfiguredRuns.OnAsync();
        var state = await here.CheckAsync(Config("region=eu-de"));

        await using var there = await ConfiguredRuns.OnAsync(("VPCEP_ENDPOINT", "https://elsewhere.example"));
        Assert.Equal(["endpoint"], (await there.DeployAsync(state, Config("region=eu-de"))).Replaces);
        // To refresh and destroy, the state is what counts: this would be refused if it were read.
        await using var wrong = await ConfiguredRuns.OnAsync(("HW_CLOUD", "azure"), ("VPCEP_ENDPOINT", "ftp://x"));
        await wrong.ConfigureAsync(state);
    }

    [Fact]
    public async Task A_region_in_the_environment_of_another_machine_moves_nothing_that_has_an_address()
    {
        await using var here = await ConfiguredRuns.OnAsync();
        await using var there = await ConfiguredRuns.OnAsync(("OS_REGION_NAME", "eu-nl"));
        var given = Config("endpoint=https://x.example projectId=p");

        Assert.Empty((await there.DeployAsync(await here.CheckAsync(given), given)).Replaces);
        Assert.Empty((await here.DeployAsync(await there.CheckAsync(given), given)).Replaces);
    }

    [Theory]
    [InlineData("region=r1 cloud=https://x.example projectId=p")]
    [InlineData("region=r1 cloud=x.example/v1 projectId=p")]
    [InlineData("region=r1 cloud=azure projectId=p")]
    [InlineData("region=r1 cloud=hcs cloudDomain=a/b projectId=p")]
    [InlineData("region=r1 cloud=hcs projectId=p")]
    [InlineData("region=r1 iamEndpoint=x projectId=p")]
    public async Task What_leads_nowhere_is_no_other_place(string config)
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        foreach (
            var (before, after) in ((string, string)[])
                [(config, "region=r1 cloud=x.example projectId=p"), ("region=r1 cloud=x.example projectId=p", config)]
        )
        {
            Assert.Empty((await machine.DiffAsync(Config(before), Config(after))).Replaces);
        }
    }

    [Fact]
    public async Task Keys_of_another_version_do_not_keep_a_state_from_being_refreshed()
    {
        await using var machine = await ConfiguredRuns.OnAsync();
        var old = Config("region=eu-de projectId=p retryMode=gentle version=0.0.1");
        await machine.ConfigureAsync(old);
        Assert.Equal(DiffChanges.DiffNone, (await machine.DiffAsync(old, Config("region=eu-de projectId=p"))).Changes);
        await Assert.ThrowsAnyAsync<Exception>(() => machine.CheckAsync(old));
    }
}
