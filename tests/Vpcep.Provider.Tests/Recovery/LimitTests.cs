using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>The limits that a user can set.</summary>
public sealed class LimitTests
{
    private const int Reads = 8;

    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Cloud.Calls.Clear();
        return service;
    }

    [Fact]
    public async Task Requests_start_no_faster_than_the_user_says()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        await host.ConfigureAsync(("requestsPerSecond", 1));
        var before = host.Time.Elapsed;

        await Task.WhenAll(Enumerable.Range(0, Reads).Select(_ => service.RefreshAsync())).DefaultTimeout();

        Assert.Equal(Reads, host.CallsOf("GetService"));
        // A burst of two, then one each second.
        Assert.InRange(host.Time.Elapsed - before, TimeSpan.FromSeconds(Reads - 2), TimeSpan.FromSeconds(Reads + 2));
    }

    [Fact]
    public async Task No_more_requests_are_on_their_way_at_once_than_the_user_says()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await ServiceAsync(host);
        await host.ConfigureAsync(("maxConcurrentRequests", 1));
        var stall = host.Cloud.Faults.Add(new Fault { Kind = FaultKind.Stall, When = FaultWhen.After });
        var reads = Enumerable.Range(0, Reads).Select(_ => service.RefreshAsync()).ToList();
        await stall.Holding.DefaultTimeout();
        await Task.Delay(TimeSpan.FromMilliseconds(50)); // whoever ignored the limit would be answered by now

        Assert.Equal(0, host.CallsOf("GetService"));
        stall.Release();
        await Task.WhenAll(reads).DefaultTimeout();
        Assert.Equal(Reads, host.CallsOf("GetService"));
    }

    [Theory]
    [InlineData("requestsPerSecond", "from 1 to 1000")]
    [InlineData("maxConcurrentRequests", "from 1 to 256")]
    public async Task Limits_of_nothing_are_refused(string key, string words)
    {
        await using var host = await ProviderOnEmulator.StartAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => host.ConfigureAsync((key, 0)));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }
}
