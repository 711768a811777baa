using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Everything a provider can be asked about can be changed behind its back, from another process.</summary>
public sealed class ControlChangeTests
{
    [Theory]
    [InlineData("description", "\"d\"")]
    [InlineData("approval_enabled", "false")]
    [InlineData("tcp_proxy", "\"open\"")]
    [InlineData("server_type", "\"VIP\"")]
    [InlineData("port_id", "\"p\"")]
    [InlineData("vpc_id", "\"v\"")]
    [InlineData("pool_id", "\"p\"")]
    [InlineData("ip", "\"10.0.0.1\"")]
    [InlineData("ip_version", "\"ipv4\"")]
    [InlineData("enable_policy", "true")]
    [InlineData("domain_id", "\"d\"")]
    [InlineData("public_border_group", "\"g\"")]
    [InlineData("supported_editions", """["profession"]""")]
    [InlineData("status", "\"deleting\"")]
    [InlineData("tags", """[{"key":"a","value":"b"}]""")]
    [InlineData("tags", """[{"key":"_sys_enterprise_project_id","value":"0"}]""")]
    [InlineData("ports", """[{"client_port":1,"server_port":2,"protocol":"UDP"}]""")]
    public async Task Field_of_a_service(string field, string value)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = cloud.Server.Cloud.CreateService(Account.Default).Id;
        await PatchAsync(cloud, $"services/{id}", field, value);
        var shown = (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!.AsObject();
        var alone = await cloud.GetAsync($"vpc-endpoint-services/{id}");
        Assert.Equal(value, (shown[field] ?? alone[field])!.ToJsonString());
    }

    [Theory]
    [InlineData("description", "\"d\"")]
    [InlineData("specification_name", "\"s\"")]
    [InlineData("endpoint_pool_id", "\"p\"")]
    [InlineData("public_border_group", "\"g\"")]
    [InlineData("ipv6_address", "\"2001:db8::1\"")]
    [InlineData("ip", "\"10.9.9.9\"")]
    [InlineData("enable_dns", "true")]
    [InlineData("dns_names", """["a.b"]""")]
    [InlineData("whitelist", """["10.0.0.1"]""")]
    [InlineData("enable_whitelist", "true")]
    [InlineData("enable_status", "\"disable\"")]
    [InlineData("marker_id", "7")]
    [InlineData("subnet_id", "\"s\"")]
    [InlineData("vpc_id", "\"v\"")]
    [InlineData("status", "\"rejected\"")]
    [InlineData("tags", """[{"key":"a","value":"b"}]""")]
    [InlineData("tags", """[{"key":"_sys_enterprise_project_id","value":"0"}]""")]
    [InlineData("policy_document", """{"Version":"5.0"}""")]
    public async Task Field_of_an_endpoint(string field, string value)
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        await PatchAsync(cloud, $"endpoints/{id}", field, value);
        Assert.Equal(value, (await cloud.GetAsync($"vpc-endpoints/{id}"))[field].ToJsonString());
    }

    [Fact]
    public async Task Account_that_is_frozen_and_a_gateway_with_another_policy_and_tables()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = cloud.Server.Cloud.CreateEndpoint(Account.Default, PublicServiceDefaults.GatewayId)!.Id;
        await PatchAsync(cloud, $"endpoints/{id}", "active_status", "\"arrear_frozen\"");
        await PatchAsync(cloud, $"endpoints/{id}", "routetables", """["t"]""");
        await PatchAsync(cloud, $"endpoints/{id}", "policy_statement", """[{"Effect":"Deny"}]""");
        var shown = await cloud.GetAsync($"vpc-endpoints/{id}");
        Assert.Equal("""["arrear_frozen"]""", shown["active_status"].ToJsonString());
        Assert.Equal("""["t"]""", shown["routetables"].ToJsonString());
        Assert.Equal("""[{"Effect":"Deny"}]""", shown["policy_statement"].ToJsonString());

        await PatchAsync(cloud, $"endpoints/{id}", "policy_statement", "null");
        var plain = await cloud.GetAsync($"vpc-endpoints/{id}");
        Assert.Equal("Allow", (string)plain["policy_statement"][0]!["Effect"]!);
    }

    [Fact]
    public async Task Connection_and_permission_as_the_owner_of_the_service_sees_them()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        await PatchAsync(cloud, $"endpoints/{endpoint}", "connection_description", "\"theirs\"");
        await PatchAsync(cloud, $"endpoints/{endpoint}", "domain_id", "\"elsewhere\"");
        var connection = (await cloud.GetAsync($"vpc-endpoint-services/{service}/connections"))["connections"][0]!;
        Assert.Equal(("theirs", "elsewhere"), ((string)connection["description"]!, (string)connection["domain_id"]!));

        await cloud.CallAsync(
            HttpMethod.Post,
            $"/_emulator/services/{service}/permissions",
            """{"permission":"organizations:orgPath::*","description":"all of us"}"""
        );
        var path = $"vpc-endpoint-services/{service}/permissions";
        var added = (await cloud.GetAsync(path))["permissions"][0]!;
        Assert.Equal(("all of us", "orgPath"), ((string)added["description"]!, (string)added["permission_type"]!));
        await PatchAsync(cloud, $"services/{service}/permissions/{added["id"]}", "description", "\"some\"");
        await PatchAsync(cloud, $"services/{service}/permissions/organizations:orgPath::*", "value", "\"*\"");
        var changed = (await cloud.GetAsync(path))["permissions"][0]!;
        Assert.Equal(("some", "*"), ((string)changed["description"]!, (string)changed["permission"]!));
        var missing = await cloud.CallAsync(HttpMethod.Patch, $"/_emulator/services/{service}/permissions/none", "{}");
        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public async Task Other_account_gets_a_service_and_connects_to_ours()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var theirs = await CreateAsync(
            cloud,
            "services",
            $$"""{"project_id":"{{Account.Other.ProjectId}}","name":"theirs","approval_enabled":false}"""
        );
        Assert.Equal($"ap-southeast-1.theirs.{theirs.Id}", theirs.Text("service_name"));
        Assert.Equal(Account.Other.DomainId, theirs.Text("domain_id"));
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoint-services/{theirs.Id}")).Status);
        var refused = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(theirs.Id));
        Assert.Equal("EndPoint.2012", refused.ErrorCode);

        var ours = await cloud.AvailableServiceAsync(approval: true);
        var endpoint = await CreateAsync(
            cloud,
            "endpoints",
            $$"""{"project_id":"{{Account.Other.ProjectId}}","endpoint_service_id":"{{ours}}","enable_dns":true}"""
        );
        var connections = (await cloud.GetAsync($"vpc-endpoint-services/{ours}/connections"))["connections"];
        var connection = Assert.Single(connections.AsArray())!;
        Assert.Equal(
            (endpoint.Id, "pendingAcceptance", Account.Other.DomainId),
            ((string)connection["id"]!, (string)connection["status"]!, (string)connection["domain_id"]!)
        );
        Assert.Equal(
            404,
            (await cloud.CallAsync(HttpMethod.Post, "/_emulator/endpoints", """{"endpoint_service_id":"no"}""")).Status
        );
        Assert.Equal(
            400,
            (await cloud.CallAsync(HttpMethod.Post, "/_emulator/services", """{"project_id":"nobody"}""")).Status
        );
    }

    [Fact]
    public async Task Another_project_of_the_account_signs_in_and_reset_forgets_it()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var added = await cloud.CallAsync(
            HttpMethod.Post,
            "/_emulator/accounts",
            """{"project_id":"second-project","token":"second-token"}"""
        );
        Assert.Equal(200, added.Status);
        var first = cloud.Caller;
        cloud.Caller = first with { ProjectId = "second-project", Token = "second-token" };
        Assert.Equal(200, (await cloud.GetAsync("vpc-endpoints")).Status);
        Assert.Equal(2, (await cloud.GetAsync("/v3/projects?name=tr-central-201"))["projects"].AsArray().Count);

        // A service of one project, an endpoint of another one: the domain is the same, so it is admitted.
        cloud.Caller = first;
        var service = await cloud.AvailableServiceAsync(approval: true);
        cloud.Caller = first with { ProjectId = "second-project", Token = "second-token" };
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoint-services/{service}")).Status);
        cloud.Caller = first;
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Status);
        var seen = await cloud.GetAsync($"vpc-endpoint-services/{service}/connections?id={endpoint}");
        Assert.Equal(1, (int)seen["total_count"]);

        await cloud.PostAsync("/_emulator/reset", new JsonObject());
        Assert.Single(cloud.Server.Cloud.Accounts, account => account.DomainId == first.DomainId);
    }

    private static async Task PatchAsync(EmulatorHarness cloud, string path, string field, string value)
    {
        var reply = await cloud.CallAsync(HttpMethod.Patch, "/_emulator/" + path, $$"""{"{{field}}":{{value}}}""");
        Assert.Equal(200, reply.Status);
    }

    private static async Task<Reply> CreateAsync(EmulatorHarness cloud, string kind, string body)
    {
        var reply = await cloud.CallAsync(HttpMethod.Post, "/_emulator/" + kind, body);
        Assert.Equal(200, reply.Status);
        return reply;
    }
}
