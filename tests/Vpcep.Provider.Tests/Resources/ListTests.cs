using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Everything that exists can be listed with ids that import it.</summary>
public sealed class ListTests
{
    private static async Task<string[]> ListAsync(
        ProviderOnEmulator host,
        string kind,
        params (string Name, PropertyValue Value)[] query
    )
    {
        var request = new ListRequest { Token = $"vpcep:index:{kind}", Query = StructCodec.Encode(Props.Map(query)) };
        var ids = new List<string>();
        await foreach (var answer in host.Provider.Client.List(request).ResponseStream.ReadAllAsync())
        {
            ids.Add(answer.Result.Id);
        }

        return [.. ids];
    }

    [Fact]
    public async Task What_nobody_manages_is_found_and_imported_by_the_ids_of_the_list()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var cloud = host.Cloud.Cloud;
        var service = cloud.CreateService(
            Account.Default,
            static made => made with { ServiceName = $"region.web.{made.Id}", ApprovalEnabled = true }
        );
        cloud.CreateService(Account.Default);
        cloud.SetPermission(service.Id, "*", present: true);
        var mine = cloud.CreateEndpoint(
            Account.Default,
            service.Id,
            static made => made with { VpcId = Props.Id("a") }
        )!;
        var theirs = cloud.CreateEndpoint(Account.Other, service.Id)!;

        var ofService = ("endpointServiceId", (PropertyValue)service.Id);
        (string Kind, string[] Ids, string[] Expected)[] lists =
        [
            ("EndpointService", await ListAsync(host, "EndpointService", ("name", "web")), [service.Id]),
            ("Endpoint", await ListAsync(host, "Endpoint", ("vpcId", Props.Id("a"))), [mine.Id]),
            ("ServicePermission", await ListAsync(host, "ServicePermission", ofService), [$"{service.Id}/*"]),
            (
                "EndpointApproval",
                await ListAsync(host, "EndpointApproval", ofService),
                [$"{service.Id}/{mine.Id}", $"{service.Id}/{theirs.Id}"]
            ),
        ];
        foreach (var (kind, ids, expected) in lists)
        {
            Assert.Equal(expected.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
            var imported = new Managed(host, kind);
            await imported.ImportAsync(ids[0]);
            Assert.Equal(ids[0], imported.Id);
        }

        Assert.Equal(2, (await ListAsync(host, "EndpointService")).Length);
        Assert.Empty(await ListAsync(host, "Endpoint", ("vpcId", Props.Id("other"))));
        Assert.Empty(await ListAsync(host, "Endpoint", ("serviceName", "other")));
    }
}
