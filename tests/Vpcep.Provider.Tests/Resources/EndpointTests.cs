using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

public sealed class EndpointTests
{
    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host, bool approval = false) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(
            Props.Service.With("approvalEnabled", approval)
        );

    [Fact]
    public async Task Is_created_when_accepted_with_address_and_names()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));

        Assert.Equal("accepted", endpoint.Outputs.Text("status"));
        Assert.Equal(endpoint.Outputs.Text("ip"), endpoint.Outputs.Text("portIp"));
        Assert.NotEmpty(Assert.IsType<ListValue>(endpoint.Outputs["dnsNames"]).Items);
        Assert.Matches("^[0-9]+$", endpoint.Outputs.Text("markerId"));
        Assert.Equal(service.Outputs.Text("fullName"), endpoint.Outputs.Text("serviceName"));
        Assert.Equal("interface", endpoint.Outputs.Text("serviceType"));
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            (await endpoint.DiffAsync(Props.Endpoint(service.Id))).Changes
        );
    }

    [Fact]
    public async Task Pending_it_is_done_and_shows_no_difference_in_what_comes_with_acceptance()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: true);
        var inputs = Props.Endpoint(service.Id).With("portIp", "192.168.0.7");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);

        Assert.Equal("pendingAcceptance", endpoint.Outputs.Text("status"));
        Assert.False(endpoint.Outputs.ContainsKey("ip"));
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await endpoint.DiffAsync(inputs)).Changes);
    }

    [Fact]
    public async Task A_failed_one_quotes_the_cloud_is_kept_and_replaced_next_time()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateEndpoint",
                Kind = FaultKind.CreateFails,
                When = FaultWhen.After,
                Error = [new ResourceError("EndPoint.2029", "no address is left")],
            }
        );
        var endpoint = new Managed(host, "Endpoint");

        var failure = await Assert.ThrowsAsync<RpcException>(() => endpoint.CreateAsync(Props.Endpoint(service.Id)));
        Assert.Contains(
            "no address is left",
            Assert.Single(failure.Detail<ErrorResourceInitFailed>()!.Reasons),
            StringComparison.Ordinal
        );
        Assert.Equal("failed", endpoint.Outputs.Text("status"));
        var diff = await endpoint.DiffAsync(Props.Endpoint(service.Id));
        Assert.Equal(["status"], diff.Replaces);
        Assert.False(diff.DetailedDiff["status"].InputDiff);
    }

    [Fact]
    public async Task Drift_of_every_input_shows()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(
            Props.Endpoint(service.Id).With("whitelist", Props.List("10.0.0.1", "10.0.0.0/24"))
        );
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held => held with { Whitelist = ["10.0.0.0/24"], EnableWhitelist = true, EnableDns = false }
        );

        Assert.Equal(["enableDns", "enableWhitelist", "whitelist[0]"], await endpoint.RefreshAsync() ?? []);
    }

    private const string NoEffect = "whitelist: has no effect while enableWhitelist is false";
    private const string Nobody = "enableWhitelist: true, and whitelist is empty: nobody can use the endpoint";

    [Theory]
    [InlineData("10.0.0.1", null, NoEffect)]
    [InlineData("10.0.0.1", "false", NoEffect)]
    [InlineData("10.0.0.1", "true", null)]
    [InlineData("10.0.0.1", "?", null)]
    [InlineData(null, "true", Nobody)]
    [InlineData(null, "false", null)]
    [InlineData(null, null, null)]
    [InlineData("?", "true", null)]
    public async Task A_whitelist_of_no_effect_or_of_nobody_is_warned_of(string? list, string? enabled, string? warning)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var inputs = Props.Endpoint("s");
        if (list is not null)
        {
            inputs = inputs.With("whitelist", list == "?" ? PropertyValue.Unknown : Props.List(list));
        }

        if (enabled is not null)
        {
            inputs = inputs.With("enableWhitelist", enabled == "?" ? PropertyValue.Unknown : enabled == "true");
        }

        await new Managed(host, "Endpoint").CheckAsync(inputs);
        Assert.Equal(warning is null ? [] : [warning], host.Warnings);
    }

    [Fact]
    public async Task An_update_changes_what_differs_and_says_what_it_is_at()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var inputs = Full.Endpoint(host, service.Id);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var other = inputs.With("whitelist", Props.List("10.0.0.9"));
        await SaysAsync(inputs, null);
        await SaysAsync(other, "updating the whitelist");
        await SaysAsync(other.With("enableWhitelist", false), "updating the whitelist");
        Assert.False(host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.EnableWhitelist);

        inputs = Full.Gateway(host).With("routeTables", Props.List(Props.Id("table-3")));
        endpoint = await new Managed(host, "Endpoint", "gateway").CreateAsync(Full.Gateway(host));
        await SaysAsync(inputs, "updating the route tables");
        var denied = Props.List(Full.Statement("Deny", "obs:bucket:ListBucket"));
        await SaysAsync(inputs.With("policyStatements", denied), "updating the policy");
        await SaysAsync(inputs.Without("policyStatements"), "removing the policy");

        async Task SaysAsync(PropertyMap changed, string? what)
        {
            host.Messages.Clear();
            await endpoint.UpdateAsync(changed);
            var said = host.Statuses.Where(static said =>
                said.StartsWith("updating the", StringComparison.Ordinal)
                || said.StartsWith("removing", StringComparison.Ordinal)
            );
            Assert.Equal(what is null ? Array.Empty<string>() : new[] { what }, said);
        }
    }

    [Fact]
    public async Task Wrong_tags_are_refused_at_their_place()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var tags = new ObjectValue(Props.Map(("stage", "b#")));
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(Props.Endpoint("s").With("tags", tags));

        Assert.StartsWith("tags.stage: ", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whitelist_set_behind_its_back_shows_though_the_program_has_none()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        host.Cloud.Cloud.ChangeEndpoint(endpoint.Id, held => held with { Whitelist = ["6.6.6.6"] });

        Assert.Equal(["whitelist"], await endpoint.RefreshAsync() ?? []);
    }

    [Fact]
    public async Task The_order_and_spelling_of_the_whitelist_do_not_matter()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var inputs = Props.Endpoint(service.Id).With("whitelist", Props.List("10.0.0.1", "10.1.0.0/16"));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);

        var diff = await endpoint.DiffAsync(inputs.With("whitelist", Props.List("10.1.0.0/16", "10.0.0.1/32")));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task A_fixed_address_makes_a_replacement_delete_first()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var inputs = Props.Endpoint(service.Id).With("portIp", "192.168.0.7");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);

        Assert.True((await endpoint.DiffAsync(inputs.With("enableDns", false))).DeleteBeforeReplace);
        Assert.False((await endpoint.DiffAsync(inputs.With("portIp", "192.168.0.8"))).DeleteBeforeReplace);
    }

    [Fact]
    public async Task Deleting_waits_until_it_is_gone_and_gone_is_fine()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        host.Messages.Clear();
        await endpoint.DeleteAsync();

        Assert.Empty(host.Cloud.Cloud.Endpoints);
        var said = host.Statuses;
        Assert.Contains(said, static status => status.StartsWith("deleting (", StringComparison.Ordinal));
        Assert.DoesNotContain(said, static status => status.StartsWith("not visible yet", StringComparison.Ordinal));
        await endpoint.DeleteAsync();
        Assert.Null(await endpoint.RefreshAsync());
    }

    [Fact]
    public async Task Is_imported_by_id_alone()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var made = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var imported = new Managed(host, "Endpoint", "imported");

        var (_, failures) = await imported.CheckAsync(await imported.ImportAsync(made.Id));
        Assert.Empty(failures);
        Assert.Equal(
            DiffResponse.Types.DiffChanges.DiffNone,
            (await imported.DiffAsync(Props.Endpoint(service.Id))).Changes
        );
    }

    [Fact]
    public async Task An_id_that_does_not_exist_is_not_imported()
    {
        await using var host = await ProviderOnEmulator.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "Endpoint").ImportAsync(Props.Id("nothing"))
        );

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }
}
