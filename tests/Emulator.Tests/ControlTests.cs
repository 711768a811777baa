using System.Text.Json.Nodes;
using Pulumi.Provider.Testing;

namespace Vpcep.Emulator.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task Help_lists_what_can_be_asked()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var http = new HttpClient { BaseAddress = cloud.Server.Url };
        Assert.Contains("/_emulator/faults", await http.GetStringAsync("_emulator/help"), StringComparison.Ordinal);
        var unknown = await cloud.GetAsync("/_emulator/nothing");
        Assert.Equal(404, unknown.Status);
        Assert.Contains("help", unknown.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_shows_everything_and_reset_forgets_it()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync(name: "shop");
        await cloud.CreatedEndpointAsync(service);
        var state = await cloud.GetAsync("/_emulator/state");
        Assert.Equal("shop", (string)state["services"][0]!["name"]!);
        Assert.Equal("tr-central-201", state.Text("region"));
        Assert.Equal("accepted", (string)state["endpoints"][0]!["status"]!);

        await cloud.PostAsync("/_emulator/reset", new JsonObject());
        Assert.Empty(cloud.Server.Cloud.Services);
        Assert.Empty(cloud.Server.Calls.All);
        Assert.Equal(3, (int)(await cloud.GetAsync("vpc-endpoint-services/public"))["total_count"]);
    }

    [Fact]
    public async Task Service_changed_behind_the_api_shows_it()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync(name: "shop");
        var changed = await cloud.CallAsync(
            HttpMethod.Patch,
            $"/_emulator/services/{id}",
            """{"name":"bank","approval_enabled":true,"ports":[{"client_port":1,"server_port":2,"protocol":"TCP"}]}"""
        );
        Assert.Equal(200, changed.Status);
        var read = await cloud.GetAsync($"vpc-endpoint-services/{id}");
        Assert.Equal($"tr-central-201.bank.{id}", read.Text("service_name"));
        Assert.True((bool)read["approval_enabled"]);
        Assert.Equal(2, (int)read["ports"][0]!["server_port"]!);
        Assert.Equal("2026-03-04T12:01:00Z", read.Text("updated_at"));
    }

    [Fact]
    public async Task Status_set_while_creating_stays()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        await cloud.CallAsync(
            HttpMethod.Patch,
            $"/_emulator/services/{created.Id}",
            """{"status":"failed","error":[{"error_code":"EndPoint.3001","error_message":"no port"}]}"""
        );
        cloud.Time.Advance(cloud.Delay);
        var read = await cloud.GetAsync($"vpc-endpoint-services/{created.Id}");
        Assert.Equal("failed", read.Text("status"));
        Assert.Equal("no port", (string)read["error"][0]!["error_message"]!);
    }

    [Theory]
    [InlineData("services", """{"no_such_field":1}""", 400)]
    [InlineData("services", """{"ports":7}""", 400)]
    [InlineData("services", "{", 400)]
    [InlineData("endpoints", "{}", 404)]
    public async Task Wrong_change_is_refused(string kind, string body, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        Assert.Equal(status, (await cloud.CallAsync(HttpMethod.Patch, $"/_emulator/{kind}/{id}", body)).Status);
    }

    [Fact]
    public async Task Permission_added_and_removed_behind_the_api_shows()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        const string Body = """{"permission":"iam:domain::abc"}""";
        await cloud.CallAsync(HttpMethod.Post, $"/_emulator/services/{id}/permissions", Body);
        Assert.Equal(1, (int)(await cloud.GetAsync($"vpc-endpoint-services/{id}/permissions"))["total_count"]);
        await cloud.CallAsync(HttpMethod.Delete, $"/_emulator/services/{id}/permissions", Body);
        Assert.Equal(0, (int)(await cloud.GetAsync($"vpc-endpoint-services/{id}/permissions"))["total_count"]);
    }

    [Fact]
    public async Task Vanished_object_is_gone_at_once_even_while_in_use()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(service);
        Assert.Equal(200, (await cloud.DeleteAsync($"/_emulator/services/{service}")).Status);
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoint-services/{service}")).Status);
        Assert.Equal(200, (await cloud.DeleteAsync($"/_emulator/endpoints/{endpoint}")).Status);
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Status);
        Assert.Equal(404, (await cloud.DeleteAsync($"/_emulator/endpoints/{endpoint}")).Status);
    }

    [Fact]
    public async Task Faults_are_scripted_listed_released_and_removed()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var added = await cloud.CallAsync(
            HttpMethod.Post,
            "/_emulator/faults",
            """
            [{"operation":"ListEndpoints","code":"EndPoint.0022"},
             {"method":"GET","path":"quotas","kind":"stall","when":"after"}]
            """
        );
        Assert.Equal(200, added.Status);
        Assert.Equal("EndPoint.0022", (await cloud.GetAsync("vpc-endpoints")).ErrorCode);
        var stalled = cloud.GetAsync("quotas");
        await cloud.Server.Faults.All[1].Holding.DefaultTimeout();
        var listed = await cloud.GetAsync("/_emulator/faults");
        Assert.Equal([1, 1], listed.Body!.AsArray().Select(fault => (int)fault!["struck"]!));
        await cloud.PostAsync($"/_emulator/faults/{listed.Body[1]!["id"]}/release", new JsonObject());
        Assert.Equal(200, (await stalled).Status);
        await cloud.DeleteAsync("/_emulator/faults");
        Assert.Empty(cloud.Server.Faults.All);
        Assert.Equal(400, (await cloud.CallAsync(HttpMethod.Post, "/_emulator/faults", """{"knd":1}""")).Status);
        Assert.Equal(400, (await cloud.CallAsync(HttpMethod.Post, "/_emulator/faults", """{"path":"("}""")).Status);
    }

    [Fact]
    public async Task Calls_are_logged_with_bodies_but_without_secrets()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        await cloud.PostAsync("vpc-endpoint-services?x=1", EmulatorHarness.ServiceBody());
        await cloud.CallAsync(HttpMethod.Post, "/v3/auth/tokens", """{"auth":{"password":"canary"}}""");
        var log = await cloud.GetAsync("/_emulator/calls");
        var call = log.Body![0]!;
        Assert.Equal(
            ("CreateService", "POST", "x=1", 200),
            ((string)call["operation"]!, (string)call["method"]!, (string)call["query"]!, (int)call["status"]!)
        );
        Assert.Contains(EmulatorHarness.PortId, (string)call["body"]!, StringComparison.Ordinal);
        var text = log.Body.ToJsonString();
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Account.Default.Token!, text, StringComparison.Ordinal);
        await cloud.DeleteAsync("/_emulator/calls");
        Assert.Empty(cloud.Server.Calls.All);
    }

    [Fact]
    public async Task Issued_tokens_can_be_let_run_out()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var issued = await cloud.CallAsync(
            HttpMethod.Post,
            "/v3/auth/tokens",
            """
            {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"emulator-user",
             "password":"emulator-password","domain":{"name":"emulator-domain"}}}},
             "scope":{"project":{"id":"6e9dfd51d1124e8d8498dce894923a0d"}}}}
            """
        );
        await cloud.PostAsync("/_emulator/tokens/expire", new JsonObject());
        cloud.Caller = Account.Default with { Token = issued.Message.Headers.GetValues("X-Subject-Token").Single() };
        Assert.Equal(401, (await cloud.GetAsync("vpc-endpoints")).Status);
    }
}
