using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

public sealed class ServiceTests
{
    [Fact]
    public async Task Service_created_becomes_available_after_the_delay()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        Assert.Equal("creating", created.Text("status"));

        cloud.Time.Advance(cloud.Delay - TimeSpan.FromSeconds(1));
        Assert.Equal("creating", (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Text("status"));
        cloud.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("available", (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Text("status"));
    }

    [Fact]
    public async Task Service_answer_has_the_fields_of_the_reference()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options => options with { Delay = TimeSpan.Zero });
        // The example request of section 4.2.1.
        var created = await cloud.CallAsync(
            HttpMethod.Post,
            "vpc-endpoint-services",
            """
            {"port_id":"4189d3c2-8882-4871-a3c2-d380272eed88","vpc_id":"4189d3c2-8882-4871-a3c2-d380272eed80",
             "approval_enabled":false,"service_type":"interface","server_type":"VM",
             "ports":[{"client_port":8080,"server_port":90,"protocol":"TCP"},
                      {"client_port":8081,"server_port":80,"protocol":"TCP"}]}
            """
        );
        var id = created.Id;
        var expected = new JsonObject
        {
            ["id"] = id,
            ["port_id"] = "4189d3c2-8882-4871-a3c2-d380272eed88",
            ["vpc_id"] = "4189d3c2-8882-4871-a3c2-d380272eed80",
            ["status"] = "available",
            ["approval_enabled"] = false,
            ["service_name"] = $"tr-central-201.{id}",
            ["service_type"] = "interface",
            ["server_type"] = "VM",
            ["project_id"] = "6e9dfd51d1124e8d8498dce894923a0d",
            ["created_at"] = "2026-03-04T12:00:00Z",
            ["updated_at"] = "2026-03-04T12:00:00Z",
            ["tcp_proxy"] = "close",
            ["ports"] = JsonNode.Parse(
                """
                [{"client_port":8080,"server_port":90,"protocol":"TCP"},
                 {"client_port":8081,"server_port":80,"protocol":"TCP"}]
                """
            ),
        };
        Assert.Equal(200, created.Status);
        Assert.True(JsonNode.DeepEquals(expected, created.Body), created.Body!.ToJsonString());

        var listed = await cloud.GetAsync("vpc-endpoint-services");
        expected["connection_count"] = 0;
        Assert.Equal(1, (int)listed["total_count"]);
        Assert.True(JsonNode.DeepEquals(expected, listed["endpoint_services"][0]), listed.Body!.ToJsonString());
    }

    [Fact]
    public async Task Service_modified_changes_what_is_given_and_keeps_the_rest()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync(name: "first");
        // The example request of section 4.2.3.
        var changed = await cloud.CallAsync(
            HttpMethod.Put,
            $"vpc-endpoint-services/{id}",
            """
            {"approval_enabled":true,"service_name":"test",
             "ports":[{"client_port":8081,"server_port":22,"protocol":"TCP"},
                      {"client_port":8082,"server_port":23,"protocol":"TCP"}]}
            """
        );
        Assert.Equal(200, changed.Status);
        var read = await cloud.GetAsync($"vpc-endpoint-services/{id}");
        Assert.Equal($"tr-central-201.test.{id}", read.Text("service_name"));
        Assert.True((bool)read["approval_enabled"]);
        Assert.Equal([22, 23], read["ports"].AsArray().Select(port => (int)port!["server_port"]!));
        Assert.Equal(EmulatorHarness.PortId, read.Text("port_id"));
        Assert.Equal("2026-03-04T12:01:00Z", read.Text("updated_at"));
        Assert.Equal("2026-03-04T12:00:00Z", read.Text("created_at"));
    }

    [Fact]
    public async Task Service_not_available_yet_cannot_be_modified()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        var changed = await cloud.PutAsync(
            $"vpc-endpoint-services/{created.Id}",
            new JsonObject { ["tcp_proxy"] = "open" }
        );
        Assert.Equal("EndPoint.3045", changed.ErrorCode);
    }

    [Fact]
    public async Task Service_deleted_is_deleting_and_then_gone()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        var deleted = await cloud.DeleteAsync($"vpc-endpoint-services/{id}");
        Assert.Equal(200, deleted.Status);
        Assert.Null(deleted.Body);
        Assert.Equal("deleting", (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Text("status"));

        cloud.Time.Advance(cloud.Delay);
        var gone = await cloud.GetAsync($"vpc-endpoint-services/{id}");
        Assert.Equal((404, "EndPoint.0005"), (gone.Status, gone.ErrorCode));
        Assert.Equal("The requested resource is unavailable.", gone.Text("error_msg"));
        Assert.Equal(404, (await cloud.DeleteAsync($"vpc-endpoint-services/{id}")).Status);
        Assert.Empty((await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"].AsArray());
    }

    [Fact]
    public async Task Service_with_an_accepted_endpoint_cannot_be_deleted_and_counts_it()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        var endpoint = await cloud.CreatedEndpointAsync(id);

        var refused = await cloud.DeleteAsync($"vpc-endpoint-services/{id}");
        Assert.Equal((400, "EndPoint.3006"), (refused.Status, refused.ErrorCode));
        var listed = await cloud.GetAsync("vpc-endpoint-services");
        Assert.Equal(1, (int)listed["endpoint_services"][0]!["connection_count"]!);

        await cloud.DeleteAsync($"vpc-endpoints/{endpoint}");
        Assert.Equal(200, (await cloud.DeleteAsync($"vpc-endpoint-services/{id}")).Status);
    }

    [Fact]
    public async Task Service_with_an_endpoint_being_created_cannot_be_deleted_and_counts_it()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync(approval: true);
        await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(id));
        Assert.Equal("EndPoint.3006", (await cloud.DeleteAsync($"vpc-endpoint-services/{id}")).ErrorCode);
        var listed = await cloud.GetAsync("vpc-endpoint-services");
        Assert.Equal(1, (int)listed["endpoint_services"][0]!["connection_count"]!);
    }

    [Fact]
    public async Task Endpoint_of_a_service_not_available_yet_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        var refused = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(created.Id));
        Assert.Equal((400, "EndPoint.2004"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Service_with_only_a_pending_endpoint_can_be_deleted()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync(approval: true);
        await cloud.CreatedEndpointAsync(id);
        Assert.Equal(200, (await cloud.DeleteAsync($"vpc-endpoint-services/{id}")).Status);
    }
}
