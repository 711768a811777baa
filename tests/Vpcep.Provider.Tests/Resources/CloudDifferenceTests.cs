using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>What one cloud has and another has not: refused in the preview, changed in place, or replaced.</summary>
public sealed class CloudDifferenceTests
{
    private static readonly PropertyValue Tags = new ObjectValue(Props.Map(("team", "net"), ("env", "dev")));

    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));

    [Fact]
    public async Task An_input_that_the_cloud_lacks_is_refused_and_told_where_it_exists()
    {
        await using var host = await ProviderOnEmulator.StartAsync("ankara");
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props
                .Service.With("description", "d")
                .With("tags", Tags)
                .With(
                    "ports",
                    Props.List(new ObjectValue(Props.Map(("clientPort", 1), ("serverPort", 2), ("protocol", "UDP"))))
                )
        );

        Assert.Equal(["description", "ports", "tags"], failures.Select(Head).Order(StringComparer.Ordinal));
        Assert.All(
            failures,
            static failure => Assert.Contains("not offered by a private region", failure, StringComparison.Ordinal)
        );
        Assert.All(
            failures,
            static failure => Assert.Contains("Open Telekom Cloud", failure, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Tags_follow_the_rules_of_the_cloud()
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props.Service.With("tags", new ObjectValue(Props.Map(("a=b", "c"), ("fine", "too"))))
        );
        Assert.Contains("a=b", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organizations_are_permitted_where_the_cloud_knows_them()
    {
        const string organization = "organizations:orgPath::o-1/r-1/ou-1";
        await using var huawei = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(huawei);
        var inputs = Props.Map(("endpointServiceId", service.Id), ("permission", organization));
        var permission = await new Managed(huawei, "ServicePermission").CreateAsync(inputs);
        Assert.Empty(await permission.RefreshAsync() ?? ["gone"]);

        await using var otc = await ProviderOnEmulator.StartAsync("otc");
        var (_, failures) = await new Managed(otc, "ServicePermission").CheckAsync(inputs);
        Assert.Contains("not offered by Open Telekom Cloud", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Huawei_cloud_changes_whitelist_tags_and_policy_in_place()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host);
        var inputs = Full.Endpoint(host, service.Id);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var id = endpoint.Id;
        var changed = inputs
            .With("whitelist", Props.List("10.9.0.0/16"))
            .With("enableWhitelist", false)
            .With("tags", new ObjectValue(Props.Map(("team", "other"))));
        Assert.Empty((await endpoint.DiffAsync(changed)).Replaces);
        await endpoint.UpdateAsync(changed);
        var held = host.Cloud.Cloud.FindEndpoint(id)!;
        Assert.Equal(["10.9.0.0/16"], held.Whitelist);
        Assert.False(held.EnableWhitelist);
        Assert.Equal(new Tag("team", "other"), Assert.Single(held.Tags));

        var gateway = await new Managed(host, "Endpoint", "gateway").CreateAsync(Full.Gateway(host));
        var other = Full.Gateway(host).With("policyStatements", Props.List(Full.Statement("Deny", "obs:*")));
        Assert.Empty((await gateway.DiffAsync(other)).Replaces);
        await gateway.UpdateAsync(other);
        Assert.Contains(
            "Deny",
            host.Cloud.Cloud.FindEndpoint(gateway.Id)!.PolicyStatement.ToString()!,
            StringComparison.Ordinal
        );
        Assert.Empty(await gateway.RefreshAsync() ?? ["gone"]);

        await gateway.UpdateAsync(Full.Gateway(host).Without("policyStatements"));
        Assert.Equal(1, host.CallsOf("DeleteEndpointPolicy"));
        Assert.Empty(await gateway.RefreshAsync() ?? ["gone"]);
    }

    [Theory]
    [InlineData("ankara", "whitelist")]
    [InlineData("otc", "whitelist")]
    public async Task Where_the_api_has_no_change_the_preview_says_replace(string dialect, string property)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await ServiceAsync(host);
        var inputs = Full.Endpoint(host, service.Id).Without("portIp");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);

        var diff = await endpoint.DiffAsync(inputs.With(property, Props.List("10.9.0.0/16")));
        Assert.Contains(property, diff.Replaces.Select(static path => PropertyPath.Parse(path).Head));
        Assert.All(
            diff.DetailedDiff.Values,
            static change =>
                Assert.Contains("REPLACE", change.Kind.ToString().ToUpperInvariant(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Route_tables_change_in_place_and_half_a_success_is_told()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = Full.Gateway(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var three = inputs.With(
            "routeTables",
            Props.List(Props.Id("table-1"), Props.Id("table-2"), Props.Id("table-3"))
        );
        Assert.Empty((await endpoint.DiffAsync(three)).Replaces);
        await endpoint.UpdateAsync(three);
        Assert.Equal(3, host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Routetables.Count);

        host.Cloud.Cloud.SetMissing(new Missing(Props.Id("table-4")));
        var other = inputs.With("routeTables", Props.List(Props.Id("table-1"), Props.Id("table-4")));
        var failure = await Assert.ThrowsAsync<RpcException>(() => endpoint.UpdateAsync(other));
        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Contains(Props.Id("table-4"), Assert.Single(kept.Reasons), StringComparison.Ordinal);
        Assert.Equal(
            host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Routetables,
            Assert
                .IsType<ListValue>(StructCodec.Decode(kept.Properties)["routeTables"])
                .Items.Select(static item => ((StringValue)item).Value)
        );

        host.Cloud.Cloud.SetPresent(Props.Id("table-4"));
        await endpoint.UpdateAsync(other);
        Assert.Equal(
            [Props.Id("table-1"), Props.Id("table-4")],
            host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Routetables
        );
    }

    [Theory]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Description_and_tags_of_a_service_change_in_place(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await ServiceAsync(host);
        var changed = Full.Service(host)
            .Without("description")
            .With("tags", new ObjectValue(Props.Map(("team", "net"), ("env", "prod"), ("new", ""))));
        Assert.Empty((await service.DiffAsync(changed)).Replaces);
        host.Cloud.Calls.Clear();
        await service.UpdateAsync(changed);

        var held = host.Cloud.Cloud.FindService(service.Id)!;
        Assert.Equal("", held.Description);
        Assert.Equal(
            [new("env", "prod"), new("new", ""), new Tag("team", "net")],
            held.Tags.OrderBy(static tag => tag.Key)
        );
        var tagging = host.Cloud.Calls.All.Where(static call =>
            call.Path.EndsWith("tags/action", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("team", Assert.Single(tagging).Body!, StringComparison.Ordinal);
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task Tags_that_fail_after_another_change_are_made_up_for_by_the_next_update()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host);
        var changed = Full.Service(host)
            .With("description", "other")
            .With("tags", new ObjectValue(Props.Map(("team", "other"))));
        host.Cloud.Faults.Add(new Fault { Operation = "ActOnTags", Code = "EndPoint.1004" });
        await Assert.ThrowsAsync<RpcException>(() => service.UpdateAsync(changed));
        Assert.Equal("other", host.Cloud.Cloud.FindService(service.Id)!.Description);

        await service.UpdateAsync(changed);
        Assert.Equal(new Tag("team", "other"), Assert.Single(host.Cloud.Cloud.FindService(service.Id)!.Tags));
    }

    [Fact]
    public async Task A_permission_has_a_description_where_the_cloud_has_one()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host);
        var inputs = Full.Permission(host, service.Id);
        var permission = await new Managed(host, "ServicePermission").CreateAsync(inputs);
        string Held() => Assert.Single(host.Cloud.Cloud.FindService(service.Id)!.Permissions).Description;
        Assert.Equal("the shop's account", Held());

        var changed = inputs.With("description", "the old shop's account");
        Assert.Empty((await permission.DiffAsync(changed)).Replaces);
        await permission.UpdateAsync(changed);
        Assert.Equal("the old shop's account", Held());
        await permission.UpdateAsync(inputs.Without("description"));
        Assert.Equal("", Held());
    }

    [Fact]
    public async Task A_connection_has_a_description_where_the_cloud_has_one()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        var inputs = Full.Approval(host, service.Id, endpoint.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(inputs);
        Assert.Equal("the shop", host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.ConnectionDescription);

        await approval.UpdateAsync(inputs.Without("description"));
        Assert.Equal("", host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.ConnectionDescription);
    }

    [Fact]
    public async Task Where_a_cloud_may_have_descriptions_those_that_are_asked_for_are_set_changed_and_cleared()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        await host.ConfigureAsync(("cloud", "flexibleengine"));
        var service = await ServiceAsync(host);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        var permitted = Props.Map(("endpointServiceId", service.Id), ("permission", "*"));
        var accepted = Props.Map(("endpointServiceId", service.Id), ("endpointId", endpoint.Id));
        string Permission() => Assert.Single(host.Cloud.Cloud.FindService(service.Id)!.Permissions).Description;
        string Connection() => host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.ConnectionDescription;
        var permission = await new Managed(host, "ServicePermission").CreateAsync(permitted);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(accepted);

        foreach (var description in (string[])["the shop", "the old shop"])
        {
            await permission.UpdateAsync(permitted.With("description", description));
            await approval.UpdateAsync(accepted.With("description", description));
            Assert.Equal([description, description], [Permission(), Connection()]);
        }

        await permission.UpdateAsync(permitted);
        await approval.UpdateAsync(accepted);
        Assert.Equal(["", ""], [Permission(), Connection()]);

        // What others wrote is left alone: nobody asked for a description.
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true, "theirs");
        host.Cloud.Cloud.ChangeEndpoint(endpoint.Id, static held => held with { ConnectionDescription = "theirs" });
        await permission.UpdateAsync(permitted);
        await approval.UpdateAsync(accepted);
        Assert.Equal(["theirs", "theirs"], [Permission(), Connection()]);
    }

    private static string Head(string failure) => failure[..failure.AsSpan().IndexOfAny([':', '[', '.'])];
}
