using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Editions;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>The professional edition: what is upgraded and how, what is told of it, and what cannot be undone.</summary>
public sealed class EditionTests
{
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
    public async Task An_endpoint_whose_upgrade_is_refused_is_kept_with_all_that_was_told()
    {
        await using var host = await HuaweiAsync();
        var service = await ServiceAsync(host, Basic.With("edition", Pro).With("approvalEnabled", false));
        var inputs = Props.Endpoint(service.Id).With("edition", Pro);
        host.Cloud.Faults.Add(new Fault { Operation = "UpgradeEndpoint", Code = "EndPoint.0015" });
        var endpoint = new Managed(host, "Endpoint");
        await Assert.ThrowsAsync<RpcException>(() => endpoint.CreateAsync(inputs));
        Assert.Equal("accepted", endpoint.Outputs.Text("status"));
        Assert.True(endpoint.Outputs.ContainsKey("portIp"));
        Assert.False(endpoint.Outputs.ContainsKey("edition"));

        await endpoint.UpdateAsync(inputs);
        Assert.Equal(Pro, endpoint.Outputs.Text("edition"));
    }

    [Fact]
    public async Task An_endpoint_that_cannot_be_looked_at_after_its_upgrade_is_not_upgraded_again()
    {
        // Where nothing takes time, each create looks as often.
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Dialect = Dialect.All.Single(static known => known.Name == "huaweicloud"),
                Delay = TimeSpan.Zero,
            }
        );
        var service = await ServiceAsync(host, Basic.With("edition", Pro).With("approvalEnabled", false));
        var inputs = Props.Endpoint(service.Id).With("edition", Pro);
        await new Managed(host, "Endpoint", "first").CreateAsync(inputs);
        var looks = host.CallsOf("GetEndpoint");
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "GetEndpoint",
                Code = "EndPoint.0004",
                Skip = looks - 1,
            }
        );
        var endpoint = new Managed(host, "Endpoint");
        await Assert.ThrowsAsync<RpcException>(() => endpoint.CreateAsync(inputs));
        Assert.Equal((2, Pro), (host.CallsOf("UpgradeEndpoint"), endpoint.Outputs.Text("edition")));

        await endpoint.UpdateAsync(inputs);
        Assert.Equal(2, host.CallsOf("UpgradeEndpoint"));
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
}
