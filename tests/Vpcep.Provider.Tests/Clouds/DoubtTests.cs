using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Clouds;

/// <summary>What nobody knows for certain: tried where the program asks for it, and either answer is survived.</summary>
public sealed class DoubtTests
{
    [Fact]
    public async Task What_the_cloud_turns_out_to_have_stays()
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var inputs = Props.Service.With(
            "ports",
            Props.List(new ObjectValue(Props.Map(("clientPort", 53), ("serverPort", 53), ("protocol", "UDP"))))
        );
        var service = await new Managed(host, "EndpointService").CreateAsync(inputs);

        Assert.Contains("not confirmed for Open Telekom Cloud", Assert.Single(host.Warnings), StringComparison.Ordinal);
        Assert.Equal("UDP", Assert.Single(host.Cloud.Cloud.FindService(service.Id)!.Ports).Protocol);
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task What_the_cloud_turns_out_not_to_have_is_refused_by_it_and_never_sent_unasked()
    {
        await using var host = await ProviderOnEmulator.StartAsync("hcs");
        var described = Props.Service.With("description", "for the web");
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "EndpointService", "described").CreateAsync(described)
        );
        Assert.Contains("description", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Single(host.Warnings);

        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var permission = await new Managed(host, "ServicePermission").CreateAsync(
            Props.Map(("endpointServiceId", service.Id), ("permission", "*"))
        );
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(
            Props.Map(("endpointServiceId", service.Id), ("endpointId", endpoint.Id))
        );
        Assert.All(
            [service, permission, approval],
            static one => Assert.DoesNotContain("description", one.Inputs.Keys)
        );
        Assert.Single(host.Warnings);
    }

    [Fact]
    public async Task A_name_of_64_characters_is_made_and_read_on_the_stack()
    {
        await using var host = await ProviderOnEmulator.StartAsync("hcs");
        var name = new string('n', 64);
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service.With("serviceName", name));

        Assert.Equal(name, service.Outputs.Text("serviceName"));
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task Cloud_ru_is_asked_no_more_than_it_takes_whatever_is_configured()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Dialect = Dialect.CloudRu,
                RequestsPerSecond = 100,
            }
        );
        await host.ConfigureAsync(("requestsPerSecond", 500), ("maxConcurrentRequests", 256));
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => host.AskAsync("getQuotas"))).DefaultTimeout();

        Assert.Equal(300, host.CallsOf("ListQuotas"));
        Assert.DoesNotContain(host.Cloud.Calls.All, static call => call.Status == 429);
    }
}
