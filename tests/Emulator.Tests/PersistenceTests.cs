using Pulumi.Provider.Testing;

namespace Vpcep.Emulator.Tests;

public sealed class PersistenceTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"vpcep-emulator-{Guid.NewGuid():N}.state");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Restart_keeps_objects_and_goes_on_with_transitions()
    {
        var time = new ManualTime();
        string service,
            endpoint;
        await using (var cloud = await StartAsync(time))
        {
            service = await cloud.AvailableServiceAsync(name: "shop");
            cloud.Server.Cloud.SetPermission(service, "*", present: true);
            time.Advance(cloud.Delay);
            endpoint = (await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service))).Id;
        }
        await using (var cloud = await StartAsync(time))
        {
            Assert.Equal("*", Assert.Single(cloud.Server.Cloud.FindService(service)!.Permissions).Value);
            Assert.Equal("creating", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("status"));
            time.Advance(cloud.Delay);
            Assert.Equal("accepted", (await cloud.GetAsync($"vpc-endpoints/{endpoint}")).Text("status"));
            var next = await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service));
            Assert.True((long)next["marker_id"] > cloud.Server.Cloud.FindEndpoint(endpoint)!.MarkerId);
            await cloud.DeleteAsync($"vpc-endpoints/{endpoint}");
        }
        time.Advance(TimeSpan.FromSeconds(60));
        await using (var cloud = await StartAsync(time))
        {
            Assert.Null(cloud.Server.Cloud.FindEndpoint(endpoint));
            Assert.NotNull(cloud.Server.Cloud.FindService(service));
        }
    }

    [Fact]
    public async Task Restart_keeps_what_only_some_sites_have()
    {
        var time = new ManualTime();
        string id;
        await using (var cloud = await StartAsync(time))
        {
            id = cloud
                .Server.Cloud.CreateEndpoint(
                    Account.Default,
                    PublicServiceDefaults.GatewayId,
                    endpoint =>
                        endpoint with
                        {
                            Tags = [new Tag("a", "b")],
                            PolicyStatement = System.Text.Json.JsonSerializer.SerializeToElement(new[] { 1, 2 }),
                        }
                )!
                .Id;
            cloud.Server.Cloud.ChangeService(
                PublicServiceDefaults.GatewayId,
                service => service with { IsCharge = false }
            );
        }
        await using (var cloud = await StartAsync(time))
        {
            var kept = cloud.Server.Cloud.FindEndpoint(id)!;
            Assert.Equal(("b", "[1,2]"), (Assert.Single(kept.Tags).Value, kept.PolicyStatement!.Value.GetRawText()));
            Assert.False(cloud.Server.Cloud.FindService(PublicServiceDefaults.GatewayId)!.IsCharge);
            Assert.Equal(3, cloud.Server.Cloud.PublicServices.Count);
        }
    }

    [Fact]
    public async Task Torn_last_line_is_dropped_and_the_rest_kept()
    {
        var time = new ManualTime();
        string service;
        await using (var cloud = await StartAsync(time))
        {
            service = await cloud.AvailableServiceAsync();
        }
        await File.AppendAllTextAsync(_file, """{"endpoint":{"endpoint_ser""", TestContext.Current.CancellationToken);
        await using (var cloud = await StartAsync(time))
        {
            Assert.NotNull(cloud.Server.Cloud.FindService(service));
            await cloud.CreatedEndpointAsync(service);
        }
        await using (var cloud = await StartAsync(time))
        {
            Assert.Single(cloud.Server.Cloud.Endpoints);
        }
    }

    [Fact]
    public async Task Vanished_and_reset_objects_stay_away_after_a_restart()
    {
        var time = new ManualTime();
        await using (var cloud = await StartAsync(time))
        {
            cloud.Server.Cloud.Vanish(await cloud.AvailableServiceAsync());
        }
        await using (var cloud = await StartAsync(time))
        {
            Assert.Empty(cloud.Server.Cloud.Services);
            await cloud.AvailableServiceAsync();
        }
        await using (var cloud = await StartAsync(time))
        {
            Assert.Single(cloud.Server.Cloud.Services);
            cloud.Server.Cloud.Reset();
        }
        await using (var cloud = await StartAsync(time))
        {
            Assert.Empty(cloud.Server.Cloud.Services);
        }
    }

    private Task<EmulatorHarness> StartAsync(ManualTime time) =>
        EmulatorHarness.StartAsync(options => options with { StateFile = _file }, time);
}
