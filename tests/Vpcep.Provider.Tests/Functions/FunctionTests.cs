using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Functions;

public sealed class FunctionTests
{
    private static PropertyMap Service(int number) =>
        Props
            .Service.With("serviceName", $"web-{number}")
            .With("portId", Props.Id($"port-{number}"))
            .With("approvalEnabled", false);

    private static async Task<Managed[]> ServicesAsync(ProviderOnEmulator host, int count)
    {
        var made = new List<Managed>();
        for (var number = 0; number < count; number++)
        {
            made.Add(await new Managed(host, "EndpointService", $"s{number}").CreateAsync(Service(number)));
        }

        return [.. made];
    }

    private static string[] Ids(PropertyMap result, string list, string id = "id") =>
        [.. result.Items(list).Select(item => item.Text(id))];

    [Fact]
    public async Task Services_are_listed_filtered_and_sorted()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var made = await ServicesAsync(host, 3);
        string[] oldestFirst = [.. made.Select(static service => service.Id)];

        var all = await host.AskAsync("getEndpointServices");
        Assert.Equal(oldestFirst.Reverse(), Ids(all, "endpointServices"));
        Assert.Equal(3, all.Number("totalCount"));
        Assert.Equal(
            oldestFirst,
            Ids(await host.AskAsync("getEndpointServices", ("sortDirection", "asc")), "endpointServices")
        );
        Assert.Equal(
            [made[1].Id],
            Ids(await host.AskAsync("getEndpointServices", ("name", "WEB-1")), "endpointServices")
        );
        Assert.Equal(
            [made[2].Id],
            Ids(await host.AskAsync("getEndpointServices", ("id", made[2].Id)), "endpointServices")
        );
        Assert.Empty(Ids(await host.AskAsync("getEndpointServices", ("status", "failed")), "endpointServices"));

        await made[0].UpdateAsync(Service(0).With("approvalEnabled", true));
        var changed = await host.AskAsync("getEndpointServices", ("sortKey", "updatedAt"));
        Assert.Equal(made[0].Id, Ids(changed, "endpointServices")[0]);
    }

    [Fact]
    public async Task A_service_is_read_by_id_or_full_name_with_all_that_it_has()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = (await ServicesAsync(host, 1))[0];
        foreach (
            var argument in ((string, PropertyValue)[])
                [("id", service.Id), ("fullName", service.Outputs.Text("fullName"))]
        )
        {
            var found = await host.AskAsync("getEndpointService", argument);
            Assert.Equal(
                (service.Id, "web-0", "available", "LB", "interface"),
                (
                    found.Text("id"),
                    found.Text("serviceName"),
                    found.Text("status"),
                    found.Text("serverType"),
                    found.Text("serviceType")
                )
            );
            Assert.Equal(80, found.Items("ports")[0].Number("clientPort"));
        }
    }

    [Fact]
    public async Task What_does_not_exist_is_an_error_with_its_id()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        foreach (var function in (string[])["getEndpointService", "getEndpoint", "getServiceSummary"])
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() =>
                host.AskAsync(function, ("id", Props.Id("nothing")))
            );
            Assert.Equal(StatusCode.NotFound, failure.StatusCode);
            Assert.Contains(Props.Id("nothing"), failure.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_of_id_and_name_has_to_be_given()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var none = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getServiceSummary"));
        Assert.Contains("give one of them", none.Status.Detail, StringComparison.Ordinal);
        var both = await Assert.ThrowsAsync<RpcException>(() =>
            host.AskAsync("getEndpointService", ("id", "a"), ("fullName", "b"))
        );
        Assert.Contains("give only one of them", both.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_are_listed_filtered_and_read()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var services = await ServicesAsync(host, 2);
        var first = await new Managed(host, "Endpoint", "e1").CreateAsync(Props.Endpoint(services[0].Id));
        var second = await new Managed(host, "Endpoint", "e2").CreateAsync(
            Props.Endpoint(services[1].Id).With("vpcId", Props.Id("vpc-3"))
        );

        Assert.Equal([second.Id, first.Id], Ids(await host.AskAsync("getEndpoints"), "endpoints"));
        Assert.Equal([second.Id], Ids(await host.AskAsync("getEndpoints", ("vpcId", Props.Id("vpc-3"))), "endpoints"));
        Assert.Equal([first.Id], Ids(await host.AskAsync("getEndpoints", ("serviceName", "web-0")), "endpoints"));
        Assert.Equal([first.Id], Ids(await host.AskAsync("getEndpoints", ("id", first.Id)), "endpoints"));

        var found = await host.AskAsync("getEndpoint", ("id", first.Id));
        Assert.Equal(first.Outputs.Text("ip"), found.Text("ip"));
        Assert.Equal(first.Outputs.Text("markerId"), found.Text("markerId"));
        Assert.Equal("accepted", found.Text("status"));
    }

    [Fact]
    public async Task Numbers_beyond_32_bits_and_numbers_with_an_exponent_are_whole_numbers()
    {
        await using var host = await ProviderOnEmulator.StartAsync("ankara");
        var service = (await ServicesAsync(host, 1))[0];
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        host.Cloud.Cloud.ChangeService(service.Id, static held => held with { MoreConnections = 3_000_000_000 });
        host.Cloud.Cloud.ChangeEndpoint(endpoint.Id, static held => held with { MarkerId = 320_000_000_000 });
        host.Cloud.Faults.Add(new Fault { Kind = FaultKind.Floats, Count = null });

        var listed = await host.AskAsync("getEndpointServices");
        Assert.Equal(1, listed.Number("totalCount"));
        Assert.Equal(3_000_000_001, listed.Items("endpointServices")[0].Number("connectionCount"));
        Assert.Equal(80, listed.Items("endpointServices")[0].Items("ports")[0].Number("clientPort"));
        Assert.Equal("320000000000", (await host.AskAsync("getEndpoint", ("id", endpoint.Id))).Text("markerId"));
        Assert.Equal("320000000000", (await host.AskAsync("getEndpoints")).Items("endpoints")[0].Text("markerId"));
        var connections = await host.AskAsync("getServiceConnections", ("endpointServiceId", service.Id));
        Assert.Equal("320000000000", connections.Items("connections")[0].Text("markerId"));
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal("320000000000", endpoint.Outputs.Text("markerId"));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Words_of_tomorrow_are_shown_as_they_are(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = (await ServicesAsync(host, 1))[0];
        host.Cloud.Cloud.ChangeService(
            service.Id,
            static held =>
                held with
                {
                    ServerType = "GWLB",
                    TcpProxy = "proxy_v2",
                    ServiceType = "mesh",
                    Ports = [new PortMapping(443, 8443, "QUIC")],
                }
        );

        PropertyMap[] found =
        [
            await host.AskAsync("getEndpointService", ("id", service.Id)),
            (await host.AskAsync("getEndpointServices")).Items("endpointServices")[0],
        ];
        Assert.All(
            found,
            static item =>
                Assert.Equal(
                    ("GWLB", "proxy_v2", "mesh", "QUIC"),
                    (
                        item.Text("serverType"),
                        item.Text("tcpProxy"),
                        item.Text("serviceType"),
                        item.Items("ports")[0].Text("protocol")
                    )
                )
        );
    }

    [Theory]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task The_policy_of_an_endpoint_reads_as_the_resource_takes_it(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var inputs = Full.Gateway(host).Without("routeTables");
        var open = await new Managed(host, "Endpoint", "open").CreateAsync(inputs.Without("policyStatements"));
        var narrow = await new Managed(host, "Endpoint", "narrow").CreateAsync(inputs.With("vpcId", Props.Id("vpc-3")));

        var narrowFound = await host.AskAsync("getEndpoint", ("id", narrow.Id));
        Assert.Equal(inputs["policyStatements"].Unwrapped, narrowFound["policyStatements"]);
        var openFound = await host.AskAsync("getEndpoint", ("id", open.Id));
        Assert.False(openFound.ContainsKey("policyStatements"));
        Assert.Contains("Allow", openFound.Text("policyStatement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_of_a_service_are_listed_and_filtered()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = (await ServicesAsync(host, 1))[0];
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var marker = endpoint.Outputs.Text("markerId");

        async Task<string[]> Find(string name, PropertyValue value) =>
            Ids(
                await host.AskAsync("getServiceConnections", ("endpointServiceId", service.Id), (name, value)),
                "connections",
                "endpointId"
            );

        Assert.Equal([endpoint.Id], await Find("markerId", marker));
        Assert.Equal([endpoint.Id], await Find("endpointId", endpoint.Id));
        Assert.Equal([endpoint.Id], await Find("status", "accepted"));
        Assert.Equal([endpoint.Id], await Find("sortKey", "updatedAt"));
        Assert.Empty(await Find("status", "pendingAcceptance"));
        Assert.StartsWith(
            "status: 'creating' is not one of",
            Assert.Single(
                await host.RefusedAsync(
                    "getServiceConnections",
                    ("endpointServiceId", service.Id),
                    ("status", "creating")
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Permissions_are_listed_beyond_the_first_page_and_filtered()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = (await ServicesAsync(host, 1))[0];
        for (var number = 0; number < 15; number++)
        {
            await new Managed(host, "ServicePermission", $"p{number}").CreateAsync(
                Props.Map(("endpointServiceId", service.Id), ("permission", $"iam:domain::account{number:00}"))
            );
        }

        var all = await host.AskAsync("getServicePermissions", ("endpointServiceId", service.Id));
        Assert.Equal(15, all.Number("totalCount"));
        var some = await host.AskAsync(
            "getServicePermissions",
            ("endpointServiceId", service.Id),
            ("permission", "account07")
        );
        Assert.Equal(["iam:domain::account07"], Ids(some, "permissions", "permission"));
    }

    [Fact]
    public async Task Public_services_are_found_and_described()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var all = await host.AskAsync("getPublicServices");
        var one = all.Items("publicServices")[0];
        var named = await host.AskAsync("getPublicServices", ("name", one.Text("fullName")));
        Assert.Contains(one.Text("id"), Ids(named, "publicServices"));

        var byId = await host.AskAsync("getServiceSummary", ("id", one.Text("id")));
        var byName = await host.AskAsync("getServiceSummary", ("fullName", one.Text("fullName")));
        Assert.Equal(one.Text("serviceType"), byId.Text("serviceType"));
        Assert.Equal(byId, byName);
    }

    [Fact]
    public async Task Quotas_count_what_there_is()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await ServicesAsync(host, 2);

        var all = await host.AskAsync("getQuotas");
        Assert.Equal(["endpoint", "endpoint_service"], Ids(all, "quotas", "type").Order(StringComparer.Ordinal));
        var services = Assert.Single((await host.AskAsync("getQuotas", ("type", "endpoint_service"))).Items("quotas"));
        Assert.Equal(2, services.Number("used"));
        Assert.Equal(10_000, services.Number("quota"));
    }

    [Fact]
    public async Task Versions_are_listed_and_read()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var all = await host.AskAsync("getApiVersions");
        var one = await host.AskAsync("getApiVersion", ("version", "v1"));
        Assert.Contains("v1", Ids(all, "versions"));
        Assert.Equal(("v1", "CURRENT"), (one.Text("id"), one.Text("status")));

        var missing = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getApiVersion", ("version", "v9")));
        Assert.Contains("getApiVersions", missing.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_of_a_vpn_gateway_come_from_all_pages()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var found = await host.AskAsync("vpcep:vpn:getP2cGatewayConnections", ("p2cGatewayId", VpnGateway.DefaultId));
        Assert.Equal(3, found.Number("totalCount"));
        Assert.Equal(3, found.Items("connections").Length);
        Assert.All(found.Items("connections"), static item => Assert.True(item.Number("inboundBytes") >= 0));
    }
}
