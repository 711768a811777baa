using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What many resources at once cost the cloud and tell the engine, counted in calls and messages.</summary>
public sealed class CallTests
{
    private const int Many = 100;

    // However many wait, for the minute and a half that one takes.
    private const int MostLists = 50;

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Many_share_their_waits_and_each_is_deleted_by_one_call(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        host.Messages.Clear();
        var before = host.Cloud.Calls.All.Count;

        var endpoints = await CreateAsync(host, service.Id, Many);

        var creation = CallsSince(host, before);
        Assert.Equal(Many, creation["CreateEndpoint"]);
        Assert.True(creation.Values.Sum() <= Many + MostLists, string.Join(", ", creation));
        // While it waits, each tells the engine what is new or five seconds old.
        Assert.InRange(host.Messages.Count(static message => message.Ephemeral), Many, Many * ((90 / 5) + 2));

        before = host.Cloud.Calls.All.Count;
        await Task.WhenAll(endpoints.Select(static endpoint => endpoint.DeleteAsync()));

        Assert.Empty(host.Cloud.Cloud.Endpoints);
        var deletion = CallsSince(host, before);
        Assert.Equal(Many, deletion["DeleteEndpoint"]);
        Assert.True(deletion.Values.Sum() <= Many + MostLists, string.Join(", ", deletion));
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

        await CreateAsync(host, service.Id, 100);

        var ready =
            host.Cloud.Cloud.Endpoints.Max(static endpoint => endpoint.CreatedAt) + TimeSpan.FromSeconds(seconds);
        var late = host.Time.GetUtcNow() - ready;
        Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromSeconds(Math.Max(2, seconds / 10.0) + 1));
    }

    private static Dictionary<string, int> CallsSince(ProviderOnEmulator host, int before) =>
        host.Cloud.Calls.All.Skip(before).CountBy(static call => call.Operation ?? "none").ToDictionary();

    private static Task<Managed[]> CreateAsync(ProviderOnEmulator host, string service, int count) =>
        Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    new Managed(host, "Endpoint", $"endpoint-{number}").CreateAsync(Props.Endpoint(service))
                )
        );
}
