using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Waiting for the owner of a service, and getting a service free of its users.</summary>
public sealed class AcceptanceTests
{
    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host, bool approval) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(
            Props.Service.With("approvalEnabled", approval)
        );

    private static PropertyMap Waiting(string service) => Props.Endpoint(service).With("waitForAcceptance", true);

    private static async Task PendingAsync(ProviderOnEmulator host)
    {
        while (host.Cloud.Cloud.Endpoints is not [{ Status: "pendingAcceptance" }])
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    // What stands beside the resource.
    private static async Task ToldAsync(ProviderOnEmulator host, string start)
    {
        while (
            !host.Messages.Any(message =>
                message.Ephemeral && message.Message.StartsWith(start, StringComparison.Ordinal)
            )
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    [Fact]
    public async Task An_endpoint_can_wait_until_it_is_accepted()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: true);
        var endpoint = new Managed(host, "Endpoint");
        var create = endpoint.CreateAsync(Waiting(service.Id), timeout: TimeSpan.FromDays(1).TotalSeconds);
        await ToldAsync(host, $"pendingAcceptance: waiting for the owner of endpoint service {service.Id} (")
            .DefaultTimeout();
        host.Cloud.Cloud.ChangeEndpoint(
            host.Cloud.Cloud.Endpoints[0].Id,
            static held => held with { Status = "accepted", Materialised = true }
        );
        await create;

        Assert.Equal("accepted", endpoint.Outputs.Text("status"));
        Assert.NotEmpty(endpoint.Outputs.Text("ip"));
        await ToldAsync(host, "accepted (").DefaultTimeout();
    }

    [Fact]
    public async Task Rejected_while_it_waits_it_is_kept_and_the_error_says_who_to_ask()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: true);
        var endpoint = new Managed(host, "Endpoint");
        var create = endpoint.CreateAsync(Waiting(service.Id), timeout: TimeSpan.FromDays(1).TotalSeconds);
        await PendingAsync(host).DefaultTimeout();
        host.Cloud.Cloud.ChangeEndpoint(
            host.Cloud.Cloud.Endpoints[0].Id,
            static held => held with { Status = "rejected" }
        );
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);

        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Equal(host.Cloud.Cloud.Endpoints[0].Id, kept.Id);
        Assert.Contains("owner of the service rejected", Assert.Single(kept.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_accepting_in_time_is_an_error_that_keeps_the_endpoint()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: true);
        var endpoint = new Managed(host, "Endpoint");
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            endpoint.CreateAsync(Waiting(service.Id), timeout: 300)
        );
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Equal(host.Cloud.Cloud.Endpoints[0].Id, endpoint.Id);
        Assert.Equal("pendingAcceptance", endpoint.Outputs.Text("status"));
    }

    [Fact]
    public async Task A_service_in_use_waits_for_its_endpoints_to_go()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var delete = service.DeleteAsync();
        while (!host.Messages.Any(static said => said.Message.Contains("in use by", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await endpoint.DeleteAsync();
        await delete;
        Assert.Empty(host.Cloud.Cloud.Services);
    }

    [Fact]
    public async Task A_service_can_cut_its_connections_to_be_deleted()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Props.Service.With("approvalEnabled", false).With("rejectConnectionsOnDelete", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        foreach (var account in (Account[])[Account.Default, Account.Other, Account.Other])
        {
            host.Cloud.Cloud.CreateEndpoint(account, service.Id, static made => made with { Status = "accepted" });
        }

        await service.DeleteAsync();
        Assert.Empty(host.Cloud.Cloud.Services);
        Assert.All(host.Cloud.Cloud.Endpoints, static endpoint => Assert.Equal("rejected", endpoint.Status));
        Assert.Contains(host.Messages, static said => said.Message == "rejecting 3 connections");

        host.Messages.Clear();
        await service.CreateAsync(service.Inputs);
        await service.DeleteAsync();
        Assert.DoesNotContain(
            host.Messages,
            static said => said.Message.StartsWith("rejecting", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(7, " and 2 more")]
    public async Task A_service_in_use_names_five_of_its_users_and_counts_the_rest(int users, string rest)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        for (var number = 0; number < users; number++)
        {
            host.Cloud.Cloud.CreateEndpoint(
                Account.Other,
                service.Id,
                static made => made with { Status = "accepted" }
            );
        }

        host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id, static made => made with { Status = "rejected" });

        var failure = await Assert.ThrowsAsync<RpcException>(service.DeleteAsync);
        Assert.Equal(
            5,
            failure.Status.Detail.Split($" of account {Account.Other.DomainId}", StringSplitOptions.None).Length - 1
        );
        Assert.Contains(
            $" of account {Account.Other.DomainId}{rest} (",
            failure.Status.Detail,
            StringComparison.Ordinal
        );
        Assert.Equal(1, host.CallsOf("ListConnections"));
        Assert.Contains("set rejectConnectionsOnDelete", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_in_use_waits_for_its_endpoints_though_nobody_can_tell_them()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(
            Account.Other,
            service.Id,
            static made => made with { Status = "accepted" }
        )!;
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "ListConnections",
                Code = "EndPoint.0004",
                Count = null,
            }
        );
        var delete = service.DeleteAsync();
        while (host.CallsOf("ListConnections") == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        host.Cloud.Cloud.Vanish(endpoint.Id);
        await delete;
        Assert.Empty(host.Cloud.Cloud.Services);
        Assert.DoesNotContain(
            host.Messages,
            static said => said.Message.Contains("in use by endpoint ", StringComparison.Ordinal)
        );
        Assert.Contains(
            host.Messages,
            static said => said.Message.StartsWith("list connections of", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_service_that_the_cloud_calls_used_though_nobody_uses_it_is_waited_for()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "DeleteService",
                Code = "EndPoint.3006",
                Count = 5,
            }
        );
        await service.DeleteAsync();

        Assert.Empty(host.Cloud.Cloud.Services);
        var said = host.Statuses;
        Assert.Contains(said, static status => status.StartsWith("in use by endpoints (", StringComparison.Ordinal));
        Assert.Contains(said, static status => status.StartsWith("deleting (", StringComparison.Ordinal));
        Assert.DoesNotContain(
            said,
            static status =>
                status.StartsWith("in use by (", StringComparison.Ordinal)
                || status.StartsWith("in use by  (", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(said, static status => status.StartsWith("gone (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cutting_connections_to_be_deleted_minds_what_is_refused_and_not_what_is_gone()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Props.Service.With("approvalEnabled", false).With("rejectConnectionsOnDelete", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(
            Account.Other,
            service.Id,
            static made => made with { Status = "accepted" }
        )!;
        foreach (var operation in (string[])["ListConnections", "ActOnConnections"])
        {
            host.Cloud.Faults.Add(new Fault { Operation = operation, Code = "EndPoint.0004" });
            var failure = await Assert.ThrowsAsync<RpcException>(service.DeleteAsync);
            Assert.Contains("EndPoint.0004", failure.Status.Detail, StringComparison.Ordinal);
            Assert.Equal("accepted", host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Status);
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        host.Cloud.Cloud.Vanish(endpoint.Id);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "ListConnections",
                Kind = FaultKind.StaleRead,
                Seconds = 60,
            }
        );
        await service.DeleteAsync();
        Assert.Empty(host.Cloud.Cloud.Services);
        await service.DeleteAsync();
    }

    [Fact]
    public async Task What_does_not_fit_the_type_of_the_service_fails_before_anything_is_made()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host, approval: false);
        var gateway = Full.Gateway(host).Without("routeTables").Without("policyStatements");
        var dualStack = gateway.With("ipVersion", "dualstack");
        (PropertyMap Inputs, string[] Wrong)[] cases =
        [
            (Props.Endpoint(service.Id).Without("subnetId"), ["subnetId: required, but not set"]),
            (
                Props.Endpoint(service.Id).Without("subnetId").With("routeTables", Props.List(Props.Id("table-1"))),
                ["subnetId: required, but not set", "routeTables: endpoint service"]
            ),
            (gateway.With("portIp", "192.168.0.7"), ["portIp: endpoint service"]),
            (gateway.With("whitelist", Props.List("10.0.0.1")), ["whitelist: endpoint service"]),
            (dualStack, ["ipVersion: endpoint service"]),
            (
                dualStack.With("ipv6Address", "2001:db8::7"),
                ["ipv6Address: endpoint service", "ipVersion: endpoint service"]
            ),
            (gateway.With("edition", "professional"), ["edition: endpoint service"]),
        ];
        string[] names = ["subnetId", "routeTables", "portIp", "ipVersion", "ipv6Address", "edition", "whitelist"];
        foreach (var (inputs, wrong) in cases)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() =>
                new Managed(host, "Endpoint").CreateAsync(inputs)
            );
            var said = failure.Status.Detail;
            Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
            Assert.All(wrong, problem => Assert.Contains(problem, said, StringComparison.Ordinal));
            Assert.Equal(wrong.Length, names.Count(name => said.Contains($"{name}: ", StringComparison.Ordinal)));
        }

        Assert.Equal(0, host.CallsOf("CreateEndpoint"));
    }

    [Fact]
    public async Task A_service_that_cannot_be_described_is_left_to_the_cloud_and_asked_again()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        host.Cloud.Faults.Add(new Fault { Operation = "DescribeService", Code = "EndPoint.0004" });
        var wrong = Full.Gateway(host).With("portIp", "192.168.0.7").Without("routeTables");

        await new Managed(host, "Endpoint", "first").CreateAsync(Props.Endpoint(service.Id));
        await new Managed(host, "Endpoint", "second").CreateAsync(Props.Endpoint(service.Id));
        Assert.Equal(2, host.CallsOf("DescribeService"));

        // An address of no subnet is wrong whatever the service is.
        host.Cloud.Faults.Add(new Fault { Operation = "DescribeService", Code = "EndPoint.0004" });
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "Endpoint", "third").CreateAsync(wrong)
        );
        Assert.StartsWith(
            "subnetId: required, but not set; portIp is an address of the subnet",
            failure.Status.Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Inputs_of_both_types_are_refused_in_the_preview()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(
            Full.Gateway(host).With("subnetId", Props.Id("subnet")).With("portIp", "192.168.0.7")
        );
        Assert.Equal(
            ["portIp", "subnetId"],
            failures.Select(static failure => failure.Split(':')[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_type_of_a_service_is_asked_for_once()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host, approval: false);
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number => new Managed(host, "Endpoint", $"e{number}").CreateAsync(Props.Endpoint(service.Id)))
        );
        Assert.Equal(1, host.CallsOf("DescribeService"));
    }

    [Fact]
    public async Task A_gateway_endpoint_on_the_same_route_tables_makes_a_replacement_delete_first()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Full.Gateway(host));
        var fewer = Full.Gateway(host).With("routeTables", Props.List(Props.Id("table-1")));
        Assert.True((await endpoint.DiffAsync(fewer)).DeleteBeforeReplace);
        var others = Full.Gateway(host).With("routeTables", Props.List(Props.Id("table-9")));
        Assert.False((await endpoint.DiffAsync(others)).DeleteBeforeReplace);
    }
}
