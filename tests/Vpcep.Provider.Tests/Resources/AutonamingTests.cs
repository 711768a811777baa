using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;
using AutonamingOptions = Pulumi.Provider.Protocol.Messages.CheckRequest.Types.AutonamingOptions;

namespace Vpcep.Provider.Tests.Resources;

public sealed class AutonamingTests
{
    [Fact]
    public async Task A_proposed_name_is_made_to_fit()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var answer = await host.Provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = "urn:pulumi:dev::tests::vpcep:index:EndpointService::r",
                Type = "vpcep:index:EndpointService",
                News = StructCodec.Encode(Props.Service.Without("serviceName")),
                Autonaming = new AutonamingOptions { ProposedName = "my.long-service-name-1a2b3c4" },
            }
        );

        Assert.Empty(answer.Failures);
        Assert.Matches("^[A-Za-z0-9_-]{1,16}$", StructCodec.Decode(answer.Inputs).Text("serviceName"));
    }
}
