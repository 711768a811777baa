using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>The professional edition of Huawei Cloud, and what comes with it.</summary>
public sealed class EditionTests
{
    private static Task<EmulatorHarness> StartAsync() =>
        EmulatorHarness.StartAsync(static options => options with { Dialect = Dialect.HuaweiCloud });

    private static Task<Reply> PostAsync(EmulatorHarness cloud, string path, string body) =>
        cloud.CallAsync(HttpMethod.Post, $"/v2/{cloud.Caller.ProjectId}/{path}", body);

    [Fact]
    public async Task Service_is_upgraded_after_a_while_and_rolled_back()
    {
        await using var cloud = await StartAsync();
        var path = $"vpc-endpoint-services/{await cloud.AvailableServiceAsync()}";
        Assert.Equal("EndPoint.2052", (await UpgradeAsync("rollback")).ErrorCode);
        Assert.Equal((204, null), Plain(await UpgradeAsync("upgrade")));
        Assert.Equal("""["basic"]""", await EditionsAsync());
        Assert.Equal("EndPoint.2051", (await UpgradeAsync("rollback")).ErrorCode);
        cloud.Time.Advance(cloud.Server.Options.Delay);
        Assert.Equal("""["basic","profession"]""", await EditionsAsync());
        Assert.Equal("EndPoint.2052", (await UpgradeAsync("upgrade")).ErrorCode);
        Assert.Equal(204, (await UpgradeAsync("rollback")).Status);
        cloud.Time.Advance(cloud.Server.Options.Delay);
        Assert.Equal("""["basic"]""", await EditionsAsync());
        Assert.Equal("EndPoint.0007", (await UpgradeAsync("start")).ErrorCode);

        Task<Reply> UpgradeAsync(string action) => PostAsync(cloud, $"{path}/upgrade", $$"""{"action":"{{action}}"}""");

        async Task<string> EditionsAsync() => (await cloud.GetAsync(path))["supported_editions"].ToJsonString();
    }

    [Fact]
    public async Task Servers_are_added_to_a_service_of_several_each_once()
    {
        await using var cloud = await StartAsync();
        var path = $"vpc-endpoint-services/{await cloud.AvailableServiceAsync()}";
        var servers = $$"""{"server_resources":[{"resource_id":"{{EmulatorHarness.NoSuchId}}"}]}""";
        Assert.Equal("EndPoint.0002", (await AddAsync()).ErrorCode);
        cloud.Server.Cloud.ChangeService(path.Split('/')[1], static held => held with { ServerType = "LB" });
        await PostAsync(cloud, $"{path}/upgrade", """{"action":"upgrade","enable_multi_server":true}""");
        Assert.Equal("EndPoint.2051", (await AddAsync()).ErrorCode);
        cloud.Time.Advance(cloud.Server.Options.Delay);
        Assert.Equal((204, null), Plain(await AddAsync()));
        Assert.Equal("EndPoint.0002", (await AddAsync()).ErrorCode);

        Task<Reply> AddAsync() => PostAsync(cloud, $"{path}/add-server-resources", servers);
    }

    [Fact]
    public async Task Endpoint_is_upgraded_once()
    {
        await using var cloud = await StartAsync();
        var id = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        var before = (await cloud.GetAsync($"vpc-endpoints/{id}"))["status"].ToString();
        Assert.Equal("EndPoint.0007", (await UpgradeAsync("upgrade")).ErrorCode);
        Assert.Equal((202, null), Plain(await UpgradeAsync("start")));
        Assert.Equal("EndPoint.2051", (await UpgradeAsync("start")).ErrorCode);
        cloud.Time.Advance(cloud.Server.Options.Delay);
        Assert.Equal(before, (await cloud.GetAsync($"vpc-endpoints/{id}"))["status"].ToString());
        Assert.Equal("EndPoint.2052", (await UpgradeAsync("start")).ErrorCode);

        Task<Reply> UpgradeAsync(string action) =>
            PostAsync(cloud, $"vpc-endpoints/{id}/upgrade", $$"""{"action":"{{action}}"}""");
    }

    [Theory]
    [InlineData("sys_tags", "huaweicloud", null)]
    [InlineData("sys_tags", "otc", "EndPoint.1004")]
    [InlineData("without_any_tag", "otc", "EndPoint.1004")]
    public async Task Question_by_tag_that_only_one_site_has(string field, string site, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(site);
        var body = new JsonObject { ["action"] = "filter", [field] = field == "sys_tags" ? new JsonArray() : true };
        Assert.Equal(code, (await cloud.PostAsync("endpoint/resource_instances/action", body)).ErrorCode);
    }

    private static (int, JsonNode?) Plain(Reply reply) => (reply.Status, reply.Body);
}
