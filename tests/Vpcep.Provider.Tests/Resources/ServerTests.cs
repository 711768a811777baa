using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Editions;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>The servers of a service: which there are, and by which port and address they are found.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Servers_are_added_in_place_and_one_less_replaces_the_service()
    {
        await using var host = await HuaweiAsync();
        var professional = Basic.With("edition", Pro);
        var service = await ServiceAsync(host, professional.With("serverResources", Props.List(Full.Server("b"))));
        Assert.Equal(["""{"action":"upgrade","enable_multi_server":true}"""], Bodies(host, "UpgradeService"));

        var two = professional.With("serverResources", Props.List(Full.Server("c"), Full.Server("b")));
        Assert.Empty((await service.DiffAsync(two)).Replaces);
        await service.UpdateAsync(two);
        Assert.Equal(
            [(Props.Id("b"), "cn-east-4b"), (Props.Id("c"), "cn-east-4c")],
            Held(host, service).ServerResources.Select(static server => (server.ResourceId, server.AvailabilityZoneId!))
        );
        Assert.Equal((1, 2), (host.CallsOf("UpgradeService"), host.CallsOf("AddServers")));
        Assert.Equal(2, host.Statuses.Count(static said => said == "adding servers"));
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            (
                await service.DiffAsync(
                    professional.With("serverResources", Props.List(Full.Server("b"), Full.Server("c")))
                )
            ).Changes
        );

        var three = professional.With(
            "serverResources",
            Props.List(Full.Server("b"), Full.Server("c"), Full.Server("e"))
        );
        await service.UpdateAsync(three);
        Assert.All(
            ["b", "c"],
            held => Assert.DoesNotContain(Props.Id(held), Bodies(host, "AddServers")[2], StringComparison.Ordinal)
        );

        foreach (
            var fewer in new[]
            {
                professional,
                professional.With("serverResources", Props.List(Full.Server("b"))),
                professional.With("serverResources", Props.List(Full.Server("b"), Full.Server("d"))),
            }
        )
        {
            var diff = await service.DiffAsync(fewer);
            Assert.NotEmpty(diff.Replaces);
            Assert.All(diff.Replaces, static path => Assert.Equal("serverResources", PropertyPath.Parse(path).Head));
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public async Task Servers_that_a_preview_does_not_know_may_be_those_that_there_are(int unknown, bool replaces)
    {
        await using var host = await HuaweiAsync();
        var professional = Basic.With("edition", Pro);
        var service = await ServiceAsync(host, professional.With("serverResources", Props.List(Full.Server("b"))));
        var servers = Enumerable.Repeat<PropertyValue>(
            new ObjectValue(Props.Map(("resourceId", PropertyValue.Unknown))),
            unknown
        );
        var diff = await service.DiffAsync(professional.With("serverResources", Props.List([.. servers])));
        Assert.Equal(replaces, diff.Replaces.Count > 0);
        Assert.Empty((await service.DiffAsync(professional.With("serverResources", PropertyValue.Unknown))).Replaces);
    }

    [Fact]
    public async Task Servers_that_could_not_be_added_are_not_in_the_state()
    {
        await using var host = await HuaweiAsync();
        host.Cloud.Cloud.SetMissing(new Missing(Props.Id("b")));
        var inputs = Basic.With("edition", Pro).With("serverResources", Props.List(Full.Server("b")));
        var service = new Managed(host, "EndpointService", "service");
        await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(inputs));
        Assert.False(service.Outputs.ContainsKey("serverResources"));
        Assert.Equal(Pro, service.Outputs.Text("edition"));

        host.Cloud.Cloud.SetPresent(Props.Id("b"));
        await service.UpdateAsync(inputs);
        Assert.Equal(Props.Id("b"), Assert.Single(Held(host, service).ServerResources).ResourceId);
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task Of_an_imported_service_the_program_tells_the_servers_and_they_are_not_added_again()
    {
        await using var host = await HuaweiAsync();
        var inputs = Basic.With("edition", Pro).With("serverResources", Props.List(Full.Server("b")));
        var made = await ServiceAsync(host, inputs);
        var imported = new Managed(host, "EndpointService", "imported");
        await imported.ImportAsync(made.Id);

        Assert.Empty((await imported.DiffAsync(inputs)).Replaces);
        await imported.UpdateAsync(inputs);
        Assert.Equal(1, host.CallsOf("AddServers"));
        var more = inputs.With("serverResources", Props.List(Full.Server("b"), Full.Server("c")));
        await imported.UpdateAsync(more);
        Assert.Equal(2, host.CallsOf("AddServers"));
        Assert.Equal(2, Held(host, made).ServerResources.Count);
    }

    [Fact]
    public async Task Port_and_address_of_a_server_change_one_after_the_other()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("ip", "db.example.com"));
        Assert.Equal("db.example.com", Held(host, service).Ip);
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            (await service.DiffAsync(Basic.With("ip", "DB.Example.com"))).Changes
        );

        var moved = Basic.With("portId", Props.Id("other")).With("ip", "10.0.0.7");
        Assert.Empty((await service.DiffAsync(moved)).Replaces);
        host.Cloud.Calls.Clear();
        await service.UpdateAsync(moved);
        Assert.Equal((Props.Id("other"), "10.0.0.7"), (Held(host, service).PortId, Held(host, service).Ip));
        Assert.Equal(2, host.CallsOf("UpdateService"));
        string[] calls = [.. host.Cloud.Calls.All.Select(static call => call.Operation ?? "")];
        Assert.Equal("UpdateService", calls[0]);
        Assert.Equal("GetService", calls[Array.LastIndexOf(calls, "UpdateService") - 1]);
    }

    [Fact]
    public async Task An_address_that_could_not_be_changed_is_not_in_the_state_and_is_changed_by_the_next_update()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("ip", "10.0.0.1"));
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "UpdateService",
                Code = "EndPoint.0004",
                Skip = 1,
            }
        );
        var moved = Basic.With("portId", Props.Id("other")).With("ip", "10.0.0.7");

        await Assert.ThrowsAsync<RpcException>(() => service.UpdateAsync(moved));
        Assert.Equal((Props.Id("other"), "10.0.0.1"), (service.Outputs.Text("portId"), service.Outputs.Text("ip")));
        await service.UpdateAsync(moved);
        Assert.Equal("10.0.0.7", Held(host, service).Ip);
    }

    [Fact]
    public async Task An_update_sends_what_changes_and_nothing_else()
    {
        await using var host = await HuaweiAsync();
        var inputs = Full.Professional(host);
        var service = await ServiceAsync(host, inputs);
        (string Input, PropertyValue Value, string Body)[] changes =
        [
            ("serviceName", "shop", """{"service_name":"shop"}"""),
            ("portId", Props.Id("other"), $$"""{"port_id":"{{Props.Id("other")}}"}"""),
            ("approvalEnabled", true, """{"approval_enabled":true}"""),
            ("tcpProxy", "open", """{"tcp_proxy":"open"}"""),
            ("description", "", """{"description":""}"""),
            ("ip", "10.0.0.7", """{"ip":"10.0.0.7"}"""),
        ];
        foreach (var (input, value, _) in changes)
        {
            inputs = inputs.With(input, value);
            await service.UpdateAsync(inputs);
        }

        Assert.Equal(changes.Select(static change => change.Body), Bodies(host, "UpdateService"));
    }

    [Fact]
    public async Task Servers_and_ipv6_are_of_professional_services_with_load_balancers()
    {
        await using var host = await HuaweiAsync();
        var service = new Managed(host, "EndpointService");
        var servers = Props.List(Full.Server("b"));

        await RefusedAsync(Basic.With("serverResources", servers), "serverResources");
        await RefusedAsync(Basic.With("serverResources", servers).With("edition", "basic"), "serverResources");
        await RefusedAsync(
            Basic.With("serverResources", servers).With("edition", Pro).With("serverType", "VM"),
            "serverResources"
        );
        await RefusedAsync(
            Basic.With("edition", Pro).With("serverResources", Props.List(Full.Server("b"), Full.Server("b"))),
            "serverResources[1].resourceId"
        );
        await RefusedAsync(Full.Professional(host).With("edition", "basic"), "edition");

        async Task RefusedAsync(PropertyMap inputs, string path)
        {
            var (_, failures) = await service.CheckAsync(inputs);
            Assert.StartsWith($"{path}: ", Assert.Single(failures), StringComparison.Ordinal);
        }
    }
}
