using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Editions;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>IPv6 of services and endpoints: who has it, what answers tell of it, and what cannot be.</summary>
public sealed class Ipv6Tests
{
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
