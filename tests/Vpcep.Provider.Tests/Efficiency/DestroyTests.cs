using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What a destroy of many costs the cloud, counted in calls.</summary>
public sealed class DestroyTests
{
    private const int Many = 500;

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Each_costs_one_call_and_lists_show_that_they_are_gone(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var endpoints = await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number =>
                    new Managed(host, "Endpoint", $"endpoint-{number}").CreateAsync(Props.Endpoint(service.Id))
                )
        );
        var before = host.Cloud.Calls.All.Count;

        await Task.WhenAll(endpoints.Select(static endpoint => endpoint.DeleteAsync()));

        Assert.Empty(host.Cloud.Cloud.Endpoints);
        var calls = host.Cloud.Calls.All.Skip(before).CountBy(static call => call.Operation ?? "none").ToDictionary();
        Assert.Equal(Many, calls["DeleteEndpoint"]);
        Assert.True(calls.Values.Sum() <= 1.1 * Many, string.Join(", ", calls));
    }
}
