using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Whitelist, route tables and policy of endpoints that exist (Huawei Cloud).</summary>
public sealed class EndpointUpdateTests
{
    private const string First = "705290f3-0d00-41f2-aedc-71f09844e801";
    private const string Second = "705290f3-0d00-41f2-aedc-71f09844e802";
    private const string Third = "705290f3-0d00-41f2-aedc-71f09844e803";

    // What answers about policies leave out.
    private static readonly string[] Details = ["subnet_id", "enable_status", "specification_name", "dns_names"];

    private const string Deny = """[{"Effect":"Deny","Action":["obs:*"],"Resource":["*"],"Sid":"x"}]""";

    [Fact]
    public async Task Whitelist_is_replaced_and_cleared_with_what_the_body_leaves_out_at_its_default()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var path = "vpc-endpoints/" + await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        var set = await cloud.CallAsync(
            HttpMethod.Put,
            path,
            """{"whitelist":["10.0.0.1","10.1.0.0/16"],"enable_whitelist":true}"""
        );
        Assert.Equal(200, set.Status);
        var read = await cloud.GetAsync(path);
        Assert.Equal("""["10.0.0.1","10.1.0.0/16"]""", read["whitelist"].ToJsonString());
        Assert.True((bool)read["enable_whitelist"]);

        await cloud.CallAsync(HttpMethod.Put, path, """{"whitelist":["10.0.0.2"]}""");
        Assert.False((bool)(await cloud.GetAsync(path))["enable_whitelist"]);
        await cloud.CallAsync(HttpMethod.Put, path, """{"whitelist":[]}""");
        Assert.Empty((await cloud.GetAsync(path))["whitelist"].AsArray());
        var wrong = await cloud.CallAsync(HttpMethod.Put, path, """{"whitelist":["10.0.0.0/99"]}""");
        Assert.Equal("EndPoint.2044", wrong.ErrorCode);
    }

    [Theory]
    [InlineData(Statuses.Creating, "enable", "EndPoint.2019")]
    [InlineData(Statuses.Deleting, "enable", "EndPoint.2018")]
    [InlineData(Statuses.Failed, "enable", "EndPoint.2047")]
    [InlineData(Statuses.Accepted, "disable", "EndPoint.2050")]
    [InlineData(Statuses.Rejected, "enable", null)]
    public async Task State_decides_whether_an_endpoint_can_be_changed(string status, string enabled, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        cloud.Server.Cloud.ChangeEndpoint(id, endpoint => endpoint with { Status = status, EnableStatus = enabled });
        var reply = await cloud.CallAsync(HttpMethod.Put, $"vpc-endpoints/{id}", """{"whitelist":[]}""");
        Assert.Equal(code, reply.ErrorCode);
    }

    [Fact]
    public async Task Route_tables_are_bound_and_unbound()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await GatewayAsync(cloud, First);
        var set = await SetTablesAsync(cloud, id, Second, Third);
        Assert.Equal(200, set.Status);
        Assert.Equal([Second, Third], Tables(set.Body!));
        Assert.Null(set.Body!["error"]);
        Assert.Equal([Second, Third], Tables((await cloud.GetAsync($"vpc-endpoints/{id}")).Body!));
    }

    [Fact]
    public async Task Route_tables_fail_one_by_one_inside_a_success()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await GatewayAsync(cloud, First);
        cloud.Server.Cloud.SetMissing(new Missing(First, Message: "busy"));
        cloud.Server.Cloud.SetMissing(new Missing(Second));

        var set = await SetTablesAsync(cloud, id, Second, Third);
        Assert.Equal(200, set.Status);
        Assert.Equal([Third, First], Tables(set.Body!));
        Assert.Equal(
            $$"""
            [{"bind_failed":[{"id":"{{Second}}","error_message":"The route table is not found."}],"unbind_failed":[{"id":"{{First}}","error_message":"busy"}]}]
            """,
            set["error"].ToJsonString()
        );
        Assert.Equal([Third, First], Tables((await cloud.GetAsync($"vpc-endpoints/{id}")).Body!));

        Assert.True(cloud.Server.Cloud.SetPresent(First));
        Assert.Equal([Third], Tables((await SetTablesAsync(cloud, id, Third)).Body!));
    }

    [Fact]
    public async Task Route_table_of_another_endpoint_for_the_service_is_taken()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        await GatewayAsync(cloud, First);
        var id = await GatewayAsync(cloud, Second);
        var set = await SetTablesAsync(cloud, id, Second, First);
        Assert.Equal(First, (string)set["error"][0]!["bind_failed"]![0]!["id"]!);
        var body = GatewayBody(First);
        Assert.Equal("EndPoint.2039", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
        // A VPC's own table is taken in the same way.
        body.Remove("routetables");
        Assert.Equal(200, (await cloud.PostAsync("vpc-endpoints", body)).Status);
        Assert.Equal("EndPoint.2039", (await cloud.PostAsync("vpc-endpoints", body)).ErrorCode);
    }

    [Fact]
    public async Task Updates_are_for_their_type_of_endpoint()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var plain = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        var gateway = await GatewayAsync(cloud, First);
        Assert.Equal("EndPoint.0002", (await SetTablesAsync(cloud, plain, First)).ErrorCode);
        Assert.Equal("EndPoint.2040", (await SetTablesAsync(cloud, gateway)).ErrorCode);
        Assert.Equal("EndPoint.1019", (await SetTablesAsync(cloud, gateway, "rtb-1")).ErrorCode);
        var whitelist = await cloud.CallAsync(HttpMethod.Put, $"vpc-endpoints/{gateway}", """{"whitelist":[]}""");
        Assert.Equal("EndPoint.0002", whitelist.ErrorCode);
        var policy = await SetPolicyAsync(cloud, plain, Deny);
        Assert.Equal("EndPoint.2048", policy.ErrorCode);
    }

    [Theory]
    [InlineData("huaweicloud", "\"*\"", """["*","*/*"]""")]
    [InlineData("otc", """["obs:*:*"]""", """["obs:*:*:*:*/*","obs:*:*:*:*"]""")]
    public async Task Gateway_endpoint_shows_the_policy_it_was_given_or_the_default(
        string dialect,
        string action,
        string resources
    )
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var plain = await cloud.PostAsync("vpc-endpoints", GatewayBody(First));
        Assert.Equal(action, plain["policy_statement"][0]!["Action"]!.ToJsonString());
        Assert.Equal(resources, plain["policy_statement"][0]!["Resource"]!.ToJsonString());
        Assert.Null(plain.Body!["enable_dns"]);
        var body = GatewayBody(Second);
        var deny = dialect == "otc" ? Deny.Replace(",\"Sid\":\"x\"", "", StringComparison.Ordinal) : Deny;
        body["policy_statement"] = JsonNode.Parse(deny);
        var given = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal(deny, given["policy_statement"].ToJsonString());
    }

    [Fact]
    public async Task Policy_is_set_replaced_and_taken_away()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await GatewayAsync(cloud, First);
        var set = await SetPolicyAsync(cloud, id, Deny);
        Assert.Equal(Deny, set["policy_statement"].ToJsonString());
        Assert.Equal(Deny, (await cloud.GetAsync($"vpc-endpoints/{id}"))["policy_statement"].ToJsonString());
        Assert.All(Details, detail => Assert.False(set.Body!.AsObject().ContainsKey(detail)));

        var deleted = await cloud.DeleteAsync($"vpc-endpoints/{id}/policy");
        Assert.Equal(200, deleted.Status);
        Assert.Equal("Allow", (string)deleted["policy_statement"][0]!["Effect"]!);
        Assert.Equal("EndPoint.2049", (await cloud.DeleteAsync($"vpc-endpoints/{id}/policy")).ErrorCode);
    }

    [Fact]
    public async Task An_element_that_the_policy_has_is_known()
    {
        const string newer = """[{"Effect":"Deny","Action":["obs:*"],"Resource":["*"],"New":{"a":1}}]""";
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await GatewayAsync(cloud, First);
        Assert.Equal("EndPoint.2048", (await SetPolicyAsync(cloud, id, newer)).ErrorCode);

        cloud.Server.Cloud.ChangeEndpoint(id, static held => held with { PolicyStatement = JsonElement.Parse(newer) });
        var again = newer.Replace("Deny", "Allow", StringComparison.Ordinal);
        Assert.Equal(again, (await SetPolicyAsync(cloud, id, again))["policy_statement"].ToJsonString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Version":"1.0","Statement":[]}""")]
    [InlineData("""{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]}""")]
    [InlineData("""{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Resource":["*"]}]}""")]
    [InlineData(
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","NotAction":"a","Resource":"*"}]}"""
    )]
    [InlineData(
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","New":1}]}"""
    )]
    public async Task Wrong_document_is_refused(string document)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var endpoint = cloud.Server.Cloud.CreateEndpoint(Account.Default, PublicServiceDefaults.KeysId)!;
        Assert.Equal("EndPoint.2048", (await SetDocumentAsync(cloud, endpoint.Id, document)).ErrorCode);
    }

    [Fact]
    public async Task Endpoint_of_the_clouds_own_service_shows_its_document_or_the_default()
    {
        const string document =
            """{"Version":"5.0","Statement":[{"Effect":"Deny","Principal":{"IAM":["a"]},"NotAction":"a","NotResource":["b"],"Condition":{"Null":{"c":"true"}},"Sid":"d"}]}""";
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = cloud.Server.Cloud.CreateEndpoint(Account.Default, PublicServiceDefaults.KeysId)!.Id;
        var plain = (await cloud.GetAsync($"vpc-endpoints/{id}"))["policy_document"].ToJsonString();
        Assert.Contains("\"Principal\":\"*\"", plain, StringComparison.Ordinal);

        Assert.Equal(document, (await SetDocumentAsync(cloud, id, document))["policy_document"].ToJsonString());
        Assert.Equal(plain, (await cloud.DeleteAsync($"vpc-endpoints/{id}/policy"))["policy_document"].ToJsonString());
    }

    [Theory]
    [InlineData("""[{"effect":"Deny","Action":["*"],"Resource":["*"]}]""")]
    [InlineData("""[{"Effect":"deny","Action":["*"],"Resource":["*"]}]""")]
    [InlineData("""[{"Effect":"Deny","Resource":["*"]}]""")]
    [InlineData("""[{"Effect":"Deny","Action":"*","Resource":["*"]}]""")]
    [InlineData("[]")]
    public async Task Wrong_policy_is_refused(string statement)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await GatewayAsync(cloud, First);
        Assert.Equal("EndPoint.2048", (await SetPolicyAsync(cloud, id, statement)).ErrorCode);
    }

    [Fact]
    public async Task Policy_document_is_for_interface_services_that_allow_policies()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var service = EmulatorHarness.ServiceBody();
        service["enable_policy"] = true;
        var body = EmulatorHarness.EndpointBody((await cloud.PostAsync("vpc-endpoint-services", service)).Id);
        body["policy_document"] = JsonNode.Parse("""{"Version":"5.0","Statement":[]}""");
        var created = await cloud.PostAsync("vpc-endpoints", body);
        Assert.Equal("5.0", (string)created["policy_document"]["Version"]!);
        await cloud.DeleteAsync($"vpc-endpoints/{created.Id}/policy");
        Assert.Null((await cloud.GetAsync($"vpc-endpoints/{created.Id}")).Body!["policy_document"]);
    }

    private static JsonObject GatewayBody(string table) =>
        new()
        {
            ["endpoint_service_id"] = PublicServiceDefaults.GatewayId,
            ["vpc_id"] = EmulatorHarness.VpcId,
            ["routetables"] = new JsonArray(table),
        };

    private static async Task<string> GatewayAsync(EmulatorHarness cloud, string table) =>
        (await cloud.PostAsync("vpc-endpoints", GatewayBody(table))).Id;

    private static Task<Reply> SetTablesAsync(EmulatorHarness cloud, string id, params string[] tables) =>
        cloud.PutAsync(
            $"vpc-endpoints/{id}/routetables",
            new JsonObject { ["routetables"] = new JsonArray([.. tables.Select(table => JsonValue.Create(table))]) }
        );

    private static Task<Reply> SetDocumentAsync(EmulatorHarness cloud, string id, string document) =>
        cloud.CallAsync(HttpMethod.Put, $"vpc-endpoints/{id}/policy", $$"""{"policy_document":{{document}}}""");

    private static Task<Reply> SetPolicyAsync(EmulatorHarness cloud, string id, string statement) =>
        cloud.CallAsync(HttpMethod.Put, $"vpc-endpoints/{id}/policy", $$"""{"policy_statement":{{statement}}}""");

    private static List<string> Tables(JsonNode endpoint) =>
        [.. endpoint["routetables"]!.AsArray().Select(table => (string)table!)];
}
