using System.Collections.Immutable;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>The resources keep to what every resource of a provider has to, each tried by the list that all authors have.</summary>
public sealed class ConformanceTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-rules-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Endpoint_service_keeps_to_every_rule()
    {
        await using var cloud = await StartAsync();
        var inputs = Props.Service.With("description", "the web");

        await KeepsToEveryRuleAsync(
            cloud,
            new Sample("vpcep:index:EndpointService", inputs)
            {
                Changes =
                [
                    inputs.With("serviceName", "shop"),
                    inputs.With("description", "the shop"),
                    inputs.With("ports", Props.List(Props.Port(80, 8080), Props.Port(443, 8443))),
                    inputs.With("portId", Props.Id("port-3")),
                    inputs.With("vpcId", Props.Id("vpc-3")),
                ],
                Unreadable = ["untold"], // what no cloud tells an import is named there
                Second = Props.Service.With("portId", Props.Id("port-2")).With("serviceName", "other"),
                Exists = () => cloud.Cloud.Services.Select(static service => service.Id),
                Options = Options(cloud),
            }
        );
    }

    [Fact]
    public async Task Endpoint_keeps_to_every_rule()
    {
        await using var cloud = await StartAsync();
        var service = cloud
            .Cloud.CreateService(Account.Default, static made => made with { ApprovalEnabled = false })
            .Id;
        var inputs = Props
            .Endpoint(service)
            .With("description", "for the shop")
            .With("enableWhitelist", true)
            .With("whitelist", Props.List("10.0.0.1", "10.1.0.0/16"));

        await KeepsToEveryRuleAsync(
            cloud,
            new Sample("vpcep:index:Endpoint", inputs)
            {
                Changes =
                [
                    inputs.With("description", "for the web"),
                    inputs.With("whitelist", Props.List("10.0.0.2")),
                    inputs.With("enableWhitelist", false),
                    inputs.With("enableDns", false),
                    inputs.With("subnetId", Props.Id("subnet-3")),
                ],
                Unreadable = ["untold"],
                Second = Props.Endpoint(service).With("subnetId", Props.Id("subnet-4")),
                Exists = () => cloud.Cloud.Endpoints.Select(static endpoint => endpoint.Id),
                Options = Options(cloud),
            }
        );
    }

    [Fact]
    public async Task Service_permission_keeps_to_every_rule()
    {
        await using var cloud = await StartAsync();
        var service = cloud.Cloud.CreateService(Account.Default).Id;
        var inputs = Props.Map(
            ("endpointServiceId", service),
            ("permission", "iam:domain::6e9dfd51d1124e8d8498dce894923a0d"),
            ("description", "the shop's account")
        );

        await KeepsToEveryRuleAsync(
            cloud,
            new Sample("vpcep:index:ServicePermission", inputs)
            {
                Changes =
                [
                    inputs.With("description", "the web's account"),
                    inputs.With("permission", "iam:domain::6e9dfd51d1124e8d8498dce894923a0e"),
                ],
                Unreadable = ["claimId"], // the mark of the stack that made it, which an import is not
                Second = inputs.With("permission", "iam:domain::6e9dfd51d1124e8d8498dce894923a0f"),
                Exists = () =>
                    cloud.Cloud.FindService(service)!.Permissions.Select(permission => $"{service}/{permission.Value}"),
                Options = Options(cloud),
            }
        );
    }

    private Task<EmulatorServer> StartAsync() =>
        EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Dialect = Dialect.All.Single(static known => known.Name == "huaweicloud"),
                TimeProvider = _time,
                WhileServing = _time.Hold,
                Delay = TimeSpan.FromSeconds(20),
            }
        );

    private TestStackOptions Options(EmulatorServer cloud) => new() { Time = _time, Environment = Environment(cloud) };

    private async Task KeepsToEveryRuleAsync(EmulatorServer cloud, Sample sample)
    {
        var environment = Environment(cloud);
        var provider = VpcepProvider.Create(_time, name => environment.GetValueOrDefault(name));

        var report = await Conformance.RunAsync(provider, sample);

        Assert.Equal(
            [ConformanceRule.FailureKeepsWhatWasMade],
            report.LeftOut.Select(static rule => rule.Rule) // Faults and Recovery have it, at every moment
        );
    }

    private ImmutableDictionary<string, string> Environment(EmulatorServer cloud) =>
        new Dictionary<string, string>
        {
            ["PULUMI_HOME"] = _home,
            ["VPCEP_ENDPOINT"] = cloud.Url.ToString(),
            ["HW_CLOUD"] = ProviderOnEmulator.CloudOf(cloud.Options.Dialect).Name,
            ["HW_PROJECT_ID"] = Account.Default.ProjectId,
            ["HW_ACCESS_KEY"] = Account.Default.AccessKey!,
            ["HW_SECRET_KEY"] = Account.Default.SecretKey!,
        }.ToImmutableDictionary();
}
