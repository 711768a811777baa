using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Public services, basic information, quotas, versions, and gateways.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task Public_services_are_listed_newest_first()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var listed = await cloud.GetAsync("vpc-endpoint-services/public");
        Assert.Equal(
            ["OBS", "DNS", "KMS"],
            listed["endpoint_services"].AsArray().Select(item => (string)item!["service_name"]!)
        );
        var found = await cloud.GetAsync("vpc-endpoint-services/public?endpoint_service_name=ob");
        var item = Assert.Single(found["endpoint_services"].AsArray())!.AsObject();
        Assert.Equal(
            ["id", "service_name", "service_type", "created_at", "is_charge", "owner"],
            item.Select(field => field.Key)
        );
        // They belong to nobody who calls.
        Assert.Equal(0, (int)(await cloud.GetAsync("vpc-endpoint-services"))["total_count"]);
    }

    [Theory]
    [InlineData("id=" + PublicServiceDefaults.GatewayId, "gateway")]
    [InlineData("endpoint_service_name=DNS", "interface")]
    public async Task Service_is_described_by_id_or_by_name(string query, string type)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        Assert.Equal(type, (await cloud.GetAsync("vpc-endpoint-services/describe?" + query)).Text("service_type"));
    }

    [Theory]
    [InlineData("", "EndPoint.0002")]
    [InlineData("?endpoint_service_name=DNS&id=" + PublicServiceDefaults.InterfaceId, "EndPoint.0002")]
    [InlineData("?endpoint_service_name=nothing", "EndPoint.0005")]
    public async Task Describe_needs_exactly_one_of_id_and_name(string query, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        Assert.Equal(code, (await cloud.GetAsync("vpc-endpoint-services/describe" + query)).ErrorCode);
    }

    [Fact]
    public async Task Own_service_is_described_by_its_full_name_after_a_rename()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync(name: "old");
        await cloud.PutAsync($"vpc-endpoint-services/{id}", new JsonObject { ["service_name"] = "new" });
        var path = "vpc-endpoint-services/describe?endpoint_service_name=tr-central-201";
        Assert.Equal(id, (await cloud.GetAsync($"{path}.new.{id}")).Id);
        Assert.Equal("EndPoint.0005", (await cloud.GetAsync($"{path}.old.{id}")).ErrorCode);
    }

    [Fact]
    public async Task Quotas_count_what_exists_and_are_enforced()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                ServiceQuota = 1,
                EndpointQuota = 1,
            }
        );
        var service = await cloud.AvailableServiceAsync();
        await cloud.CreatedEndpointAsync(service);
        Assert.Equal(
            "EndPoint.1018",
            (await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody(serverPort: 1))).ErrorCode
        );
        Assert.Equal(
            "EndPoint.1018",
            (await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service))).ErrorCode
        );

        var all = await cloud.GetAsync("quotas");
        Assert.Equal(
            """[{"type":"endpoint","used":1,"quota":1},{"type":"endpoint_service","used":1,"quota":1}]""",
            all["quotas"]["resources"]!.ToJsonString()
        );
        var one = await cloud.GetAsync("quotas?type=endpoint_service");
        Assert.Single(one["quotas"]["resources"]!.AsArray());
    }

    [Fact]
    public async Task Versions_need_no_authentication()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Caller = Account.Default with { Token = "nobody" };
        var all = await cloud.GetAsync("/");
        Assert.Equal(["v1", "v2"], all["versions"].AsArray().Select(version => (string)version!["id"]!));
        Assert.Equal("CURRENT", (string)(await cloud.GetAsync("/v1"))["version"]["status"]!);
        Assert.Equal(404, (await cloud.GetAsync("/v9")).Status);
    }

    [Fact]
    public async Task Gateway_endpoint_has_route_tables_and_no_address()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = new JsonObject
        {
            ["endpoint_service_id"] = PublicServiceDefaults.GatewayId,
            ["vpc_id"] = EmulatorHarness.VpcId,
            ["enable_dns"] = true,
        };
        var created = await cloud.PostAsync("vpc-endpoints", body);
        cloud.Time.Advance(cloud.Delay);
        var read = await cloud.GetAsync($"vpc-endpoints/{created.Id}");
        Assert.Equal(("gateway", "accepted"), (read.Text("service_type"), read.Text("status")));
        Assert.False((bool)read["enable_dns"]);
        Assert.True(Rules.IsId((string)Assert.Single(read["routetables"].AsArray())!));
        Assert.Null(read.Body!["ip"]);
        Assert.Null(read.Body!["subnet_id"]);

        body["routetables"] = new JsonArray("705290f3-0d00-41f2-aedc-71f09844e879");
        var chosen = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal("705290f3-0d00-41f2-aedc-71f09844e879", (string)chosen["routetables"][0]!);
        body["routetables"] = new JsonArray("rtb-1");
        Assert.Equal("EndPoint.1019", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Fact]
    public async Task Examples_dialect_spells_as_the_example_answers_do()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                Dialect = Dialect.AnkaraExamples,
                Delay = TimeSpan.Zero,
            }
        );
        var service = await cloud.AvailableServiceAsync();
        var created = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        Assert.Equal(System.Text.Json.JsonValueKind.String, created["marker_id"].GetValueKind());
        Assert.Equal(
            System.Text.Json.JsonValueKind.Number,
            (await cloud.GetAsync($"vpc-endpoints/{created.Id}"))["marker_id"].GetValueKind()
        );
        var item = (await cloud.GetAsync("vpc-endpoints"))["endpoints"][0]!;
        Assert.Equal("true", (string)item["enable_dns"]!);
        Assert.NotNull((string)item["dns_name"]!);
        Assert.Null(item["dns_names"]);
        Assert.Equal("true", (await cloud.GetAsync($"vpc-endpoint-services/describe?id={service}")).Text("is_charge"));
    }
}
