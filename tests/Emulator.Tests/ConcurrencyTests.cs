using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Thousands_of_calls_at_once_lose_and_double_nothing()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        var created = await Task.WhenAll(
            Enumerable
                .Range(0, 1000)
                .Select(_ => cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service)))
        );
        Assert.All(created, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(1000, created.Select(reply => (long)reply["marker_id"]).Distinct().Count());
        cloud.Time.Advance(cloud.Delay);

        var page = await cloud.GetAsync("vpc-endpoints?limit=1000");
        Assert.Equal(
            created.Select(reply => reply.Id).ToHashSet(),
            page["endpoints"].AsArray().Select(item => (string)item!["id"]!).ToHashSet()
        );
        var addresses = page["endpoints"].AsArray().Select(item => (string)item!["ip"]!).ToHashSet();
        Assert.Equal(1000, addresses.Count);
        var deleted = await Task.WhenAll(created.Select(reply => cloud.DeleteAsync($"vpc-endpoints/{reply.Id}")));
        Assert.All(deleted, reply => Assert.Equal(200, reply.Status));
        cloud.Time.Advance(cloud.Delay);
        Assert.Empty(cloud.Server.Cloud.Endpoints);
    }

    [Fact]
    public async Task Quota_holds_against_calls_at_once()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options => options with { ServiceQuota = 20 });
        var replies = await Task.WhenAll(
            Enumerable
                .Range(1, 100)
                .Select(port => cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody(serverPort: port)))
        );
        Assert.Equal(20, replies.Count(reply => reply.Status == 200));
        Assert.Equal(80, replies.Count(reply => reply.ErrorCode == "EndPoint.1018"));
    }

    [Fact]
    public async Task Same_ports_asked_for_at_once_go_to_one_service()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        JsonObject body = EmulatorHarness.ServiceBody();
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => cloud.PostAsync("vpc-endpoint-services", body))
        );
        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Single(cloud.Server.Cloud.Services);
    }
}
