using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>What a wrong request is answered with, one row per rule.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("port_id", null, "EndPoint.2002")]
    [InlineData("port_id", "\"port-1\"", "EndPoint.3003")]
    [InlineData("vpc_id", null, "EndPoint.2011")]
    [InlineData("vpc_id", "\"vpc-1\"", "EndPoint.0020")]
    [InlineData("server_type", null, "EndPoint.2002")]
    [InlineData("server_type", "\"ECS\"", "EndPoint.3021")]
    [InlineData("service_type", "\"gateway\"", "EndPoint.0002")]
    [InlineData("tcp_proxy", "\"on\"", "EndPoint.0002")]
    [InlineData("approval_enabled", "\"true\"", "EndPoint.1004")]
    [InlineData("service_name", "\"seventeen-letters\"", "EndPoint.3076")]
    [InlineData("service_name", "\"a.b\"", "EndPoint.3076")]
    [InlineData("service_name", "\"\"", "EndPoint.3076")]
    [InlineData("ports", null, "EndPoint.2028")]
    [InlineData("ports", "[]", "EndPoint.2028")]
    [InlineData("ports", """[{"client_port":80}]""", "EndPoint.2028")]
    [InlineData("ports", """[{"client_port":70000,"server_port":80}]""", "EndPoint.3004")]
    [InlineData("ports", """[{"client_port":80,"server_port":0}]""", "EndPoint.3004")]
    [InlineData("ports", """[{"client_port":80.5,"server_port":80}]""", "EndPoint.3004")]
    [InlineData("ports", """[{"client_port":80,"server_port":80,"protocol":"UDP"}]""", "EndPoint.3075")]
    [InlineData(
        "ports",
        """[{"client_port":80,"server_port":80},{"client_port":80,"server_port":80}]""",
        "EndPoint.3043"
    )]
    [InlineData("description", "\"not in this document\"", "EndPoint.1004")]
    public async Task Service_with_a_wrong_field_is_refused(string field, string? value, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = EmulatorHarness.ServiceBody();
        Set(body, field, value);
        var refused = await cloud.PostAsync("vpc-endpoint-services", body);
        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
        Assert.Empty(cloud.Server.Cloud.Services);
    }

    [Theory]
    [InlineData(200, 200, null)]
    [InlineData(201, 400, "EndPoint.3074")]
    public async Task Service_may_have_two_hundred_port_mappings(int count, int status, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = EmulatorHarness.ServiceBody();
        body["ports"] = new JsonArray([
            .. Enumerable
                .Range(1, count)
                .Select(port => new JsonObject { ["client_port"] = port, ["server_port"] = port }),
        ]);
        var reply = await cloud.PostAsync("vpc-endpoint-services", body);
        Assert.Equal((status, code), (reply.Status, reply.ErrorCode));
    }

    [Fact]
    public async Task Services_on_one_backend_must_differ_in_server_port()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var first = await cloud.AvailableServiceAsync(serverPort: 90);
        var clash = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody(serverPort: 90));
        Assert.Equal("EndPoint.3044", clash.ErrorCode);

        var second = await cloud.AvailableServiceAsync(serverPort: 91);
        var moved = new JsonObject { ["ports"] = EmulatorHarness.ServiceBody(serverPort: 90)["ports"]!.DeepClone() };
        Assert.Equal("EndPoint.3044", (await cloud.PutAsync($"vpc-endpoint-services/{second}", moved)).ErrorCode);
        // Its own ports are no clash.
        Assert.Equal(200, (await cloud.PutAsync($"vpc-endpoint-services/{first}", moved.DeepClone())).Status);
    }

    [Theory]
    [InlineData("endpoint_service_id", null, "EndPoint.2029")]
    [InlineData("endpoint_service_id", "\"" + EmulatorHarness.NoSuchId + "\"", "EndPoint.2003")]
    [InlineData("endpoint_service_id", "\"svc\"", "EndPoint.3062")]
    [InlineData("vpc_id", null, "EndPoint.2011")]
    [InlineData("vpc_id", "\"vpc\"", "EndPoint.0020")]
    [InlineData("subnet_id", null, "EndPoint.2010")]
    [InlineData("subnet_id", "\"subnet\"", "EndPoint.0023")]
    [InlineData("enable_dns", "\"yes\"", "EndPoint.2033")]
    [InlineData("port_ip", "\"10.0.0.300\"", "EndPoint.3010")]
    [InlineData("port_ip", "\"fe80::1\"", "EndPoint.3010")]
    [InlineData("whitelist", """["10.0.0.300"]""", "EndPoint.3010")]
    [InlineData("whitelist", """["10.0.0.01"]""", "EndPoint.3010")]
    [InlineData("whitelist", """["10.0.0.0/33"]""", "EndPoint.3009")]
    [InlineData("whitelist", "\"10.0.0.1\"", "EndPoint.3010")]
    [InlineData("routetables", """["705290f3-0d00-41f2-aedc-71f09844e879"]""", "EndPoint.0002")]
    [InlineData("policy_statement", "[]", "EndPoint.1004")]
    public async Task Endpoint_with_a_wrong_field_is_refused(string field, string? value, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        Set(body, field, value);
        var refused = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
        Assert.Empty(cloud.Server.Cloud.Endpoints);
    }

    [Theory]
    [InlineData(20, 200, null)]
    [InlineData(21, 400, "EndPoint.3049")]
    public async Task Endpoint_may_have_twenty_whitelist_entries(int count, int status, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = EmulatorHarness.EndpointBody(await cloud.AvailableServiceAsync());
        body["whitelist"] = new JsonArray([
            .. Enumerable.Range(1, count).Select(i => JsonValue.Create($"10.0.{i}.0/24")),
        ]);
        var reply = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal((status, code), (reply.Status, reply.ErrorCode));
    }

    [Theory]
    [InlineData("", 504, "EndPoint.0011")]
    [InlineData("null", 504, "EndPoint.0011")]
    [InlineData("[]", 400, "EndPoint.1004")]
    [InlineData("{", 400, "EndPoint.1004")]
    [InlineData("""{"vpc_id":"a","vpc_id":"b"}""", 400, "EndPoint.1004")]
    public async Task Body_that_is_no_object_is_refused(string body, int status, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var refused = await cloud.CallAsync(HttpMethod.Post, "vpc-endpoints", body);
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Body_without_a_content_type_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Address("vpc-endpoints"))
        {
            Content = new ByteArrayContent("{}"u8.ToArray()),
        };
        request.Headers.Add("X-Auth-Token", cloud.Caller.Token);
        var refused = await cloud.SendAsync(request);
        Assert.Equal((504, "EndPoint.0012"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Path_that_no_operation_has_is_unknown_to_the_gateway()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var unknown = await cloud.GetAsync("vpc-end-points");
        Assert.Equal((404, "APIGW.0101"), (unknown.Status, unknown.ErrorCode));
    }

    [Fact]
    public async Task Every_answer_names_its_request_and_the_time()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var first = await cloud.GetAsync("vpc-endpoints");
        var second = await cloud.GetAsync("vpc-end-points");
        Assert.Equal(cloud.Time.GetUtcNow(), first.Message.Headers.Date);
        Assert.NotEqual(
            first.Message.Headers.GetValues("X-Request-Id").Single(),
            second.Message.Headers.GetValues("X-Request-Id").Single()
        );
    }

    private static void Set(JsonObject body, string field, string? value)
    {
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }
    }
}
