using System.Collections.Immutable;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>The resources keep to what every resource of a provider has to, each tried by the list that all authors have.</summary>
public sealed class ConformanceTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly string _home = Directory.CreateTempSubdirectory("vpcep-rules-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Endpoint_service_keeps_to_every_rule()
    {
        await using var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Dialect = Dialect.All.Single(static known => known.Name == "huaweicloud"),
                TimeProvider = _time,
                WhileServing = _time.Hold,
                Delay = TimeSpan.FromSeconds(20),
            }
        );
        var environment = Environment(cloud);
        var provider = VpcepProvider.Create(_time, name => environment.GetValueOrDefault(name));
        var inputs = Props.Service.With("description", "the web");
        var sample = new Sample("vpcep:index:EndpointService", inputs)
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
            Options = new TestStackOptions { Time = _time, Environment = environment },
        };

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
