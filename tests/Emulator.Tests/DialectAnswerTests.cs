using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>How each site answers where the documents differ.</summary>
public sealed class DialectAnswerTests
{
    private const string PlainService =
        "approval_enabled,created_at,id,port_id,ports,project_id,server_type,service_name,service_type,status,"
        + "tcp_proxy,updated_at,vpc_id";

    private const string PlainEndpoint =
        "active_status,created_at,enable_dns,enable_status,enable_whitelist,endpoint_service_id,endpoint_service_name,"
        + "id,marker_id,project_id,service_type,status,subnet_id,tags,updated_at,vpc_id,whitelist";

    [Theory]
    [InlineData("ankara", Shape.Create, "", "")]
    [InlineData("ankara", Shape.List, "connection_count", "")]
    [InlineData("huaweicloud", Shape.Create, "description,tags,enable_policy", "")]
    [InlineData("huaweicloud", Shape.Get, "description,tags,enable_policy,cidr_type,supported_editions", "")]
    [InlineData(
        "huaweicloud",
        Shape.List,
        "connection_count,description,tags,enable_policy,supported_editions,domain_id,update_at",
        "updated_at"
    )]
    [InlineData("otc", Shape.Create, "description,tags,pool_id", "")]
    [InlineData("otc", Shape.Get, "description,tags,pool_id", "")]
    [InlineData("otc", Shape.List, "connection_count,description,tags,pool_id,domain_id,update_at", "updated_at")]
    public async Task Fields_of_a_service(string dialect, object shape, string more, string fewer)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        var shown = shape switch
        {
            Shape.Create => created.Body!,
            Shape.Get => (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Body!,
            _ => (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!,
        };
        Assert.Equal(Expected(PlainService, more, fewer), Names(shown));
    }

    [Theory]
    [InlineData("ankara", Shape.Create, "dns_names", "")]
    [InlineData("ankara", Shape.Get, "ip,dns_names", "")]
    [InlineData("ankara-examples", Shape.List, "ip,dns_name", "")]
    [InlineData("huaweicloud", Shape.Create, "description,specification_name,endpoint_pool_id", "")]
    [InlineData("huaweicloud", Shape.Get, "ip,dns_names,description,specification_name,endpoint_pool_id", "")]
    [InlineData("huaweicloud", Shape.List, "ip,dns_names,description,endpoint_pool_id", "enable_status")]
    [InlineData("otc", Shape.Create, "description,specification_name,endpoint_pool_id", "")]
    [InlineData("otc", Shape.Get, "ip,dns_names,description,specification_name,endpoint_pool_id", "")]
    [InlineData("otc", Shape.List, "ip,dns_names,description,specification_name,endpoint_pool_id", "")]
    public async Task Fields_of_an_endpoint(string dialect, object shape, string more, string fewer)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var service = await cloud.AvailableServiceAsync();
        var created = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        var shown = shape switch
        {
            Shape.Create => created.Body!,
            Shape.Get => (await cloud.GetAsync($"vpc-endpoints/{created.Id}")).Body!,
            _ => (await cloud.GetAsync("vpc-endpoints"))["endpoints"][0]!,
        };
        Assert.Equal(Expected(PlainEndpoint, more, fewer), Names(shown));
    }

    [Theory]
    [InlineData("ankara", Shape.Create, "2026-03-04T12:00:00Z")]
    [InlineData("ankara", Shape.List, "2026-03-04T12:00:00Z")]
    [InlineData("huaweicloud", Shape.List, "2026-03-04T12:00:00Z")]
    [InlineData("otc", Shape.Create, "2026-03-04T12:00:00.000")]
    [InlineData("otc", Shape.Get, "2026-03-04T12:00:00Z")]
    [InlineData("otc", Shape.List, "2026-03-04T12:00:00.000")]
    public async Task Times_of_a_service(string dialect, object shape, string time)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        var shown = shape switch
        {
            Shape.Create => created.Body!,
            Shape.Get => (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Body!,
            _ => (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!,
        };
        Assert.Equal(time, (string)shown["created_at"]!);
        Assert.Equal(time, (string)(shown["updated_at"] ?? shown["update_at"])!);
    }

    [Theory]
    [InlineData("ankara", "\"active\"", JsonValueKind.Number, 322_312_312_314)]
    [InlineData("huaweicloud", """["active"]""", JsonValueKind.Number, 16_777_218)]
    [InlineData("otc", """["active"]""", JsonValueKind.Number, 201_515_773)]
    [InlineData("ankara-examples", "\"active\"", JsonValueKind.String, 322_312_312_314)]
    public async Task Account_status_and_marker(string dialect, string status, JsonValueKind kind, long marker)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        var shown = (await cloud.GetAsync("vpc-endpoints"))["endpoints"][0]!;
        Assert.Equal(status, shown["active_status"]!.ToJsonString());
        Assert.Equal(kind, shown["marker_id"]!.GetValueKind());
        Assert.Equal($"{marker}", shown["marker_id"]!.ToString());
    }

    [Theory]
    [InlineData("ankara", "error_code", "error_code")]
    [InlineData("huaweicloud", "code", "error_code")]
    [InlineData("otc", "error_code", "error_code")]
    public async Task Error_of_a_failed_service(string dialect, string inDetails, string inList)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.CreateFails });
        var id = (await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody())).Id;
        var details = (await cloud.GetAsync($"vpc-endpoint-services/{id}"))["error"][0]!;
        Assert.Equal("EndPoint.3001", (string)details[inDetails]!);
        var item = (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!["error"]![0]!;
        Assert.Equal("EndPoint.3001", (string)item[inList]!);
    }

    [Theory]
    [InlineData("ankara", 200)]
    [InlineData("ankara-examples", 200)]
    [InlineData("huaweicloud", 204)]
    [InlineData("otc", 204)]
    public async Task Status_of_a_delete(string dialect, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal(status, (await cloud.DeleteAsync($"vpc-endpoints/{endpoint}")).Status);
        Assert.Equal(status, (await cloud.DeleteAsync($"vpc-endpoint-services/{service}")).Status);
    }

    [Theory]
    [InlineData("ankara", "EndPoint.0005", "The requested resource is unavailable.")]
    [InlineData("huaweicloud", "EndPoint.0005", "The requested resource does not exist.")]
    [InlineData("otc", "EndPoint.0005", "The requested resource does not exist.")]
    [InlineData("ankara", "EndPoint.2014", "The endpoint has connected to the endpoint service.")]
    [InlineData("otc", "EndPoint.2014", "The endpoint has been connected to the endpoint service.")]
    public async Task Words_of_an_error(string dialect, string code, string words)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        cloud.Server.Faults.Add(new Fault { Code = code });
        Assert.Equal(words, (await cloud.GetAsync("vpc-endpoints")).Text("error_msg"));
    }

    [Theory]
    [InlineData("ankara", "id,permission,description,created_at", "permissions")]
    [InlineData("huaweicloud", "id,permission,description,created_at,permission_type", "permissions,permission_type")]
    [InlineData("otc", "id,permission,description,created_at,permission_type", "permissions")]
    public async Task Permission(string dialect, string fields, string answer)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var path = $"vpc-endpoint-services/{await cloud.AvailableServiceAsync()}/permissions";
        var added = await cloud.PostAsync(
            path + "/action",
            new JsonObject { ["permissions"] = new JsonArray("iam:domain::abc"), ["action"] = "add" }
        );
        Assert.Equal(answer, string.Join(',', added.Body!.AsObject().Select(field => field.Key)));
        var item = (await cloud.GetAsync(path))["permissions"][0]!.AsObject();
        Assert.Equal(fields, string.Join(',', item.Select(field => field.Key)));
        Assert.Equal(dialect == "ankara" ? null : "domainId", (string?)item["permission_type"]);
    }

    [Theory]
    [InlineData("ankara", null, "Boolean")]
    [InlineData("huaweicloud", true, "Boolean")]
    [InlineData("otc", null, "String")]
    public async Task Public_service(string dialect, bool? policy, string charge)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var listed = await cloud.GetAsync("vpc-endpoint-services/public?endpoint_service_name=obs");
        var described = await cloud.GetAsync("vpc-endpoint-services/describe?id=" + PublicServiceDefaults.GatewayId);
        foreach (var item in new[] { listed["endpoint_services"][0]!, described.Body! })
        {
            Assert.Equal(policy, (bool?)item["enable_policy"]);
            Assert.Equal(charge == "String", item["is_charge"]!.GetValueKind() == JsonValueKind.String);
        }
    }

    [Theory]
    [InlineData("ankara", "tr-central-201")]
    [InlineData("ankara-examples", "tr-central-201")]
    [InlineData("huaweicloud", "ap-southeast-1")]
    [InlineData("otc", "eu-de")]
    public async Task Region_unless_told(string dialect, string region)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var id = await cloud.AvailableServiceAsync();
        Assert.Equal($"{region}.{id}", (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Text("service_name"));
        Assert.Equal("here", (cloud.Server.Options with { Region = "here" }).Region);
    }

    private static List<string> Expected(string plain, string more, string fewer) =>
        [.. Split(plain).Except(Split(fewer)).Concat(Split(more)).Order(StringComparer.Ordinal)];

    private static List<string> Names(JsonNode item) =>
        [.. item.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)];

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
