using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Things of other services that are missing, and what fits which type of service.</summary>
public sealed class SurroundingsTests
{
    private const string Table = "705290f3-0d00-41f2-aedc-71f09844e879";

    [Theory]
    [InlineData(EmulatorHarness.VpcId, 400, "EndPoint.2001")]
    [InlineData(EmulatorHarness.PortId, 400, "EndPoint.3008")]
    public async Task Service_in_what_is_missing_is_refused(string id, int status, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Cloud.SetMissing(new Missing(id));
        var refused = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData(EmulatorHarness.VpcId, null, 400, "EndPoint.2001")]
    [InlineData(EmulatorHarness.SubnetId, null, 404, "EndPoint.4004")]
    [InlineData(EmulatorHarness.SubnetId, "EndPoint.2037", 400, "EndPoint.2037")]
    public async Task Endpoint_in_what_is_missing_is_refused(string id, string? chosen, int status, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        var body = new JsonObject { ["id"] = id, ["code"] = chosen };
        await cloud.PostAsync("/_emulator/missing", body);
        var refused = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));

        Assert.Equal(200, (await cloud.DeleteAsync("/_emulator/missing/" + id)).Status);
        Assert.Equal(200, (await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service))).Status);
    }

    [Theory]
    [InlineData("ankara")]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Endpoint_of_a_public_gateway_needs_no_subnet_and_takes_route_tables(string dialect)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var found = await cloud.GetAsync("vpc-endpoint-services/public?endpoint_service_name=obs");
        var body = new JsonObject
        {
            ["endpoint_service_id"] = (string)found["endpoint_services"][0]!["id"]!,
            ["vpc_id"] = EmulatorHarness.VpcId,
            ["routetables"] = new JsonArray(Table),
        };
        var created = await cloud.PostAsync("vpc-endpoints", body);
        var read = await cloud.GetAsync($"vpc-endpoints/{created.Id}");
        Assert.Equal(("gateway", "accepted"), (read.Text("service_type"), read.Text("status")));
        Assert.Equal($$"""["{{Table}}"]""", read["routetables"].ToJsonString());

        cloud.Server.Cloud.SetMissing(new Missing(EmulatorHarness.NoSuchId));
        body["routetables"] = new JsonArray(EmulatorHarness.NoSuchId);
        var missing = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal((404, "EndPoint.4030"), (missing.Status, missing.ErrorCode));
        body["routetables"] = new JsonArray(Table);
        Assert.Equal("EndPoint.2039", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
        body["routetables"] = new JsonArray("rtb-1");
        Assert.Equal("EndPoint.1019", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);

        body["endpoint_service_id"] = PublicServiceDefaults.InterfaceId;
        Assert.Equal("EndPoint.2010", (await cloud.PostAsync("vpc-endpoints", Without(body, "routetables"))).ErrorCode);
        body["routetables"] = new JsonArray(Table);
        body["subnet_id"] = EmulatorHarness.SubnetId;
        Assert.Equal("EndPoint.0002", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Fact]
    public async Task Public_service_can_be_changed_too()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        cloud.Server.Cloud.ChangeService(
            PublicServiceDefaults.GatewayId,
            service => service with { EnablePolicy = false, IsCharge = false }
        );
        var described = await cloud.GetAsync("vpc-endpoint-services/describe?id=" + PublicServiceDefaults.GatewayId);
        Assert.False((bool)described["enable_policy"]);
        Assert.False((bool)described["is_charge"]);
        Assert.Equal(3, (int)(await cloud.GetAsync("vpc-endpoint-services/public"))["total_count"]);
    }

    private static JsonObject Without(JsonObject body, string field)
    {
        body.Remove(field);
        return body;
    }
}
