using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What many resources at once cost the cloud, counted in calls.</summary>
public sealed class CallTests
{
    private const int Many = 300;

    [Fact]
    public async Task Many_that_are_created_at_once_share_their_waits()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var before = host.Cloud.Calls.All.Count;

        await CreateAsync(host, service.Id);

        var calls = host.Cloud.Calls.All.Skip(before).ToList();
        Assert.Equal(Many, calls.Count(static call => call.Operation == "CreateEndpoint"));
        Assert.True(calls.Count <= 1.2 * Many, $"{calls.Count} calls for {Many} endpoints");
    }

    [Fact]
    public async Task Many_that_are_deleted_at_once_share_their_waits()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var endpoints = await CreateAsync(host, service.Id);
        var before = host.Cloud.Calls.All.Count;

        await Task.WhenAll(endpoints.Select(static endpoint => endpoint.DeleteAsync()));

        var calls = host.Cloud.Calls.All.Skip(before).ToList();
        Assert.Empty(host.Cloud.Cloud.Endpoints);
        // That a list lacks it is no proof: each is asked for once more at the end.
        Assert.True(calls.Count <= 2.2 * Many, $"{calls.Count} calls for {Many} endpoints");
    }

    [Fact]
    public async Task A_refresh_asks_once_for_each()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var endpoints = await CreateAsync(host, service.Id);
        var before = host.Cloud.Calls.All.Count;

        await Task.WhenAll(endpoints.Select(static endpoint => endpoint.RefreshAsync()));

        Assert.Equal(Many, host.Cloud.Calls.All.Count - before);
    }

    private static Task<Managed[]> CreateAsync(ProviderOnEmulator host, string service) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number =>
                    new Managed(host, "Endpoint", $"endpoint-{number}").CreateAsync(Props.Endpoint(service))
                )
        );
}
