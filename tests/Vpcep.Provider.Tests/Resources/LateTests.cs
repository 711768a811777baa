using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>What was just made and cannot be seen is late; what was made long ago and cannot be seen is gone.</summary>
public sealed class LateTests
{
    private static readonly Fault Lag = new()
    {
        Kind = FaultKind.StaleRead,
        Seconds = 10,
        HidesNew = true,
        Count = 4,
    };

    private static Task<ProviderOnEmulator> StartAsync() =>
        ProviderOnEmulator.StartAsync(static options => options with { Delay = TimeSpan.Zero });

    [Fact]
    public async Task Refresh_right_after_a_creation_does_not_take_it_for_gone()
    {
        await using var host = await StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Cloud.Faults.Add(Lag);

        Assert.NotNull(await service.RefreshAsync());
    }

    [Fact]
    public async Task Deletion_right_after_a_creation_does_not_take_it_for_gone()
    {
        await using var host = await StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Cloud.Faults.Add(
            new Fault
            {
                Method = "DELETE",
                Code = "EndPoint.0005",
                Count = 2,
            }
        );

        await service.DeleteAsync();

        Assert.Empty(host.Cloud.Cloud.Services);
    }

    [Fact]
    public async Task Service_that_is_old_and_not_there_is_gone_at_the_first_look()
    {
        await using var host = await StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Cloud.Cloud.Vanish(service.Id);
        host.Cloud.Calls.Clear();

        Assert.Null(await service.RefreshAsync());
        Assert.Equal(1, host.CallsOf("GetService"));
    }
}
