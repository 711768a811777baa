namespace Vpcep.Emulator.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData("limit=0", 0, null)]
    [InlineData("limit=2", 2, null)]
    [InlineData("limit=1000", 3, null)]
    [InlineData("limit=1001", 0, "EndPoint.0006")]
    [InlineData("limit=-1", 0, "EndPoint.0006")]
    [InlineData("limit=ten", 0, "EndPoint.0006")]
    [InlineData("offset=2", 1, null)]
    [InlineData("offset=3", 0, "EndPoint.0010")]
    [InlineData("offset=0", 0, "EndPoint.0010")]
    [InlineData("offset=-1", 0, "EndPoint.0010")]
    [InlineData("sort_key=updated_at", 3, null)]
    [InlineData("sort_key=create_at", 0, "EndPoint.0017")]
    [InlineData("sort_dir=up", 0, "EndPoint.0018")]
    [InlineData("status=available", 3, null)]
    [InlineData("status=creating", 0, null)]
    [InlineData("status=accepted", 0, "EndPoint.0019")]
    [InlineData("id=" + EmulatorHarness.NoSuchId, 0, null)]
    [InlineData("id=x", 0, "EndPoint.3062")]
    [InlineData("endpoint_service_name=SHOP", 2, null)]
    [InlineData("endpoint_service_name=shop-2", 1, null)]
    public async Task Services_are_filtered_and_paged(string query, int count, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        await cloud.AvailableServiceAsync(name: "shop-1", serverPort: 1);
        await cloud.AvailableServiceAsync(name: "shop-2", serverPort: 2);
        await cloud.AvailableServiceAsync(name: "bank", serverPort: 3);

        var listed = await cloud.GetAsync("vpc-endpoint-services?" + query);
        Assert.Equal(code, listed.ErrorCode);
        if (code is null)
        {
            Assert.Equal(count, listed["endpoint_services"].AsArray().Count);
        }
    }

    [Fact]
    public async Task Total_count_ignores_limit_and_offset_but_not_filters()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        await cloud.AvailableServiceAsync(name: "shop-1", serverPort: 1);
        await cloud.AvailableServiceAsync(name: "shop-2", serverPort: 2);
        await cloud.AvailableServiceAsync(name: "bank", serverPort: 3);
        var listed = await cloud.GetAsync("vpc-endpoint-services?endpoint_service_name=shop&limit=1&offset=1");
        Assert.Equal(2, (int)listed["total_count"]);
        Assert.Single(listed["endpoint_services"].AsArray());
    }

    [Theory]
    [InlineData("", "3,2,1")]
    [InlineData("?sort_dir=asc", "1,2,3")]
    [InlineData("?sort_key=updated_at", "1,3,2")]
    [InlineData("?sort_key=updated_at&sort_dir=asc", "2,3,1")]
    public async Task Services_are_sorted_newest_first_unless_asked(string query, string order)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var ids = new List<string>();
        foreach (var port in (int[])[1, 2, 3])
        {
            ids.Add(await cloud.AvailableServiceAsync(serverPort: port));
        }
        cloud.Server.Cloud.ChangeService(ids[0], service => service with { TcpProxy = "open" });
        cloud.Time.Advance(TimeSpan.FromSeconds(1));
        cloud.Server.Cloud.ChangeService(ids[0], service => service with { TcpProxy = "close" });

        var listed = await cloud.GetAsync("vpc-endpoint-services" + query);
        var shown = listed["endpoint_services"].AsArray().Select(item => ids.IndexOf((string)item!["id"]!) + 1);
        Assert.Equal(order, string.Join(',', shown));
    }

    [Fact]
    public async Task Offset_of_an_empty_list_is_refused_and_none_is_fine()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        Assert.Equal("EndPoint.0010", (await cloud.GetAsync("vpc-endpoints?offset=1")).ErrorCode);
        var listed = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal((200, 0), (listed.Status, (int)listed["total_count"]));
    }

    [Theory]
    [InlineData("limit=500", null)]
    [InlineData("limit=501", "EndPoint.0006")]
    [InlineData("sort_key=created_at", null)]
    [InlineData("sort_key=updated_at", "EndPoint.0017")]
    public async Task Permissions_have_a_smaller_page_and_one_sort_key(string query, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        Assert.Equal(code, (await cloud.GetAsync($"vpc-endpoint-services/{id}/permissions?{query}")).ErrorCode);
    }

    [Fact]
    public async Task Endpoints_are_filtered_by_vpc_service_name_and_id()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var shop = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync(name: "shop", serverPort: 1));
        await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync(name: "bank", serverPort: 2));

        foreach (
            var (query, count) in new[]
            {
                ("endpoint_service_name=Shop", 1),
                ($"id={shop}", 1),
                ($"vpc_id={EmulatorHarness.VpcId}", 2),
                ($"vpc_id={EmulatorHarness.NoSuchId}", 0),
            }
        )
        {
            var listed = await cloud.GetAsync("vpc-endpoints?" + query);
            Assert.Equal(count, listed["endpoints"].AsArray().Count);
        }
        Assert.Equal("EndPoint.0020", (await cloud.GetAsync("vpc-endpoints?vpc_id=x")).ErrorCode);
        Assert.Equal("EndPoint.2017", (await cloud.GetAsync("vpc-endpoints?id=x")).ErrorCode);
    }

    [Fact]
    public async Task Pages_move_when_items_come_and_go_between_them()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var ids = new List<string>();
        foreach (var port in (int[])[1, 2, 3])
        {
            ids.Add(await cloud.AvailableServiceAsync(serverPort: port));
        }
        const string Path = "vpc-endpoint-services?limit=2";
        Assert.Equal([ids[2], ids[1]], Ids(await cloud.GetAsync(Path)));
        // Newest first: what comes in between pushes one item onto the next page, and so it shows twice.
        ids.Add(await cloud.AvailableServiceAsync(serverPort: 4));
        Assert.Equal([ids[1], ids[0]], Ids(await cloud.GetAsync(Path + "&offset=2")));
        // What goes pulls one onto the page before, and when enough go, the offset is past the end.
        cloud.Server.Cloud.Vanish(ids[3]);
        cloud.Server.Cloud.Vanish(ids[2]);
        Assert.Equal("EndPoint.0010", (await cloud.GetAsync(Path + "&offset=2")).ErrorCode);
    }

    [Fact]
    public async Task Total_may_be_scripted_to_be_wrong()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        await cloud.AvailableServiceAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.WrongTotal, Operation = "ListServices" });
        var listed = await cloud.GetAsync("vpc-endpoint-services");
        Assert.Equal((1, 100), (Ids(listed).Count, (int)listed["total_count"]));
    }

    private static List<string> Ids(Reply listed) =>
        [.. listed["endpoint_services"].AsArray().Select(item => (string)item!["id"]!)];
}
