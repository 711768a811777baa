using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>The connections of a P2C VPN gateway.</summary>
public sealed class VpnTests
{
    [Theory]
    [InlineData("", 3)]
    [InlineData("?limit=2", 2)]
    [InlineData("?limit=10&offset=0", 3)]
    [InlineData("?limit=2&offset=2", 1)]
    [InlineData("?offset=3", 0)]
    public async Task Connections_are_listed_whole_or_by_page(string query, int count)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var listed = await ListAsync(cloud, VpnGateway.DefaultId, query);
        Assert.Equal(count, listed["connections"].AsArray().Count);
        Assert.Equal(3, (long)listed["total_count"]);
        Assert.Equal(listed.Message.Headers.GetValues("X-Request-Id").Single(), listed.Text("request_id"));
    }

    [Fact]
    public async Task Connection_is_written_as_in_the_document()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var listed = await ListAsync(cloud, VpnGateway.DefaultId);
        var expected = JsonNode.Parse(
            """
            {"connection_id":"10293371-114e-4d2a-878e-c6a616d0ec0e","client_virtual_ip":"36.***.***.149",
             "client_ip":"100.***.***.100","client_user_name":"1111","inbound_packets":13,"outbound_packets":24,
             "inbound_bytes":4185,"outbound_bytes":10480,"connection_established_time":"2024-06-17T02:58:27.213Z",
             "timestamp":"2024-06-17T02:58:48Z"}
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, listed["connections"][0]), listed.Body!.ToJsonString());
        Assert.Equal(9_007_199_254_740_993, (long)listed["connections"][2]!["inbound_bytes"]!);
    }

    [Fact]
    public async Task Errors_have_the_shape_of_the_vpn_service()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var missing = await ListAsync(cloud, EmulatorHarness.NoSuchId);
        Assert.Equal(
            (404, "VPN.0004", "resource not found"),
            (missing.Status, missing.Text("code"), missing.Text("message"))
        );
        var wrong = await ListAsync(cloud, VpnGateway.DefaultId, "?limit=-1");
        Assert.Equal((400, "VPN.0001"), (wrong.Status, wrong.Text("code")));
        Assert.Equal("VPN.0001", cloud.Server.Calls.All[^1].ErrorCode);

        cloud.Caller = Account.Default with { ProjectId = Account.Other.ProjectId };
        var forbidden = await ListAsync(cloud, VpnGateway.DefaultId);
        Assert.Equal((403, "VPN.0003"), (forbidden.Status, forbidden.Text("code")));
        cloud.Caller = Account.Default with { Token = "nobody" };
        var stranger = await ListAsync(cloud, VpnGateway.DefaultId);
        Assert.Equal((401, "APIGW.0301"), (stranger.Status, stranger.ErrorCode));
    }

    [Fact]
    public async Task Gateway_is_registered_for_a_project_and_removed()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = "11111111-2222-4333-8444-555555555555";
        var registered = await cloud.CallAsync(
            HttpMethod.Post,
            "/_emulator/vpn-gateways",
            $$"""
            {"id":"{{id}}","project_id":"{{Account.Other.ProjectId}}","connections":[
              {"connection_id":"c","client_ip":"1.2.3.4","inbound_bytes":4294967296}]}
            """
        );
        Assert.Equal(200, registered.Status);
        Assert.Equal(404, (await ListAsync(cloud, id)).Status);
        cloud.Caller = Account.Other;
        Assert.Equal(4294967296, (long)(await ListAsync(cloud, id))["connections"][0]!["inbound_bytes"]!);
        Assert.Equal(200, (await cloud.DeleteAsync($"/_emulator/vpn-gateways/{id}")).Status);
        Assert.Equal(404, (await cloud.DeleteAsync($"/_emulator/vpn-gateways/{id}")).Status);
    }

    private static Task<Reply> ListAsync(EmulatorHarness cloud, string id, string query = "") =>
        cloud.GetAsync($"/v5/{cloud.Caller.ProjectId}/p2c-vpn-gateways/{id}/connections{query}");
}
