using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Tags after creation, and resources by tag (Huawei Cloud, Open Telekom Cloud).</summary>
public sealed class TagTests
{
    [Theory]
    [InlineData("huaweicloud", 204)]
    [InlineData("otc", 200)]
    public async Task Tags_are_added_replaced_and_removed(string dialect, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        foreach (
            var (type, id, path) in new[]
            {
                ("endpoint_service", service, $"vpc-endpoint-services/{service}"),
                ("endpoint", endpoint, $"vpc-endpoints/{endpoint}"),
            }
        )
        {
            var added = await ActAsync(
                cloud,
                type,
                id,
                "create",
                """[{"key":"a","value":"1"},{"key":"b","value":""}]"""
            );
            Assert.Equal((status, null), (added.Status, added.Body));
            await ActAsync(cloud, type, id, "create", """[{"key":"a","value":"2"}]""");
            await ActAsync(cloud, type, id, "delete", """[{"key":"a","value":"1"},{"key":"b"},{"key":"none"}]""");
            var read = await cloud.GetAsync(path);
            Assert.Equal("""[{"key":"a","value":"2"}]""", read["tags"].ToJsonString());
        }
    }

    [Theory]
    [InlineData("endpoint", "create", "[]", "EndPoint.3066")]
    [InlineData("endpoint", "create", """[{"key":"","value":"1"}]""", "EndPoint.3066")]
    [InlineData("endpoint", "create", """[{"key":"a"}]""", "EndPoint.3068")]
    [InlineData("endpoint", "create", """[{"key":"a","value":"="}]""", "EndPoint.3068")]
    [InlineData("endpoint", "create", """[{"key":"a","value":"1"},{"key":"a","value":"2"}]""", "EndPoint.3067")]
    [InlineData("endpoint", "add", """[{"key":"a","value":"1"}]""", "EndPoint.0007")]
    [InlineData("endpoints", "create", """[{"key":"a","value":"1"}]""", "EndPoint.3070")]
    [InlineData("endpoint_service", "create", """[{"key":"a","value":"1"}]""", "EndPoint.0005")]
    public async Task Wrong_tags_are_refused(string type, string action, string tags, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync("otc");
        var endpoint = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        Assert.Equal(code, (await ActAsync(cloud, type, endpoint, action, tags)).ErrorCode);
    }

    [Fact]
    public async Task Resource_has_at_most_twenty_tags()
    {
        await using var cloud = await EmulatorHarness.StartAsync("otc");
        var id = await cloud.AvailableServiceAsync();
        Assert.Null((await ActAsync(cloud, "endpoint_service", id, "create", Numbered(1, 20))).ErrorCode);
        Assert.Equal(
            "EndPoint.3069",
            (await ActAsync(cloud, "endpoint_service", id, "create", Numbered(21, 1))).ErrorCode
        );
        Assert.Null((await ActAsync(cloud, "endpoint_service", id, "create", Numbered(20, 1))).ErrorCode);
    }

    [Fact]
    public async Task Tags_of_a_type_are_listed_once_with_all_values()
    {
        await using var cloud = await ThreeServicesAsync("otc");
        Assert.Equal(
            """[{"key":"env","values":["prod","test"]},{"key":"team","values":["a"]}]""",
            (await cloud.GetAsync("endpoint_service/tags"))["tags"].ToJsonString()
        );
        Assert.Empty((await cloud.GetAsync("endpoint/tags"))["tags"].AsArray());
        Assert.Equal("EndPoint.3070", (await cloud.GetAsync("services/tags")).ErrorCode);
    }

    // The services: one has env=prod and team=a, two has env=test, three has none.
    [Theory]
    [InlineData("""{}""", "three,two,one")]
    [InlineData("""{"tags":[{"key":"env","values":["prod"]}]}""", "one")]
    [InlineData("""{"tags":[{"key":"env","values":["prod","test"]}]}""", "two,one")]
    [InlineData("""{"tags":[{"key":"env","values":[]},{"key":"team","values":["a"]}]}""", "one")]
    [InlineData("""{"tags_any":[{"key":"env","values":["test"]},{"key":"team","values":[]}]}""", "two,one")]
    [InlineData("""{"not_tags":[{"key":"env","values":["prod"]},{"key":"team","values":["a"]}]}""", "three,two")]
    [InlineData("""{"not_tags":[{"key":"env","values":["test"]},{"key":"team","values":["a"]}]}""", "three,two,one")]
    [InlineData("""{"not_tags_any":[{"key":"env","values":["test"]},{"key":"team","values":["a"]}]}""", "three")]
    [InlineData("""{"matches":[{"key":"resource_name","value":"TW"}]}""", "two")]
    [InlineData("""{"matches":[{"key":"resource_name","value":""}]}""", "")]
    [InlineData("""{"limit":"1"}""", "three")]
    [InlineData("""{"limit":"1","offset":"1"}""", "two")]
    [InlineData("""{"offset":"3"}""", "")]
    public async Task Resources_are_found_by_tag(string query, string names)
    {
        await using var cloud = await ThreeServicesAsync("otc");
        var found = await QueryAsync(cloud, "filter", query);
        Assert.Equal(
            names,
            string.Join(
                ',',
                found["resources"].AsArray().Select(item => ((string)item!["resource_name"]!).Split('.')[1])
            )
        );
    }

    [Fact]
    public async Task Resources_are_counted_and_written_as_the_site_does()
    {
        await using var cloud = await ThreeServicesAsync("huaweicloud");
        var counted = await QueryAsync(cloud, "count", """{"tags":[{"key":"env","values":[]}]}""");
        Assert.Equal("""{"total_count":2}""", counted.Body!.ToJsonString());
        var untagged = await QueryAsync(
            cloud,
            "filter",
            """{"without_any_tag":true,"tags":[{"key":"env","values":[]}]}"""
        );
        Assert.Equal(1, (int)untagged["total_count"]);
        var item = untagged["resources"][0]!.AsObject();
        Assert.Equal(["resource_id", "resource_name", "tags"], item.Select(field => field.Key));
    }

    [Theory]
    [InlineData("filter", """{"limit":10}""", "EndPoint.0006")]
    [InlineData("filter", """{"limit":"0"}""", "EndPoint.0006")]
    [InlineData("filter", """{"limit":"1001"}""", "EndPoint.0006")]
    [InlineData("filter", """{"offset":"-1"}""", "EndPoint.0010")]
    [InlineData("count", """{"limit":"10"}""", "EndPoint.0002")]
    [InlineData("find", "{}", "EndPoint.0007")]
    [InlineData("filter", """{"tags":[{"key":"a"}]}""", "EndPoint.3068")]
    [InlineData("filter", """{"tags":[{"key":"a","values":["1","1"]}]}""", "EndPoint.3071")]
    [InlineData("filter", """{"tags":[{"key":"a","values":[]},{"key":"a","values":[]}]}""", "EndPoint.3067")]
    [InlineData("filter", """{"matches":[{"key":"resource_id","value":"1"}]}""", "EndPoint.0002")]
    [InlineData("filter", """{"without_any_tag":true}""", "EndPoint.1004")]
    public async Task Wrong_query_is_refused(string action, string query, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync("otc");
        Assert.Equal(code, (await QueryAsync(cloud, action, query)).ErrorCode);
    }

    private static async Task<EmulatorHarness> ThreeServicesAsync(string dialect)
    {
        var cloud = await EmulatorHarness.StartAsync(dialect);
        Tag[][] tags =
        [
            [new("env", "prod"), new("team", "a")],
            [new("env", "test")],
            [],
        ];
        foreach (var (name, given) in new[] { "one", "two", "three" }.Zip(tags))
        {
            cloud.Server.Cloud.CreateService(Account.Default, service => service with { Name = name, Tags = given });
        }
        // Others' tags are not the caller's.
        cloud.Server.Cloud.CreateService(Account.Other, service => service with { Tags = [new("env", "other")] });
        return cloud;
    }

    private static string Numbered(int first, int count) =>
        $"[{string.Join(',', Enumerable.Range(first, count).Select(i => $$"""{"key":"k{{i}}","value":""}"""))}]";

    private static Task<Reply> ActAsync(EmulatorHarness cloud, string type, string id, string action, string tags) =>
        cloud.CallAsync(HttpMethod.Post, $"{type}/{id}/tags/action", $$"""{"action":"{{action}}","tags":{{tags}}}""");

    private static Task<Reply> QueryAsync(EmulatorHarness cloud, string action, string query)
    {
        var body = JsonNode.Parse(query)!;
        body["action"] = action;
        return cloud.PostAsync("endpoint_service/resource_instances/action", body);
    }
}
