using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

/// <summary>Faults that change how an object's states go or are seen.</summary>
public sealed class StateFaultTests
{
    [Fact]
    public async Task Stale_reads_show_the_old_state_for_some_seconds_after_a_change()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        cloud.Time.Advance(TimeSpan.FromSeconds(10));
        cloud.Server.Faults.Add(
            new Fault
            {
                Kind = FaultKind.StaleRead,
                Seconds = 5,
                Count = null,
            }
        );
        await cloud.PutAsync($"vpc-endpoint-services/{id}", new JsonObject { ["tcp_proxy"] = "open" });

        Assert.Equal("close", (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Text("tcp_proxy"));
        cloud.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(
            "close",
            (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!["tcp_proxy"]!.ToString()
        );
        cloud.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("open", (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Text("tcp_proxy"));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 404)]
    public async Task Stale_reads_may_hide_what_is_new(bool hidesNew, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(
            new Fault
            {
                Kind = FaultKind.StaleRead,
                Seconds = 5,
                HidesNew = hidesNew,
                Count = null,
            }
        );
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        Assert.Equal(status, (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Status);
        cloud.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Status);
    }

    [Fact]
    public async Task Lag_is_a_matter_of_reading_a_change_of_tags_changes_what_there_is()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                Dialect = Dialect.HuaweiCloud,
            }
        );
        var id = await cloud.AvailableServiceAsync();
        cloud.Time.Advance(TimeSpan.FromSeconds(10));
        cloud.Server.Cloud.ChangeService(id, static service => service with { TcpProxy = "open" });
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.StaleRead, Seconds = 5 });
        await cloud.PostAsync(
            $"endpoint_service/{id}/tags/action",
            JsonNode.Parse("""{"action":"create","tags":[{"key":"a","value":"b"}]}""")!.AsObject()
        );

        var service = cloud.Server.Cloud.Services.Single();
        Assert.Equal(("open", "a"), (service.TcpProxy, service.Tags.Single().Key));
    }

    [Fact]
    public async Task Creation_that_fails_says_why()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(
            new Fault
            {
                Operation = "CreateEndpoint",
                Kind = FaultKind.CreateFails,
                Error = [new ResourceError("EndPoint.4010", "Failed to create a port.")],
            }
        );
        var id = await cloud.CreatedEndpointAsync(await cloud.AvailableServiceAsync());
        var read = await cloud.GetAsync($"vpc-endpoints/{id}");
        Assert.Equal("failed", read.Text("status"));
        Assert.Equal(
            """[{"error_code":"EndPoint.4010","error_message":"Failed to create a port."}]""",
            read["error"].ToJsonString()
        );
    }

    [Fact]
    public async Task Creation_that_is_never_ready_stays_creating_and_can_be_deleted()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.NeverReady });
        var created = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        cloud.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("creating", (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Text("status"));
        await cloud.DeleteAsync($"vpc-endpoint-services/{created.Id}");
        cloud.Time.Advance(cloud.Delay);
        Assert.Equal(404, (await cloud.GetAsync($"vpc-endpoint-services/{created.Id}")).Status);
    }

    [Theory]
    [InlineData(30d, 404)]
    [InlineData(null, 200)]
    public async Task Deletion_may_keep_showing_the_old_status(double? seconds, int finally_)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.KeepsOldState, Seconds = seconds });
        Assert.Equal(200, (await cloud.DeleteAsync($"vpc-endpoint-services/{id}")).Status);
        cloud.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("available", (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Text("status"));
        cloud.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(finally_, (await cloud.GetAsync($"vpc-endpoint-services/{id}")).Status);
    }
}
