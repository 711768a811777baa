using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Pending_endpoint_received_is_accepted_and_materialises()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(approval: true);
        var endpoint = await cloud.CreatedEndpointAsync(service);
        var reply = await Act(cloud, service, "receive", endpoint);
        Assert.Equal(200, reply.Status);
        Assert.Equal("accepted", (string)reply["connections"][0]!["status"]!);

        var read = await cloud.GetAsync($"vpc-endpoints/{endpoint}");
        Assert.Equal("accepted", read.Text("status"));
        Assert.NotNull(read.Body!["ip"]);
        Assert.True((bool)read["enable_dns"]);
    }

    [Fact]
    public async Task Endpoint_rejected_after_acceptance_keeps_its_address_and_may_come_back()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal(200, (await Act(cloud, service, "reject", endpoint)).Status);
        var read = await cloud.GetAsync($"vpc-endpoints/{endpoint}");
        Assert.Equal("rejected", read.Text("status"));
        Assert.NotNull(read.Body!["ip"]);
        Assert.Equal(200, (await Act(cloud, service, "receive", endpoint)).Status);
        Assert.Equal("accepted", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("status"));
    }

    [Theory]
    [InlineData("ankara")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Other_accounts_endpoint_is_accepted_rejected_and_accepted_again_until_it_is_gone(string dialect)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var service = await cloud.AvailableServiceAsync(approval: true);
        var endpoint = cloud.Server.Cloud.CreateEndpoint(Account.Other, service)!.Id;
        foreach (
            var (action, status) in new[] { ("receive", "accepted"), ("reject", "rejected"), ("receive", "accepted") }
        )
        {
            Assert.Equal(200, (await Act(cloud, service, action, endpoint)).Status);
            var listed = await cloud.GetAsync($"vpc-endpoint-services/{service}/connections?status={status}");
            Assert.Equal(endpoint, (string)Assert.Single(listed["connections"].AsArray())!["id"]!);
        }
        Assert.Equal("EndPoint.2014", (await Act(cloud, service, "receive", endpoint)).ErrorCode);
        cloud.Server.Cloud.Vanish(endpoint);
        Assert.Equal("EndPoint.2013", (await Act(cloud, service, "reject", endpoint)).ErrorCode);
    }

    [Fact]
    public async Task Pending_endpoint_rejected_has_no_address()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(approval: true);
        var endpoint = await cloud.CreatedEndpointAsync(service);
        await Act(cloud, service, "reject", endpoint);
        var read = await cloud.GetAsync($"vpc-endpoints/{endpoint}");
        Assert.Equal("rejected", read.Text("status"));
        Assert.Null(read.Body!["ip"]);
    }

    [Fact]
    public async Task Approval_delay_shows_creating_before_accepted()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                ApprovalDelay = TimeSpan.FromSeconds(20),
            }
        );
        var service = await cloud.AvailableServiceAsync(approval: true);
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal(
            "creating",
            (string)(await Act(cloud, service, "receive", endpoint))["connections"][0]!["status"]!
        );
        cloud.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("accepted", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("status"));
    }

    [Fact]
    public async Task Action_on_what_does_not_fit_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(serverPort: 1);
        var other = await cloud.AvailableServiceAsync(serverPort: 2);
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal("EndPoint.2014", (await Act(cloud, service, "receive", endpoint)).ErrorCode);
        Assert.Equal("EndPoint.2013", (await Act(cloud, other, "receive", endpoint)).ErrorCode);
        Assert.Equal("EndPoint.2013", (await Act(cloud, service, "reject", EmulatorHarness.NoSuchId)).ErrorCode);
        Assert.Equal("EndPoint.2031", (await Act(cloud, service, "reject", endpoint, endpoint)).ErrorCode);
        Assert.Equal("EndPoint.2027", (await Act(cloud, service, "accept", endpoint)).ErrorCode);
        Assert.Equal("EndPoint.2003", (await Act(cloud, EmulatorHarness.NoSuchId, "reject", endpoint)).ErrorCode);

        var creating = (await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service))).Id;
        Assert.Equal("EndPoint.2019", (await Act(cloud, service, "receive", creating)).ErrorCode);
        await cloud.DeleteAsync($"vpc-endpoints/{endpoint}");
        Assert.Equal("EndPoint.2018", (await Act(cloud, service, "reject", endpoint)).ErrorCode);
    }

    [Fact]
    public async Task Connections_are_listed_with_the_fields_of_the_reference_and_filtered()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(approval: true);
        var first = await cloud.CreatedEndpointAsync(service);
        await cloud.CreatedEndpointAsync(service);
        await Act(cloud, service, "receive", first);

        var path = $"vpc-endpoint-services/{service}/connections";
        var accepted = Assert.Single((await cloud.GetAsync(path + "?status=accepted"))["connections"].AsArray())!;
        Assert.Equal(
            ["id", "status", "marker_id", "domain_id", "created_at", "updated_at"],
            accepted.AsObject().Select(field => field.Key)
        );
        Assert.Equal(first, (string)accepted["id"]!);
        var marker = (long)accepted["marker_id"]!;
        Assert.Single((await cloud.GetAsync($"{path}?marker_id={marker}"))["connections"].AsArray());
        Assert.Single((await cloud.GetAsync($"{path}?id={first}"))["connections"].AsArray());
        Assert.Equal(2, (int)(await cloud.GetAsync(path))["total_count"]);
        Assert.Equal("EndPoint.0021", (await cloud.GetAsync(path + "?marker_id=x")).ErrorCode);
        Assert.Equal("EndPoint.0019", (await cloud.GetAsync(path + "?status=creating")).ErrorCode);
    }

    [Fact]
    public async Task Another_domain_needs_permission_connects_and_is_seen_by_the_owner_only()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(approval: true);

        cloud.Caller = Account.Other;
        var refused = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        Assert.Equal("EndPoint.2012", refused.ErrorCode);
        Assert.Equal("EndPoint.0005", (await cloud.GetAsync($"vpc-endpoint-services/{service}")).ErrorCode);
        Assert.Equal(
            "interface",
            (await cloud.GetAsync($"vpc-endpoint-services/describe?id={service}")).Text("service_type")
        );

        cloud.Server.Cloud.SetPermission(service, $"iam:domain::{Account.Other.DomainId}", present: true);
        var endpoint = await cloud.CreatedEndpointAsync(service);

        cloud.Caller = Account.Default;
        Assert.Equal("EndPoint.0005", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).ErrorCode);
        var seen = await cloud.GetAsync($"vpc-endpoint-services/{service}/connections");
        Assert.Equal(Account.Other.DomainId, (string)seen["connections"][0]!["domain_id"]!);
        Assert.Equal(200, (await Act(cloud, service, "receive", endpoint)).Status);

        cloud.Caller = Account.Other;
        Assert.Equal("accepted", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("status"));
    }

    private static Task<Reply> Act(EmulatorHarness cloud, string service, string action, params string[] endpoints) =>
        cloud.PostAsync(
            $"vpc-endpoint-services/{service}/connections/action",
            new JsonObject
            {
                ["action"] = action,
                ["endpoints"] = new JsonArray([.. endpoints.Select(id => JsonValue.Create(id))]),
            }
        );
}
