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

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(90)]
    public async Task End_of_a_wait_is_seen_a_tenth_late_at_most(int seconds)
    {
        await using var host = await ProviderOnEmulator.StartAsync(options =>
            options with
            {
                Delay = TimeSpan.FromSeconds(seconds),
            }
        );
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);

        await CreateAsync(host, service.Id);

        var ready =
            host.Cloud.Cloud.Endpoints.Max(static endpoint => endpoint.CreatedAt) + TimeSpan.FromSeconds(seconds);
        var late = host.Time.GetUtcNow() - ready;
        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromSeconds(Math.Max(2, seconds / 10.0) + 1));
    }

    [Fact]
    public async Task Those_that_wait_tell_the_engine_what_is_new_or_five_seconds_old()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        host.Messages.Clear();

        await CreateAsync(host, service.Id);

        var told = host.Messages.Count(static message => message.Ephemeral);
        Assert.InRange(told, Many, Many * ((90 / 5) + 2));
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
