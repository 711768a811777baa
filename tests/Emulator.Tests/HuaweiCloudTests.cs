using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>What only Huawei Cloud has around services: names, notes on connections, permissions in batches, organisations.</summary>
public sealed class HuaweiCloudTests
{
    private const string Organization = "organizations:orgPath::";

    [Fact]
    public async Task Service_is_renamed()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await cloud.AvailableServiceAsync(name: "old");
        var path = $"vpc-endpoint-services/{id}";
        var renamed = await cloud.PutAsync(path + "/name", new JsonObject { ["endpoint_service_name"] = "new" });
        Assert.Equal($"ap-southeast-1.new.{id}", renamed.Text("endpoint_service_name"));
        Assert.Equal($"ap-southeast-1.new.{id}", (await cloud.GetAsync(path)).Text("service_name"));
        var wrong = await cloud.PutAsync(path + "/name", new JsonObject { ["endpoint_service_name"] = "a b" });
        Assert.Equal("EndPoint.3076", wrong.ErrorCode);
    }

    [Fact]
    public async Task Connection_is_described_by_the_owner_of_the_service()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        var path = $"vpc-endpoint-services/{service}/connections";
        var described = await cloud.PutAsync(path + "/description", Notes(endpoint, "the bank"));
        Assert.Equal("the bank", (string)described["connections"][0]!["description"]!);
        Assert.Equal("the bank", (string)(await cloud.GetAsync(path))["connections"][0]!["description"]!);
        Assert.Equal("", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("description"));

        Assert.Equal(
            "EndPoint.2013",
            (await cloud.PutAsync(path + "/description", Notes(EmulatorHarness.NoSuchId, "x"))).ErrorCode
        );
        Assert.Equal("EndPoint.0002", (await cloud.PutAsync(path + "/description", Notes(endpoint, "<x>"))).ErrorCode);
    }

    [Fact]
    public async Task Permissions_are_added_with_descriptions_described_and_removed_by_id()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var path = $"vpc-endpoint-services/{await cloud.AvailableServiceAsync()}/permissions";
        var added = await cloud.CallAsync(
            HttpMethod.Post,
            path + "/batch-create",
            """
            {"permissions":[{"permission":"iam:domain::a1","description":"first"},
                            {"permission":"iam:domain::*","description":""}],"permission_type":"domainId"}
            """
        );
        var first = added["permissions"][0]!;
        Assert.Equal(
            ("iam:domain::a1", "first", "domainId", "*"),
            (
                (string)first["permission"]!,
                (string)first["description"]!,
                (string)first["permission_type"]!,
                (string)added["permissions"][1]!["permission"]!
            )
        );

        var id = (string)first["id"]!;
        var one = new JsonObject { ["permission"] = new JsonObject { ["description"] = "changed" } };
        var described = await cloud.PutAsync($"{path}/{id}", one);
        Assert.Equal("changed", (string)described["permissions"][0]!["description"]!);
        Assert.Equal(
            "EndPoint.0005",
            (await cloud.PutAsync($"{path}/{EmulatorHarness.NoSuchId}", one.DeepClone())).ErrorCode
        );

        var ids = new JsonObject { ["permissions"] = new JsonArray(new JsonObject { ["id"] = id }) };
        var removed = await cloud.PostAsync(path + "/batch-delete", ids);
        Assert.Equal("iam:domain::a1", (string)Assert.Single(removed["permissions"].AsArray())!["permission"]!);
        Assert.Equal("*", (string)Assert.Single((await cloud.GetAsync(path))["permissions"].AsArray())!["permission"]!);
    }

    [Theory]
    [InlineData("o-emulator/r-root/ou-other", "orgPath", null)]
    [InlineData("*", "orgPath", null)]
    [InlineData("o-emulator/r-root/*", "orgPath", null)]
    [InlineData("o-emulator/r-root/ou-othe?", "orgPath", null)]
    [InlineData("o-emulator/r-root/ou-default", "orgPath", "EndPoint.2012")]
    [InlineData("o-emulator/r-root", "orgPath", "EndPoint.2012")]
    [InlineData("o-emulator/r-root/*", "domainId", "EndPoint.3002")]
    [InlineData("o-emulator/r-root/*", null, "EndPoint.3002")]
    [InlineData("o_emulator", "orgPath", "EndPoint.3002")]
    public async Task Organisation_may_connect(string organization, string? type, string? code)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var service = await cloud.AvailableServiceAsync();
        var body = new JsonObject { ["permissions"] = new JsonArray(Organization + organization), ["action"] = "add" };
        if (type is not null)
        {
            body["permission_type"] = type;
        }
        var path = $"vpc-endpoint-services/{service}/permissions";
        var added = await cloud.PostAsync(path + "/action", body);
        if (code == "EndPoint.3002")
        {
            Assert.Equal(code, added.ErrorCode);
            return;
        }
        Assert.Equal("orgPath", added.Text("permission_type"));
        Assert.Equal("orgPath", (string)(await cloud.GetAsync(path))["permissions"][0]!["permission_type"]!);

        cloud.Caller = Account.Other;
        var connected = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
        Assert.Equal(code, connected.ErrorCode);
    }

    [Fact]
    public async Task Domain_does_not_pass_as_an_organisation()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var body = new JsonObject
        {
            ["permissions"] = new JsonArray("iam:domain::a1"),
            ["action"] = "add",
            ["permission_type"] = "orgPath",
        };
        var path = $"vpc-endpoint-services/{await cloud.AvailableServiceAsync()}/permissions/action";
        Assert.Equal("EndPoint.3002", (await cloud.PostAsync(path, body)).ErrorCode);
    }

    private static JsonObject Notes(string endpoint, string description) =>
        new() { ["connections"] = new JsonArray(new JsonObject { ["id"] = endpoint, ["description"] = description }) };
}
