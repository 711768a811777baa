using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Client;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

public sealed class EndpointApprovalTests
{
    private static PropertyMap Inputs(string service, string endpoint, string decision = "accept") =>
        Props.Map(("endpointServiceId", service), ("endpointId", endpoint), ("decision", decision));

    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        await new Managed(host, "ServicePermission", "all").CreateAsync(
            Props.Map(("endpointServiceId", service.Id), ("permission", "*"))
        );
        return service;
    }

    /// <summary>An endpoint of another account, which this project cannot see.</summary>
    private static async Task<string> ForeignAsync(ProviderOnEmulator host, string service, int number = 0)
    {
        await using var other = host.ClientOf(Account.Other);
        var made = await other.Endpoints.CreateAsync(
            new CreateEndpointRequest
            {
                EndpointServiceId = service,
                VpcId = Props.Id($"their-vpc-{number}"),
                SubnetId = Props.Id($"their-subnet-{number}"),
            },
            CancellationToken.None
        );
        return made.Id;
    }

    // What its row has shown of the decision.
    private static IEnumerable<string> Deciding(ProviderOnEmulator host) =>
        host
            .Messages.Where(static message => message.Ephemeral && message.Urn.Contains("EndpointApproval"))
            .Select(static message => message.Message)
            .Where(static message => message is "accepting" or "rejecting");

    private static string StatusOf(ProviderOnEmulator host, string endpoint) =>
        host.Cloud.Cloud.FindEndpoint(endpoint)!.Status;

    [Fact]
    public async Task Another_accounts_endpoint_is_accepted_as_soon_as_it_asks()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint));

        Assert.Equal($"{service.Id}/{endpoint}", approval.Id);
        Assert.Equal("accepted", approval.Outputs.Text("status"));
        Assert.Equal(Account.Other.DomainId, approval.Outputs.Text("domainId"));
        Assert.Matches("^[0-9]+$", approval.Outputs.Text("markerId"));
        Assert.False(approval.Outputs.ContainsKey("ip"));
        Assert.Equal("accepted", StatusOf(host, endpoint));
        Assert.Empty(await approval.RefreshAsync() ?? ["gone"]);
        Assert.Equal(["accepting"], Deciding(host));
    }

    [Fact]
    public async Task The_address_of_an_endpoint_of_the_same_project_comes_with_it()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint.Id));

        Assert.Equal(host.Cloud.Cloud.FindEndpoint(endpoint.Id)!.Ip, approval.Outputs.Text("ip"));
        Assert.NotEmpty(Assert.IsType<ListValue>(approval.Outputs["dnsNames"]).Items);
    }

    [Fact]
    public async Task A_rejection_behind_its_back_is_drift_and_the_next_update_accepts_again()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var inputs = Inputs(service.Id, endpoint);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(inputs);
        host.Cloud.Cloud.ChangeEndpoint(endpoint, held => held with { Status = "rejected" });

        Assert.Equal(["decision"], await approval.RefreshAsync() ?? []);
        var diff = await approval.DiffAsync(inputs);
        Assert.Empty(diff.Replaces);
        Assert.Equal(["decision"], diff.DetailedDiff.Keys);

        await approval.UpdateAsync(inputs);
        Assert.Equal("accepted", StatusOf(host, endpoint));
    }

    [Fact]
    public async Task A_connection_can_be_held_rejected_and_let_in_later()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint, "reject"));
        Assert.Equal("rejected", StatusOf(host, endpoint));
        Assert.Empty(await approval.RefreshAsync() ?? ["gone"]);
        Assert.Equal(["rejecting"], Deciding(host));

        await approval.UpdateAsync(Inputs(service.Id, endpoint));
        Assert.Equal("accepted", StatusOf(host, endpoint));
    }

    [Fact]
    public async Task A_failed_connection_is_read_with_the_reasons_of_the_cloud()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint));
        host.Cloud.Cloud.ChangeEndpoint(endpoint, static held => held with { Status = "failed" });

        var failure = await Assert.ThrowsAsync<RpcException>(approval.RefreshAsync);
        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.StartsWith(
            "the cloud failed to make the connection",
            Assert.Single(kept.Reasons),
            StringComparison.Ordinal
        );
        Assert.Equal("failed", StructCodec.Decode(kept.Properties).Text("status"));
    }

    [Fact]
    public async Task One_that_is_accepted_already_is_not_asked_for_again()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint));
        var calls = host.CallsOf("ActOnConnections");

        await new Managed(host, "EndpointApproval", "again").CreateAsync(Inputs(service.Id, endpoint));
        Assert.Equal(calls, host.CallsOf("ActOnConnections"));
    }

    [Fact]
    public async Task An_endpoint_that_never_asked_is_an_error_that_says_so()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, Props.Id("nothing")))
        );

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("does not ask to connect", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_rejects_and_gone_is_fine()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint));

        await approval.DeleteAsync();
        Assert.Equal("rejected", StatusOf(host, endpoint));
        await approval.DeleteAsync();

        host.Cloud.Cloud.Vanish(endpoint);
        await approval.DeleteAsync();
        Assert.Null(await approval.RefreshAsync());
    }

    [Fact]
    public async Task Deleting_one_that_goes_meanwhile_is_fine_and_a_refusal_is_told()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(Inputs(service.Id, endpoint));
        host.Cloud.Faults.Add(new Fault { Operation = "ActOnConnections", Code = "EndPoint.0004" });

        var failure = await Assert.ThrowsAsync<RpcException>(approval.DeleteAsync);
        Assert.Contains("EndPoint.0004", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("accepted", StatusOf(host, endpoint));

        host.Time.Advance(TimeSpan.FromHours(1));
        host.Cloud.Cloud.Vanish(endpoint);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "ListConnections",
                Kind = FaultKind.StaleRead,
                Seconds = 60,
            }
        );
        await approval.DeleteAsync();
    }

    [Fact]
    public async Task Is_imported_by_both_ids()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        var inputs = Inputs(service.Id, endpoint);
        var made = await new Managed(host, "EndpointApproval").CreateAsync(inputs);
        var imported = new Managed(host, "EndpointApproval", "imported");
        await imported.ImportAsync(made.Id);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(inputs)).Changes);
        var wrong = await Assert.ThrowsAsync<RpcException>(() => imported.ImportAsync(endpoint));
        Assert.Contains("<service id>/<endpoint id>", wrong.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undecided_connection_shows_as_a_difference()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        var endpoint = await ForeignAsync(host, service.Id);
        await using var other = host.ClientOf(Account.Other);
        await other.Endpoints.WaitUntilSettledAsync(endpoint, null, CancellationToken.None);
        var imported = new Managed(host, "EndpointApproval");
        await imported.ImportAsync($"{service.Id}/{endpoint}");

        Assert.Equal("pendingAcceptance", imported.Outputs.Text("status"));
        foreach (var decision in (string[])["accept", "reject"])
        {
            var diff = await imported.DiffAsync(Inputs(service.Id, endpoint, decision));
            Assert.Equal(["decision"], diff.DetailedDiff.Keys);
        }
    }

    [Fact]
    public async Task Many_at_once_share_their_looks()
    {
        const int many = 40;
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                ApprovalDelay = TimeSpan.FromSeconds(60),
            }
        );
        var service = await ServiceAsync(host);
        var endpoints = new List<string>();
        for (var number = 0; number < many; number++)
        {
            endpoints.Add(await ForeignAsync(host, service.Id, number));
        }

        var before = host.CallsOf("ListConnections");
        await Task.WhenAll(
            endpoints.Select(
                (endpoint, number) =>
                    new Managed(host, "EndpointApproval", $"r{number}").CreateAsync(Inputs(service.Id, endpoint))
            )
        );

        Assert.All(endpoints, endpoint => Assert.Equal("accepted", StatusOf(host, endpoint)));
        Assert.InRange(host.CallsOf("ListConnections") - before, 1, 3 * many);
    }
}
