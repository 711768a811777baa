using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Documentation.Messages.Produced;

namespace Vpcep.Provider.Tests.Documentation.Messages;

/// <summary>What is said of programs, configuration and ids.</summary>
internal static class ProgramMessages
{
    public static async Task<string> AbsentInputAsync(ProviderOnEmulator host)
    {
        var answer = await host
            .Provider.Client.CheckAsync(
                new CheckRequest
                {
                    Urn = "urn:pulumi:dev::tests::vpcep:index:EndpointService::r",
                    Type = "vpcep:index:EndpointService",
                    News = StructCodec.Encode(Props.Service.Without("vpcId")),
                }
            )
            .ResponseAsync;
        var failure = Assert.Single(answer.Failures);
        Assert.Empty(failure.Property);
        return failure.Reason;
    }

    public static async Task<string> RegionThatIsNoneAsync(ProviderOnEmulator host)
    {
        var given = Props.Map(
            ("region", "eu de"),
            ("projectId", Account.Default.ProjectId),
            ("token", Account.Default.Token!)
        );
        var answer = await host
            .Provider.Client.CheckConfigAsync(new CheckRequest { News = StructCodec.Encode(given) })
            .ResponseAsync;
        var failure = Assert.Single(answer.Failures);
        return $"{failure.Property}: {failure.Reason}";
    }

    public static Task<string> IdThatIsNoneAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "Endpoint").ImportAsync(".."));

    public static Task<string> ImportOfComponentAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "PrivateLink").ImportAsync(Props.Id("link")));

    public static Task<string> WhitelistWithoutEffectAsync(ProviderOnEmulator host) =>
        WarningAsync(host, Props.Endpoint(Props.Id("s")).With("whitelist", Props.List("10.0.0.1")));

    public static Task<string> WhitelistOfNobodyAsync(ProviderOnEmulator host) =>
        WarningAsync(host, Props.Endpoint(Props.Id("s")).With("enableWhitelist", true));

    public static async Task<string> PerhapsNotOfferedAsync(ProviderOnEmulator host)
    {
        await host.ConfigureAsync(("cloud", "flexibleengine"));
        return await WarningAsync(host, Props.Endpoint(Props.Id("s")).With("description", "for the shop"));
    }

    public static async Task<string> RegionOfTwoCloudsAsync(ProviderOnEmulator host)
    {
        await host.ConfigureAsync(("cloud", ""), ("endpoint", ""), ("vpnEndpoint", ""), ("region", "eu-west-0"));
        return Assert.Single(host.Messages, static message => message.Severity is LogSeverity.Warning).Message;
    }

    public static async Task<string> ForcedReplacementAsync(ProviderOnEmulator host)
    {
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        return await FailureAsync(() => new Managed(host, "EndpointService", "again").CreateAsync(Props.Service));
    }

    public static async Task<string> NoVpnEndpointAsync(ProviderOnEmulator host)
    {
        var configuration = ProviderOnEmulator.Config(host.Cloud);
        configuration.Fields.Remove("vpnEndpoint");
        await host.Provider.Client.ConfigureAsync(new ConfigureRequest { Args = configuration }).ResponseAsync;
        return await FailureAsync(() =>
            host.AskAsync("vpcep:vpn:getP2cGatewayConnections", ("p2cGatewayId", VpnGateway.DefaultId))
        );
    }
}
