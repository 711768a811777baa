using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Support.Processes;

namespace Conformance.Tests.Plugin;

/// <summary>The official client of @pulumi/pulumi drives the plugin's process against an emulated cloud.</summary>
public sealed class OfficialClientTests(NodeFixture node)
{
    [Fact]
    public async Task A_resource_lives_a_whole_life()
    {
        await using var cloud = await StartAsync();

        var seen = await PlayAsync(cloud, "life");

        Assert.Equal("vpcep", seen.GetProperty("schema").GetString());
        Assert.True(seen.GetProperty("handshake").GetProperty("acceptSecrets").GetBoolean());
        Assert.Empty(seen.GetProperty("configFailures").EnumerateArray());
        var wrong = Assert.Single(seen.GetProperty("wrong").GetProperty("failures").EnumerateArray());
        Assert.Contains(
            "ports[0].clientPort: 70000",
            wrong.GetProperty("reason").GetString(),
            StringComparison.Ordinal
        );
        Assert.Empty(seen.GetProperty("checked").GetProperty("failures").EnumerateArray());

        var id = seen.GetProperty("id").GetString();
        Assert.Equal("available", seen.GetProperty("created").GetProperty("status").GetString());
        Assert.True(seen.GetProperty("diff").GetProperty("detailed").TryGetProperty("approvalEnabled", out _));
        Assert.False(seen.GetProperty("updated").GetProperty("approvalEnabled").GetBoolean());
        var read = seen.GetProperty("read");
        Assert.Equal(id, read.GetProperty("id").GetString());
        Assert.False(read.GetProperty("inputs").GetProperty("approvalEnabled").GetBoolean());
        Assert.Equal(1, seen.GetProperty("invoked").GetProperty("totalCount").GetInt32());
        Assert.Equal(id, Assert.Single(seen.GetProperty("listed").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("", seen.GetProperty("gone").GetString());
        Assert.Empty(await cloud.IdsAsync());
    }

    [Fact]
    public async Task What_was_made_and_is_not_ready_is_told_with_details()
    {
        await using var cloud = await StartAsync();
        await NeverReadyAsync(cloud);

        var seen = await PlayAsync(cloud, "init-failed");

        Assert.Equal(StatusCode.DeadlineExceeded, CodeOf(seen));
        var detail = Assert.Single(seen.GetProperty("details").EnumerateArray());
        Assert.Equal("pulumirpc.ErrorResourceInitFailed", detail.GetProperty("type").GetString());
        Assert.Equal(Assert.Single(await cloud.IdsAsync()), detail.GetProperty("id").GetString());
        Assert.NotEmpty(detail.GetProperty("reasons").EnumerateArray());
        Assert.Equal("creating", detail.GetProperty("properties").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_deadline_ends_the_call()
    {
        await using var cloud = await StartAsync();
        await NeverReadyAsync(cloud);

        Assert.Equal(StatusCode.DeadlineExceeded, CodeOf(await PlayAsync(cloud, "deadline")));
    }

    [Fact]
    public async Task A_cancelled_call_ends()
    {
        await using var cloud = await StartAsync();
        await NeverReadyAsync(cloud);

        var seen = await PlayAsync(cloud, "cancel", go: MadeAsync(cloud));

        Assert.Equal(StatusCode.Cancelled, CodeOf(seen));
    }

    [Fact]
    public async Task A_message_of_16_MiB_survives_both_ways()
    {
        const int Size = 16 << 20;
        await using var cloud = await StartAsync();

        var seen = await PlayAsync(cloud, "large", subject: $"{Size}");

        Assert.Equal(Size, seen.GetProperty("length").GetInt32());
        Assert.Equal("description", Assert.Single(seen.GetProperty("failures").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Sixty_four_resources_are_made_and_deleted_side_by_side()
    {
        await using var cloud = await StartAsync();

        var seen = await PlayAsync(cloud, "parallel");

        var ids = seen.GetProperty("ids").EnumerateArray().Select(static id => id.GetString()).Order().ToList();
        Assert.Equal(64, ids.Distinct().Count());
        Assert.Equal(ids, seen.GetProperty("listed").EnumerateArray().Select(static id => id.GetString()).Order());
        Assert.Equal(0, seen.GetProperty("left").GetInt32());
        Assert.Empty(await cloud.IdsAsync());
    }

    [Fact]
    public async Task What_is_not_offered_is_unimplemented()
    {
        await using var cloud = await StartAsync();

        Assert.Equal(StatusCode.Unimplemented, CodeOf(await PlayAsync(cloud, "unimplemented")));
    }

    private static Task<EmulatedCloud> StartAsync() =>
        EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.2));

    private static Task<JsonNode> NeverReadyAsync(EmulatedCloud cloud) =>
        cloud.PostAsync("faults", new JsonObject { ["operation"] = "CreateService", ["kind"] = "never_ready" });

    private static async Task MadeAsync(EmulatedCloud cloud)
    {
        while ((await cloud.IdsAsync()).Length == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static StatusCode CodeOf(JsonElement seen) => (StatusCode)seen.GetProperty("code").GetInt32();

    private async Task<JsonElement> PlayAsync(
        EmulatedCloud cloud,
        string scenario,
        string subject = "",
        Task? go = null
    )
    {
        await using var plugin = await RunningPlugin.StartAsync();
        var config = new JsonObject
        {
            ["cloud"] = cloud.Site.Cloud,
            ["endpoint"] = cloud.Address,
            ["projectId"] = "6e9dfd51d1124e8d8498dce894923a0d",
            ["accessKey"] = "EMULATORACCESSKEY001",
            ["secretKey"] = "emulator-secret-key-not-a-real-one-00001",
        };
        return await node.RunAsync("plugin.js", go, scenario, $"{plugin.Port}", config.ToJsonString(), subject);
    }
}
