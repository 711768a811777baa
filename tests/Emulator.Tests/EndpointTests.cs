namespace Vpcep.Emulator.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task Endpoint_without_approval_is_accepted_and_gets_its_address_then()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(name: "shop");
        var created = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        Assert.Equal("creating", created.Text("status"));
        Assert.False((bool)created["enable_dns"]);
        Assert.Null(created.Body!["ip"]);
        Assert.Null(created.Body!["dns_names"]);
        Assert.True((long)created["marker_id"] > int.MaxValue);

        cloud.Time.Advance(cloud.Delay);
        var read = await cloud.GetAsync($"vpc-endpoints/{created.Id}");
        Assert.Equal("accepted", read.Text("status"));
        Assert.True((bool)read["enable_dns"]);
        Assert.True(Rules.IsIPv4(read.Text("ip")));
        Assert.Contains(created.Id, (string)read["dns_names"][0]!, StringComparison.Ordinal);
        Assert.Equal($"tr-central-201.shop.{service}", read.Text("endpoint_service_name"));
    }

    [Fact]
    public async Task Endpoint_awaiting_approval_shows_no_address_and_no_private_name()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(approval: true);
        var id = await cloud.CreatedEndpointAsync(service);
        var read = await cloud.GetAsync($"vpc-endpoints/{id}");
        Assert.Equal("pendingAcceptance", read.Text("status"));
        Assert.False((bool)read["enable_dns"]);
        Assert.Null(read.Body!["ip"]);
        Assert.Null(read.Body!["dns_names"]);
    }

    [Fact]
    public async Task Endpoint_deleted_is_deleting_and_then_gone()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        Assert.Equal(200, (await cloud.DeleteAsync($"vpc-endpoints/{id}")).Status);
        Assert.Equal("deleting", (await cloud.GetAsync($"vpc-endpoints/{id}")).Text("status"));
        Assert.Equal("EndPoint.2018", (await cloud.DeleteAsync($"vpc-endpoints/{id}")).ErrorCode);
        cloud.Time.Advance(cloud.Delay);
        Assert.Equal("EndPoint.0005", (await cloud.GetAsync($"vpc-endpoints/{id}")).ErrorCode);
    }
}
