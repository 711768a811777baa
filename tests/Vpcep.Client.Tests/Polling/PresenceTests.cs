using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Polling;

/// <summary>What is not seen is late for a while, and then gone.</summary>
public sealed class PresenceTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_never_seen_is_late_until_the_grace_is_over(bool flickers)
    {
        var presence = new Presence(_time, Grace, flickers);
        Assert.Equal([Sight.Late, Sight.Late, Sight.Late], Looks(presence, false, false, false));

        _time.Advance(Grace);

        Assert.Equal(Sight.Gone, presence.Look(there: false));
    }

    [Fact]
    public void What_was_seen_is_gone_at_the_second_miss_in_a_row() =>
        Assert.Equal(
            [Sight.There, Sight.Late, Sight.There, Sight.Late, Sight.Gone],
            Looks(new Presence(_time, Grace, flickers: false), true, false, true, false, false)
        );

    [Fact]
    public void What_flickers_is_so_only_while_it_is_young()
    {
        var presence = new Presence(_time, Grace, flickers: true);
        Assert.Equal([Sight.There, Sight.Late, Sight.Late], Looks(presence, true, false, false));

        _time.Advance(Grace);

        Assert.Equal([Sight.There, Sight.Late, Sight.Gone], Looks(presence, true, false, false));
    }

    private static IEnumerable<Sight> Looks(Presence presence, params bool[] there) => [.. there.Select(presence.Look)];
}
