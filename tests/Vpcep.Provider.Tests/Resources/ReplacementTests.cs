using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>
/// What is imported can be made again from what the import gave; what cannot be made again is not deleted; what must be
/// deleted first is said to, whoever asks for the replacement.
/// </summary>
public sealed class ReplacementTests
{
    private static readonly string[] Kinds = ["service", "interface", "gateway"];

    public static TheoryData<string, string> KindsOnDialects()
    {
        var rows = new TheoryData<string, string>();
        foreach (var dialect in Dialect.All)
        {
            foreach (var kind in Kinds)
            {
                rows.Add(dialect.Name, kind);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(KindsOnDialects))]
    public async Task An_import_gives_what_makes_the_same_again(string dialect, string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var made = await MakeAsync(host, kind);
        var imported = await ImportAsync(host, made);
        var (inputs, failures) = await imported.CheckAsync(imported.Inputs);
        Assert.Empty(failures);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(inputs)).Changes);

        await imported.DeleteAsync();
        var again = await new Managed(host, made.Kind, "again").CreateAsync(inputs);
        // The cloud's own numbers and moments.
        Assert.Equal(Lasting(made.Outputs), Lasting(again.Outputs));
    }

    [Theory]
    [MemberData(nameof(KindsOnDialects))]
    public async Task What_the_cloud_chooses_may_be_left_out_of_the_program_of_an_import(string dialect, string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var imported = await ImportAsync(host, await MakeAsync(host, kind));

        foreach (var name in new[] { "subnetId", "portIp", "routeTables", "serviceName" })
        {
            var diff = await imported.DiffAsync(imported.Inputs.Without(name));
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        }
    }

    [Fact]
    public async Task What_the_cloud_has_though_nobody_knows_that_it_offers_it_is_imported()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = host.Cloud.Cloud.CreateService(
            Account.Default,
            static made => made with { ServerType = "BMS", Ports = [new(53, 5353, "UDP")] }
        );
        var imported = new Managed(host, "EndpointService", "imported");
        await imported.ImportAsync(service.Id);

        var (inputs, failures) = await imported.CheckAsync(imported.Inputs);
        Assert.Empty(failures);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(inputs)).Changes);
    }

    public static TheoryData<string, string> StatusesOnDialects() =>
        [
            .. from dialect in Dialect.All
            from status in new[] { "pendingAcceptance", "rejected", "accepted" }
            select (dialect.Name, status),
        ];

    [Theory]
    [MemberData(nameof(StatusesOnDialects))]
    public async Task What_the_cloud_does_not_tell_yet_is_not_different(string dialect, string status)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var (made, program) = await MakeUndecidedAsync(host);
        host.Cloud.Cloud.ChangeEndpoint(
            made.Id,
            held => held with { Status = status, Materialised = status == "accepted" }
        );
        var imported = await ImportAsync(host, made);
        var (written, _) = await imported.CheckAsync(imported.Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(written)).Changes);
        Assert.Empty((await imported.DiffAsync(program)).Replaces);

        await imported.UpdateAsync(program);
        Assert.All(program.Keys, name => Assert.Equal(made.Outputs[name], imported.Outputs[name]));
        Assert.Empty((await imported.RefreshAsync())!);
        host.Cloud.Cloud.ChangeEndpoint(made.Id, static held => held with { Status = "accepted", Materialised = true });
        Assert.Empty((await imported.RefreshAsync())!);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(program)).Changes);
    }

    [Theory]
    [InlineData("portIp", "192.168.0.8")]
    [InlineData("enableDns", false)]
    public async Task What_was_said_of_an_untold_input_differs_once_the_cloud_tells_otherwise(string input, object said)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var (made, program) = await MakeUndecidedAsync(host);
        program = program.With(input, Props.Of(said));
        var imported = await ImportAsync(host, made);
        Assert.Empty((await imported.DiffAsync(program)).Replaces);
        await imported.UpdateAsync(program);
        host.Cloud.Cloud.ChangeEndpoint(made.Id, static held => held with { Status = "accepted", Materialised = true });

        Assert.Equal([input], (await imported.RefreshAsync())!);
        Assert.Equal([input], (await imported.DiffAsync(program)).Replaces);
        Assert.Null(imported.Outputs.Find("untold"));
    }

    [Fact]
    public async Task An_untold_address_may_be_the_one_that_a_new_endpoint_wants()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var (made, program) = await MakeUndecidedAsync(host);
        var imported = await ImportAsync(host, made);

        var diff = await imported.DiffAsync(program.With("description", "other"));
        Assert.Equal(["description"], diff.Replaces);
        Assert.True(diff.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData("enableDns", false)]
    [InlineData("vpcId", "d2f1b4d0-9c53-4b62-8c5c-7c1f6f1d5a11")]
    public async Task An_endpoint_whose_program_has_no_subnet_is_not_replaced(string property, object value)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var imported = await ImportAsync(host, await MakeAsync(host, "interface"));
        var program = imported.Inputs.Without("subnetId").With(property, Props.Of(value));

        var diff = await imported.DiffAsync(program);
        Assert.Equal([property], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
        var failure = Assert.Single((await new Managed(host, "Endpoint", "imported").CheckAsync(program)).Failures);
        Assert.StartsWith("subnetId: ", failure, StringComparison.Ordinal);
        Assert.Contains(Props.Id("subnet-2"), failure, StringComparison.Ordinal);
        // With it, all is well.
        var whole = program.With("subnetId", Props.Id("subnet-2"));
        Assert.Equal([property], (await imported.DiffAsync(whole)).Replaces);
        Assert.Empty((await new Managed(host, "Endpoint", "imported").CheckAsync(whole)).Failures);
    }

    [Fact]
    public async Task A_forced_replacement_of_an_endpoint_without_subnet_is_refused_too()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var imported = await ImportAsync(host, await MakeAsync(host, "interface"));
        // The address would have to be free first; whether it is replaced is for `replaceOnChanges` to say.
        var program = imported.Inputs.Without("subnetId").With("enableWhitelist", false);

        var diff = await imported.DiffAsync(program);
        Assert.Empty(diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
        Assert.Single((await new Managed(host, "Endpoint", "imported").CheckAsync(program)).Failures);
    }

    [Fact]
    public async Task A_gateway_endpoint_whose_program_leaves_its_route_tables_out_is_not_replaced()
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var imported = await ImportAsync(host, await MakeAsync(host, "gateway"));
        var program = imported.Inputs.Without("routeTables").With("description", "other");

        var diff = await imported.DiffAsync(program);
        Assert.Equal(["description"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
        var failure = Assert.Single((await new Managed(host, "Endpoint", "imported").CheckAsync(program)).Failures);
        Assert.StartsWith("routeTables: ", failure, StringComparison.Ordinal);
        Assert.Contains(Props.Id("table-1"), failure, StringComparison.Ordinal);
    }

    // Those that the program said; those that the endpoint has, the VPC's default one first.
    [Theory]
    [InlineData("", "table-1", "vpc-2", false)]
    [InlineData("", "table-1 table-2", "vpc-2", true)]
    [InlineData("table-1", "table-1", "vpc-2", true)]
    [InlineData("table-1", "", "vpc-2", false)]
    [InlineData("table-1", "table-1", "vpc-3", false)]
    public async Task A_replacement_that_would_lose_route_tables_is_refused(
        string said,
        string held,
        string vpc,
        bool refused
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var none = Full.Gateway(host).Without("routeTables");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(
            said.Length == 0 ? none : none.With("routeTables", Tables(said))
        );
        endpoint.Hold("routeTables", Tables(held));
        var changed = none.With("description", "other").With("vpcId", Props.Id(vpc));

        Assert.Contains("description", (await endpoint.DiffAsync(changed)).Replaces);
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(changed);
        Assert.Equal(refused ? ["routeTables"] : [], failures.Select(static failure => failure.Split(':')[0]));
    }

    private static PropertyValue Tables(string names) =>
        Props.List([
            .. names
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static name => (PropertyValue)Props.Id(name)),
        ]);

    [Fact]
    public async Task A_gateway_endpoint_on_the_default_route_table_deletes_first_and_is_made_again()
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var inputs = Full.Gateway(host).Without("routeTables");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var changed = inputs.With("description", "other");

        Assert.True((await endpoint.DiffAsync(changed)).DeleteBeforeReplace);
        Assert.Empty((await new Managed(host, "Endpoint").CheckAsync(changed)).Failures);
        await endpoint.DeleteAsync();
        await new Managed(host, "Endpoint").CreateAsync(changed);
    }

    [Theory]
    [InlineData("EndpointService", "description")]
    [InlineData("Endpoint", "whitelist")]
    [InlineData("ServicePermission", "description")]
    [InlineData("EndpointApproval", "description")]
    public async Task What_cannot_exist_twice_deletes_first_though_its_own_difference_replaces_nothing(
        string kind,
        string property
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var there = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        var inputs = kind switch
        {
            "EndpointService" => Full.Service(host, "other"),
            "Endpoint" => Full.Endpoint(host, service.Id),
            "ServicePermission" => Full.Permission(host, service.Id),
            _ => Full.Approval(host, service.Id, there.Id),
        };
        var resource = await new Managed(host, kind).CreateAsync(inputs);

        var changed = inputs.With(property, property == "whitelist" ? Props.List("10.9.9.9") : "other");
        var diff = await resource.DiffAsync(changed);
        Assert.Empty(diff.Replaces);
        Assert.True(diff.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData(80, 9999, true)]
    [InlineData(9999, 8080, true)]
    [InlineData(9999, 9998, false)]
    [InlineData(8080, 80, false)]
    public async Task Services_that_share_a_port_of_servers_or_of_clients_cannot_exist_together(
        int client,
        int server,
        bool deletesFirst
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        // Among others that are free, and of the other protocol it is no port of theirs.
        var changed = Props.Service.With("ports", Props.List(Props.Port(7777, 7777), Props.Port(client, server)));
        Assert.Equal(deletesFirst, (await service.DiffAsync(changed)).DeleteBeforeReplace);
        var other = ((ObjectValue)Props.Port(client, server)).Fields.With("protocol", "UDP");
        changed = Props.Service.With("ports", Props.List(new ObjectValue(other)));
        Assert.False((await service.DiffAsync(changed)).DeleteBeforeReplace);
    }

    [Fact]
    public async Task An_address_that_the_cloud_chose_is_taken_when_the_program_asks_for_it()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var changed = Props
            .Endpoint(service.Id)
            .With("enableDns", false)
            .With("portIp", endpoint.Outputs.Text("portIp"));

        Assert.True((await endpoint.DiffAsync(changed)).DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_collision_that_the_provider_is_not_asked_about_says_what_to_do()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        var failure = await Assert.ThrowsAsync<Grpc.Core.RpcException>(() =>
            new Managed(host, "EndpointService").CreateAsync(Props.Service)
        );
        Assert.Contains("deleteBeforeReplace", failure.Status.Detail, StringComparison.Ordinal);
    }

    /// <summary>An endpoint with all inputs, whose service's owner has not decided.</summary>
    private static async Task<(Managed Made, PropertyMap Program)> MakeUndecidedAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Full.Service(host).With("approvalEnabled", true)
        );
        var program = Full.Endpoint(host, service.Id);
        return (await new Managed(host, "Endpoint", "made").CreateAsync(program), program);
    }

    private static async Task<Managed> MakeAsync(ProviderOnEmulator host, string kind)
    {
        if (kind == "gateway")
        {
            return await new Managed(host, "Endpoint", "made").CreateAsync(Full.Gateway(host));
        }

        var service = await new Managed(host, "EndpointService", "made").CreateAsync(
            Full.Service(host).With("tcpProxy", "proxy_open")
        );
        return kind == "service"
            ? service
            : await new Managed(host, "Endpoint", "made").CreateAsync(
                Full.Endpoint(host, service.Id).With("enableDns", true)
            );
    }

    private static async Task<Managed> ImportAsync(ProviderOnEmulator host, Managed made)
    {
        var imported = new Managed(host, made.Kind, "imported");
        await imported.ImportAsync(made.Id);
        return imported;
    }

    private static PropertyMap Lasting(PropertyMap outputs) =>
        new[] { "createdAt", "updatedAt", "markerId", "fullName", "dnsNames", "connectionCount" }.Aggregate(
            outputs,
            static (rest, name) => rest.Without(name)
        );
}
