using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>The professional edition: what is upgraded and how, what is told of it, and what cannot be undone.</summary>
public sealed class EditionTests
{
    private const string Pro = "professional";

    private static readonly PropertyMap Basic = Props.Service.Without("serviceName");

    private static Task<ProviderOnEmulator> HuaweiAsync() => ProviderOnEmulator.StartAsync("huaweicloud");

    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host, PropertyMap inputs) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(inputs);

    private static EndpointService Held(ProviderOnEmulator host, Managed service) =>
        host.Cloud.Cloud.FindService(service.Id)!;

    private static string[] Bodies(ProviderOnEmulator host, string operation) =>
        [.. host.Cloud.Calls.All.Where(call => call.Operation == operation).Select(static call => call.Body ?? "")];

    [Fact]
    public async Task A_service_changes_its_edition_in_place_both_ways()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic);
        Assert.Equal(0, host.CallsOf("UpgradeService"));
        Assert.Equal("basic", service.Outputs.Text("edition"));

        var professional = Basic.With("edition", Pro);
        var diff = await service.DiffAsync(professional);
        Assert.Empty(diff.Replaces);
        Assert.Equal(["edition"], diff.DetailedDiff.Keys);
        await service.UpdateAsync(professional);
        Assert.Equal(["basic", "profession"], Held(host, service).SupportedEditions);
        Assert.Equal(Props.List("basic", "profession"), service.Outputs["supportedEditions"]);
        Assert.Equal("available", service.Outputs.Text("status"));
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await service.DiffAsync(professional)).Changes);

        var back = Basic.With("edition", "basic");
        Assert.Empty((await service.DiffAsync(back)).Replaces);
        await service.UpdateAsync(back);
        Assert.Equal(["basic"], Held(host, service).SupportedEditions);
        Assert.Equal("basic", service.Outputs.Text("edition"));
        Assert.Equal(["""{"action":"upgrade"}""", """{"action":"rollback"}"""], Bodies(host, "UpgradeService"));
        Assert.Equal(
            ["upgrading", "rolling back to the basic edition"],
            host.Statuses.Where(static said => said.StartsWith("upgrading") || said.StartsWith("rolling"))
        );
    }

    [Fact]
    public async Task A_new_service_is_upgraded_once_it_is_there_and_one_that_is_professional_is_not()
    {
        await using var host = await HuaweiAsync();
        await ServiceAsync(host, Basic.With("edition", Pro));
        Assert.Equal(1, host.CallsOf("UpgradeService"));

        var other = await new Managed(host, "EndpointService", "ipv6").CreateAsync(Full.Professional(host));
        Assert.Equal(1, host.CallsOf("UpgradeService"));
        Assert.Equal(Pro, other.Outputs.Text("edition"));
    }

    [Fact]
    public async Task An_edition_that_the_program_leaves_out_stays_and_one_that_others_change_is_drift()
    {
        await using var host = await HuaweiAsync();
        var inputs = Basic.With("edition", Pro);
        var service = await ServiceAsync(host, inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await service.DiffAsync(Basic)).Changes);

        host.Cloud.Cloud.ChangeService(service.Id, static held => held with { SupportedEditions = ["basic"] });
        Assert.Equal(["edition"], await service.RefreshAsync() ?? ["gone"]);
        await service.UpdateAsync(inputs);
        Assert.Equal(["basic", "profession"], Held(host, service).SupportedEditions);

        // An update of something else switches nothing, whether the program says it or not.
        await service.UpdateAsync(inputs.With("description", "one"));
        await service.UpdateAsync(Basic.With("description", "two"));
        Assert.Equal(2, host.CallsOf("UpgradeService"));
        Assert.Equal("professional", service.Outputs.Text("edition"));
    }

    [Fact]
    public async Task A_service_on_its_way_to_an_edition_is_waited_for()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "UpgradeService",
                Code = "EndPoint.2051",
                Count = 3,
            }
        );
        await service.UpdateAsync(Basic.With("edition", Pro));
        Assert.Equal(4, host.CallsOf("UpgradeService"));
        Assert.Equal(["basic", "profession"], Held(host, service).SupportedEditions);
    }

    [Fact]
    public async Task What_needs_no_change_is_no_failure()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic);
        // Behind the program's back, and it has not looked since.
        host.Cloud.Cloud.ChangeService(
            service.Id,
            static held => held with { SupportedEditions = ["basic", "profession"] }
        );
        host.Cloud.Faults.Add(new Fault { Operation = "UpgradeService", Code = "EndPoint.2052" });
        await service.UpdateAsync(Basic.With("edition", Pro));
        Assert.Equal(Pro, service.Outputs.Text("edition"));
    }

    [Fact]
    public async Task An_upgrade_that_is_refused_keeps_the_service_and_is_tried_again()
    {
        await using var host = await HuaweiAsync();
        host.Cloud.Faults.Add(new Fault { Operation = "UpgradeService", Code = "EndPoint.0015" });
        var service = new Managed(host, "EndpointService", "service");
        var inputs = Basic.With("edition", Pro);
        var failure = await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(inputs));
        Assert.Contains(
            "EndPoint.0015",
            failure.Detail<ErrorResourceInitFailed>()!.Reasons[0],
            StringComparison.Ordinal
        );
        Assert.Equal(("basic", "available"), (service.Outputs.Text("edition"), service.Outputs.Text("status")));

        await service.UpdateAsync(inputs);
        Assert.Equal(Pro, service.Outputs.Text("edition"));
        Assert.Single(host.Cloud.Cloud.Services);
    }

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
    public async Task An_endpoint_is_upgraded_once_and_there_is_no_way_back()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("edition", Pro).With("approvalEnabled", false));
        var inputs = Props.Endpoint(service.Id);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        Assert.Equal(0, host.CallsOf("UpgradeEndpoint"));

        var professional = inputs.With("edition", Pro);
        Assert.Empty((await endpoint.DiffAsync(professional)).Replaces);
        await endpoint.UpdateAsync(professional);
        Assert.Equal("profession", host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Edition);
        Assert.Equal(["""{"action":"start"}"""], Bodies(host, "UpgradeEndpoint"));
        Assert.Contains("upgrading", host.Statuses);
        Assert.Equal(("accepted", Pro), (endpoint.Outputs.Text("status"), endpoint.Outputs.Text("edition")));

        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
        await endpoint.UpdateAsync(professional.With("tags", new ObjectValue(Props.Map(("a", "b")))));
        Assert.Equal(1, host.CallsOf("UpgradeEndpoint"));
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            (await endpoint.DiffAsync(inputs.With("tags", endpoint.Inputs["tags"]))).Changes
        );
        Assert.Equal(["edition"], (await endpoint.DiffAsync(inputs.With("edition", "basic"))).Replaces);
        Assert.Empty((await endpoint.DiffAsync(inputs.With("edition", PropertyValue.Unknown))).Replaces);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_endpoint_is_upgraded_whether_or_not_it_waits_for_acceptance(bool approval)
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("edition", Pro).With("approvalEnabled", approval));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id).With("edition", Pro));
        Assert.Equal("profession", host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Edition);
        Assert.Equal(approval ? "pendingAcceptance" : "accepted", endpoint.Outputs.Text("status"));
    }

    [Fact]
    public async Task An_endpoint_that_others_upgraded_is_fine_and_one_that_says_basic_is_asked_nothing()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("edition", Pro).With("approvalEnabled", false));
        var inputs = Props.Endpoint(service.Id);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs.With("edition", "basic"));
        Assert.Equal((0, "basic"), (host.CallsOf("UpgradeEndpoint"), endpoint.Outputs.Text("edition")));

        host.Cloud.Cloud.ChangeEndpoint(endpoint.Id, static held => held with { Edition = "profession" });
        await endpoint.UpdateAsync(inputs.With("edition", Pro));
        Assert.Equal((1, Pro), (host.CallsOf("UpgradeEndpoint"), endpoint.Outputs.Text("edition")));
    }

    [Fact]
    public async Task A_dual_stack_endpoint_is_professional_and_its_address_is_told()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Full.Professional(host));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(
            Props.Endpoint(service.Id).With("ipVersion", "dualstack").With("edition", Pro)
        );
        Assert.Equal(0, host.CallsOf("UpgradeEndpoint"));
        Assert.StartsWith("2001:db8::", endpoint.Outputs.Text("ipv6Address"), StringComparison.Ordinal);
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);

        // The address is the same one, however it is spelled.
        var spelled = endpoint.Outputs.Text("ipv6Address").Replace("::", ":0:0:0:0:0:", StringComparison.Ordinal);
        var diff = await endpoint.DiffAsync(endpoint.Inputs.With("ipv6Address", spelled));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Equal(
            ["ipv6Address"],
            (await endpoint.DiffAsync(endpoint.Inputs.With("ipv6Address", "2001:db8::99"))).Replaces
        );
        Assert.Equal(["ipVersion"], (await endpoint.DiffAsync(endpoint.Inputs.Without("ipVersion"))).Replaces);
    }

    [Fact]
    public async Task A_pending_dual_stack_endpoint_is_imported_as_its_program_says()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Full.Professional(host).With("approvalEnabled", true));
        var inputs = Full.DualStack(host, service.Id);
        var made = await new Managed(host, "Endpoint", "made").CreateAsync(inputs);
        Assert.Equal("pendingAcceptance", made.Outputs.Text("status"));
        // As where the answer does not show it.
        host.Cloud.Cloud.ChangeEndpoint(made.Id, static held => held with { IpVersion = null });
        var imported = new Managed(host, "Endpoint", "imported");
        await imported.ImportAsync(made.Id);

        Assert.Empty((await imported.DiffAsync(inputs)).Replaces);
        await imported.UpdateAsync(inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(inputs)).Changes);
    }

    [Fact]
    public async Task An_ipv6_service_of_which_answers_do_not_tell_is_imported_as_its_program_says()
    {
        await using var host = await HuaweiAsync();
        var inputs = Full.Professional(host);
        var made = await ServiceAsync(host, inputs);
        host.Cloud.Cloud.ChangeService(made.Id, static held => held with { IpVersion = null, SnatNetworkId = null });
        Assert.Empty(await made.RefreshAsync() ?? ["gone"]);

        var imported = new Managed(host, "EndpointService", "imported");
        await imported.ImportAsync(made.Id);
        Assert.Empty((await imported.DiffAsync(inputs)).Replaces);
        await imported.UpdateAsync(inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(inputs)).Changes);
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

    [Theory]
    [InlineData(null, true)]
    [InlineData("ipv4", true)]
    [InlineData("ipv6", false)]
    [InlineData("?", false)]
    public async Task A_network_of_source_addresses_has_no_effect_without_ipv6(string? version, bool warns)
    {
        await using var host = await HuaweiAsync();
        var inputs = Basic.With("snatNetworkId", Props.Id("snat"));
        await new Managed(host, "EndpointService").CheckAsync(
            version is null ? inputs : inputs.With("ipVersion", version == "?" ? PropertyValue.Unknown : version)
        );

        Assert.Equal(warns ? ["snatNetworkId: has no effect unless ipVersion is ipv6"] : [], host.Warnings);
    }

    [Theory]
    [InlineData("ip", "10.0.0.300")]
    [InlineData("ip", "db")]
    [InlineData("ip", "-a.example.com")]
    [InlineData("ip", "2001:db8::1")]
    [InlineData("ipVersion", "ipv6", "snatNetworkId")]
    [InlineData("ipVersion", "dualstack")]
    [InlineData("edition", "profession")]
    public async Task A_service_is_told_in_the_preview_what_cannot_be(string name, string value, string? path = null)
    {
        await using var host = await HuaweiAsync();
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(Basic.With(name, value));
        Assert.StartsWith($"{path ?? name}: ", Assert.Single(failures), StringComparison.Ordinal);
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

    [Fact]
    public async Task An_ipv6_address_is_of_dual_stack_endpoints_and_those_are_professional()
    {
        await using var host = await HuaweiAsync();
        var endpoint = new Managed(host, "Endpoint");
        var dual = Full.DualStack(host, Props.Id("service"));

        await RefusedAsync(dual.Without("ipVersion"), "ipv6Address");
        await RefusedAsync(dual.With("edition", "basic"), "edition");
        await RefusedAsync(dual.With("ipv6Address", "10.0.0.1"), "ipv6Address");
        await RefusedAsync(dual.With("ipv6Address", "[2001:db8::1]"), "ipv6Address");
        await RefusedAsync(dual.Without("subnetId").With("routeTables", Props.List(Props.Id("t"))), "ipv6Address");
        Assert.Empty((await endpoint.CheckAsync(dual)).Failures);

        async Task RefusedAsync(PropertyMap inputs, string path)
        {
            var (_, failures) = await endpoint.CheckAsync(inputs);
            Assert.StartsWith($"{path}: ", Assert.Single(failures), StringComparison.Ordinal);
        }
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Clouds_that_lack_it_refuse_it_in_the_preview_and_name_those_that_have_it(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = Basic
            .With("ip", "10.0.0.1")
            .With("ipVersion", "ipv6")
            .With("snatNetworkId", Props.Id("snat"))
            .With("edition", Pro)
            .With("serverResources", Props.List(Full.Server("b")));
        var endpoint = Full.DualStack(host, Props.Id("service"))
            .With("ipVersion", "dualstack")
            .With("ipv6Address", "2001:db8::1")
            .With("edition", Pro);
        var may = ProviderOnEmulator
            .CloudOf(host.Cloud.Options.Dialect)
            .Allows(Client.CloudFeatures.Ipv6 | Client.CloudFeatures.Editions);

        Refuses(
            await new Managed(host, "EndpointService").CheckAsync(service),
            ["edition", "ip", "ipVersion", "serverResources", "snatNetworkId"]
        );
        Refuses(await new Managed(host, "Endpoint").CheckAsync(endpoint), ["edition", "ipVersion", "ipv6Address"]);
        var made = await new Managed(host, "EndpointService").CreateAsync(Basic);
        Assert.Equal(dialect == "huaweicloud", made.Outputs.ContainsKey("edition"));
        Assert.Equal(may, made.Outputs.ContainsKey("ipVersion"));

        void Refuses((PropertyMap Inputs, string[] Failures) answer, string[] names)
        {
            Assert.Equal(
                may ? [] : names,
                answer.Failures.Select(static failure => failure.Split(':')[0]).Order(StringComparer.Ordinal)
            );
            Assert.All(
                answer.Failures,
                static failure => Assert.Contains("it exists on Huawei Cloud", failure, StringComparison.Ordinal)
            );
        }
    }

    // A site may have no professional edition in most of its regions: what is the default is not said to it.
    [Fact]
    public async Task What_is_the_default_is_not_sent()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("ipVersion", "ipv4").With("approvalEnabled", false));
        await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id).With("ipVersion", "ipv4"));
        Assert.All(
            [.. Bodies(host, "CreateService"), .. Bodies(host, "CreateEndpoint")],
            static body => Assert.DoesNotContain("ip_version", body, StringComparison.Ordinal)
        );
    }
}
