using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Http;

public class ServerClockTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(-600)]
    // Our clock is far ahead.
    [InlineData(-86400)]
    [InlineData(3600)]
    public void Time_of_the_cloud_follows_its_dates(int ahead)
    {
        var clock = new ServerClock(_time);
        clock.Observe(_time.GetUtcNow().AddSeconds(ahead));

        Assert.Equal(_time.GetUtcNow().AddSeconds(ahead), clock.At(_time.GetUtcNow()));
    }

    [Theory]
    [InlineData(90, "90 s behind")]
    [InlineData(-119, "119 s ahead of")]
    [InlineData(120, "2 min behind")]
    [InlineData(-172799, "2880 min ahead of")]
    [InlineData(172800, "2 days behind")]
    public void Offset_is_told_in_the_unit_that_fits(int ahead, string words) =>
        Assert.Equal(
            $"the clock of this machine is {words} the cloud's",
            ServerClock.Words(TimeSpan.FromSeconds(ahead))
        );

    [Fact]
    public void Date_from_a_far_future_is_not_the_clouds()
    {
        var clock = new ServerClock(_time);
        clock.Observe(_time.GetUtcNow().AddDays(200));

        Assert.Equal(_time.GetUtcNow(), clock.At(_time.GetUtcNow()));
        clock.Observe(_time.GetUtcNow().AddSeconds(3601));
        Assert.Equal(_time.GetUtcNow(), clock.At(_time.GetUtcNow()));
    }

    [Fact]
    public void Answer_without_date_changes_nothing()
    {
        var clock = new ServerClock(_time);
        clock.Observe(_time.GetUtcNow().AddSeconds(60));
        clock.Observe(null);

        Assert.Equal(_time.GetUtcNow().AddSeconds(60), clock.At(_time.GetUtcNow()));
    }
}
