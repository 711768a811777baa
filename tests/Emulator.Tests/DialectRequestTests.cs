using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>What each site takes: one row per dialect, field and value, with the code of a refusal.</summary>
public sealed class DialectRequestTests
{
    private const string Uuid = "\"4189d3c2-8882-4871-a3c2-d380272eed11\"";
    private const string Udp = """[{"client_port":1,"server_port":1,"protocol":"UDP"}]""";
    private const string Statement = """[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]""";

    [Theory]
    [InlineData("ankara", "description", "\"d\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "description", "\"d\"", null)]
    [InlineData("otc", "description", "\"d\"", null)]
    [InlineData("huaweicloud", "description", "\"<d>\"", "EndPoint.0002")]
    [InlineData("ankara", "tags", """[{"key":"a","value":"b"}]""", "EndPoint.1004")]
    [InlineData("huaweicloud", "tags", """[{"key":"a","value":"b"}]""", null)]
    [InlineData("otc", "tags", """[{"key":"a","value":"b"}]""", null)]
    [InlineData("ankara", "pool_id", Uuid, "EndPoint.1004")]
    [InlineData("otc", "pool_id", Uuid, null)]
    [InlineData("otc", "pool_id", "\"p\"", "EndPoint.2038")]
    [InlineData("ankara", "vip_port_id", Uuid, "EndPoint.1004")]
    [InlineData("huaweicloud", "vip_port_id", Uuid, "EndPoint.1004")]
    [InlineData("otc", "vip_port_id", Uuid, null)]
    [InlineData("otc", "vip_port_id", "\"v\"", "EndPoint.3051")]
    [InlineData("ankara", "ip_version", "\"ipv4\"", "EndPoint.1004")]
    [InlineData("otc", "ip_version", "\"ipv4\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "ip_version", "\"ipv4\"", null)]
    [InlineData("huaweicloud", "ip_version", "\"dualstack\"", "EndPoint.0002")]
    [InlineData("huaweicloud", "ip_version", "\"ipv6\"", "EndPoint.0002")]
    [InlineData("huaweicloud", "enable_policy", "true", null)]
    [InlineData("otc", "enable_policy", "true", "EndPoint.1004")]
    [InlineData("ankara", "server_type", "\"BMS\"", null)]
    [InlineData("huaweicloud", "server_type", "\"BMS\"", "EndPoint.3021")]
    [InlineData("huaweicloud", "server_type", "\"VIP\"", null)]
    [InlineData("otc", "server_type", "\"BMS\"", null)]
    [InlineData("ankara", "tcp_proxy", "\"proxy_vni\"", null)]
    [InlineData("huaweicloud", "tcp_proxy", "\"proxy_vni\"", null)]
    [InlineData("otc", "tcp_proxy", "\"proxy_vni\"", null)]
    [InlineData("hcs", "tcp_proxy", "\"proxy_vni\"", "EndPoint.0002")]
    [InlineData("cloudru", "tcp_proxy", "\"proxy_vni\"", "EndPoint.0002")]
    [InlineData("otc", "tcp_proxy", "\"proxy_open\"", null)]
    [InlineData("ankara", "ports", Udp, "EndPoint.3075")]
    [InlineData("huaweicloud", "ports", Udp, "EndPoint.3075")]
    [InlineData("otc", "ports", Udp, null)]
    [InlineData("hcs", "ports", Udp, null)]
    [InlineData("cloudru", "ports", Udp, "EndPoint.3075")]
    [InlineData("hcs", "server_type", "\"VIP\"", "EndPoint.3021")]
    [InlineData("cloudru", "server_type", "\"VIP\"", "EndPoint.3021")]
    [InlineData("cloudru", "server_type", "\"BMS\"", "EndPoint.3021")]
    [InlineData("hcs", "tags", """[{"key":"a","value":"b"}]""", "EndPoint.1004")]
    [InlineData("cloudru", "tags", """[{"key":"a","value":"b"}]""", null)]
    [InlineData("hcs", "description", "\"d\"", "EndPoint.1004")]
    [InlineData("cloudru", "description", "\"d\"", null)]
    [InlineData("cloudru", "enable_policy", "true", null)]
    [InlineData("hcs", "service_name", "\"a-name-that-is-longer-than-sixteen\"", null)]
    [InlineData("cloudru", "service_name", "\"a-name-that-is-longer-than-sixteen\"", "EndPoint.3076")]
    [InlineData("otc", "service_name", "\"a-name-that-is-longer-than-sixteen\"", "EndPoint.3076")]
    public async Task Service_field(string dialect, string field, string value, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var body = EmulatorHarness.ServiceBody();
        body[field] = JsonNode.Parse(value);
        Assert.Equal(code, (await cloud.PostAsync("vpc-endpoint-services", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", "description", "\"d\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "description", "\"d\"", null)]
    [InlineData("otc", "description", "\"d\"", null)]
    [InlineData("huaweicloud", "vip_port_id", Uuid, "EndPoint.1004")]
    [InlineData("otc", "vip_port_id", Uuid, null)]
    [InlineData("huaweicloud", "ip", "\"10.0.0.1\"", null)]
    [InlineData("otc", "ip", "\"10.0.0.1\"", "EndPoint.1004")]
    [InlineData("otc", "tags", "[]", "EndPoint.1004")]
    [InlineData("huaweicloud", "tags", "[]", "EndPoint.1004")]
    public async Task Service_field_of_a_change(string dialect, string field, string value, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var id = await cloud.AvailableServiceAsync();
        var body = new JsonObject { [field] = JsonNode.Parse(value) };
        Assert.Equal(code, (await cloud.PutAsync($"vpc-endpoint-services/{id}", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", "tags", """[{"key":"a","value":"b"}]""", null)]
    [InlineData("ankara", "description", "\"d\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "description", "\"d\"", null)]
    [InlineData("otc", "description", "\"d\"", null)]
    [InlineData("hcs", "tags", """[{"key":"a","value":"b"}]""", "EndPoint.1004")]
    [InlineData("cloudru", "tags", """[{"key":"a","value":"b"}]""", null)]
    [InlineData("cloudru", "policy_statement", Statement, "EndPoint.1004")]
    [InlineData("otc", "specification_name", "\"default\"", null)]
    [InlineData("huaweicloud", "specification_name", "\"default\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "ip_version", "\"dualstack\"", null)]
    [InlineData("huaweicloud", "ip_version", "\"ipv6\"", "EndPoint.0002")]
    [InlineData("otc", "ip_version", "\"ipv4\"", "EndPoint.1004")]
    [InlineData("huaweicloud", "ipv6_address", "\"2001:db8::1\"", null)]
    [InlineData("huaweicloud", "ipv6_address", "\"10.0.0.1\"", "EndPoint.2041")]
    [InlineData("otc", "policy_document", "{}", "EndPoint.1004")]
    [InlineData("huaweicloud", "policy_document", "{}", "EndPoint.2048")]
    [InlineData("huaweicloud", "policy_statement", Statement, "EndPoint.2048")]
    [InlineData("otc", "policy_statement", Statement, "EndPoint.2048")]
    [InlineData("otc", "policy_statement", "[]", null)]
    [InlineData("ankara", "port_ip", "\"10.0.0.300\"", "EndPoint.3010")]
    [InlineData("huaweicloud", "port_ip", "\"10.0.0.300\"", "EndPoint.2041")]
    [InlineData("otc", "port_ip", "\"10.0.0.300\"", "EndPoint.2041")]
    [InlineData("ankara", "whitelist", """["10.0.0.0/33"]""", "EndPoint.3009")]
    [InlineData("huaweicloud", "whitelist", """["10.0.0.0/33"]""", "EndPoint.2044")]
    [InlineData("otc", "whitelist", """["10.0.0.300"]""", "EndPoint.2044")]
    public async Task Endpoint_field(string dialect, string field, string value, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        body[field] = JsonNode.Parse(value);
        Assert.Equal(code, (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", "EndPoint.3049")]
    [InlineData("huaweicloud", "EndPoint.2045")]
    [InlineData("otc", "EndPoint.2045")]
    public async Task Whitelist_of_more_than_twenty(string dialect, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        body["whitelist"] = new JsonArray([.. Enumerable.Range(1, 21).Select(i => JsonValue.Create($"10.0.{i}.0/24"))]);
        Assert.Equal(code, (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", null)]
    [InlineData("huaweicloud", "EndPoint.2042")]
    [InlineData("otc", "EndPoint.2042")]
    public async Task Address_that_another_endpoint_of_the_subnet_has(string dialect, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        body["port_ip"] = "10.0.0.9";
        await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal(code, (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", 8080, 91, "TCP", null)]
    [InlineData("ankara", 8081, 90, "TCP", "EndPoint.3044")]
    [InlineData("huaweicloud", 8080, 91, "TCP", "EndPoint.3044")]
    [InlineData("huaweicloud", 8081, 90, "TCP", "EndPoint.3044")]
    [InlineData("otc", 8080, 91, "TCP", "EndPoint.3044")]
    [InlineData("otc", 8080, 90, "UDP", null)]
    [InlineData("otc", 8081, 91, "TCP", null)]
    public async Task Ports_of_two_services_on_one_backend(
        string dialect,
        int client,
        int server,
        string protocol,
        string? code
    )
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        await cloud.AvailableServiceAsync();
        var body = EmulatorHarness.ServiceBody();
        var port = body["ports"]![0]!;
        (port["client_port"], port["server_port"], port["protocol"]) = (client, server, protocol);
        Assert.Equal(code, (await cloud.PostAsync("vpc-endpoint-services", body)).ErrorCode);
    }

    [Theory]
    [InlineData("ankara", "a=b*", "<", null)]
    [InlineData("ankara", "", "", "EndPoint.3066")]
    [InlineData("huaweicloud", "a=b", "x/y", null)]
    [InlineData("huaweicloud", "a/b", "", "EndPoint.3068")]
    [InlineData("huaweicloud", " a", "", "EndPoint.3068")]
    [InlineData("huaweicloud", "_sys_a", "", "EndPoint.3068")]
    [InlineData("otc", "a@b_c-1", "x@y", null)]
    [InlineData("otc", "Straße", "", null)]
    [InlineData("otc", "a b", "", "EndPoint.3068")]
    [InlineData("otc", "a", "x.y", "EndPoint.3068")]
    [InlineData("otc", "", "", "EndPoint.3066")]
    public async Task Tag_of_an_endpoint(string dialect, string key, string value, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        Assert.Equal(code, (await CreateTaggedAsync(cloud, key, value)).ErrorCode);
    }

    [Theory]
    [InlineData("huaweicloud", 128, 255, null)]
    [InlineData("huaweicloud", 129, 255, "EndPoint.3072")]
    [InlineData("huaweicloud", 128, 256, "EndPoint.3073")]
    [InlineData("otc", 36, 43, null)]
    [InlineData("otc", 37, 43, "EndPoint.3072")]
    [InlineData("otc", 36, 44, "EndPoint.3073")]
    public async Task Length_of_a_tag(string dialect, int key, int value, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var reply = await CreateTaggedAsync(cloud, new string('k', key), new string('v', value));
        Assert.Equal(code, reply.ErrorCode);
    }

    [Theory]
    [InlineData("ankara", "created_at", "create_at")]
    [InlineData("ankara-examples", "updated_at", "update_at")]
    [InlineData("huaweicloud", "updated_at", "update_at")]
    [InlineData("otc", "create_at", "created_at")]
    [InlineData("otc", "update_at", "updated_at")]
    public async Task Sort_key(string dialect, string right, string wrong)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var service = await cloud.AvailableServiceAsync();
        foreach (
            var list in new[]
            {
                "vpc-endpoint-services",
                "vpc-endpoints",
                $"vpc-endpoint-services/{service}/connections",
            }
        )
        {
            Assert.Equal(200, (await cloud.GetAsync($"{list}?sort_key={right}")).Status);
            Assert.Equal("EndPoint.0017", (await cloud.GetAsync($"{list}?sort_key={wrong}")).ErrorCode);
        }
    }

    [Fact]
    public async Task Undocumented_field_is_dropped_where_that_is_chosen()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                RefusesUnknownFields = false,
            }
        );
        var body = EmulatorHarness.ServiceBody();
        body["description"] = "not of this site";
        var created = await cloud.PostAsync("vpc-endpoint-services", body);
        Assert.Equal("", cloud.Server.Cloud.FindService(created.Id)!.Description);
    }

    private static async Task<Reply> CreateTaggedAsync(EmulatorHarness cloud, string key, string value)
    {
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        body["tags"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value });
        return await cloud.PostAsync("vpc-endpoints", body);
    }
}
