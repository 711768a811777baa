using Pulumi.Provider.Protocol.Messages;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>What the user sees of trouble that passes.</summary>
public sealed class NoticeTests
{
    [Theory]
    [InlineData("GetService", FaultKind.Reset)]
    [InlineData("CreateService", FaultKind.Answer)] // a rate limit
    public async Task A_retry_shows_as_the_status_of_the_resource_that_waits_for_it(string operation, FaultKind kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = operation,
                Kind = kind,
                Code = kind is FaultKind.Answer ? "EndPoint.0022" : null,
            }
        );

        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        var notice = host.Messages.First(static message =>
            message.Severity is LogSeverity.Info && message.Message.Contains("try ", StringComparison.Ordinal)
        );
        Assert.Equal((service.Urn, true), (notice.Urn, notice.Ephemeral));
        Assert.All(
            host.Messages.Where(static message => message.Severity is LogSeverity.Debug),
            message => Assert.Equal(service.Urn, message.Urn)
        );
    }
}
