using Pulumi.Provider.Testing;

namespace Vpcep.Client.Tests.Http;

public sealed class HostGateTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly HostGate _gate;

    public HostGateTests() => _gate = new HostGate(_time, concurrency: 2, rate: 10);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    public void Gate_that_lets_nobody_in_is_none(int concurrency, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HostGate(_time, concurrency, rate));

    [Fact]
    public async Task Passing_after_a_refusal_regains_the_rate_little_by_little()
    {
        using var gate = new HostGate(_time, concurrency: 100, rate: 100);
        gate.SlowDown(await gate.EnterAsync(CancellationToken.None), 0, null);
        gate.Leave();
        gate.Passed();
        _time.Advance(TimeSpan.FromMinutes(1));

        var entered = Enumerable.Range(0, 100).Count(_ => gate.EnterAsync(CancellationToken.None).IsCompleted);

        Assert.InRange(entered, 51, 75);
    }

    [Fact]
    public async Task Refusal_that_comes_when_the_pause_for_it_is_over_closes_nothing()
    {
        var (one, other) = (
            await _gate.EnterAsync(CancellationToken.None),
            await _gate.EnterAsync(CancellationToken.None)
        );
        Assert.Equal(TimeSpan.FromSeconds(4), _gate.SlowDown(one, 0, null));

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.Zero, _gate.SlowDown(other, 0, null));
    }

    [Fact]
    public async Task No_more_run_at_once_than_allowed()
    {
        await EnterAsync();
        await EnterAsync();
        var third = _gate.EnterAsync(CancellationToken.None);
        Assert.False(third.IsCompleted);

        _gate.Leave();

        await third.DefaultTimeout();
    }

    [Fact]
    public async Task As_many_as_the_rate_pass_at_once_and_no_more_in_any_second()
    {
        for (var call = 0; call < 9; call++)
        {
            await PassAsync();
        }
        _time.Advance(TimeSpan.FromMilliseconds(700));
        await PassAsync();

        Assert.Equal(TimeSpan.FromMilliseconds(300), await IntervalAsync());
        for (var call = 0; call < 8; call++)
        {
            await PassAsync();
        }
        Assert.Equal(TimeSpan.FromMilliseconds(700), await IntervalAsync());
    }

    [Fact]
    public async Task Slow_call_counts_until_a_second_after_its_answer()
    {
        using var gate = new HostGate(_time, concurrency: 5, rate: 1);
        await gate.EnterAsync(CancellationToken.None);
        var next = gate.EnterAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, _time.PendingTimers);
        gate.Leave();

        Assert.Equal(TimeSpan.FromSeconds(1), await _time.AdvanceToNextAsync());
        await next.DefaultTimeout();
    }

    [Fact]
    public async Task Only_the_first_of_those_that_wait_watches_the_clock()
    {
        using var gate = new HostGate(_time, concurrency: 100, rate: 1);
        await gate.EnterAsync(CancellationToken.None);
        gate.Leave();

        var waiting = Enumerable.Range(0, 50).Select(_ => gate.EnterAsync(CancellationToken.None)).ToArray();

        Assert.Equal(1, _time.PendingTimers);
        await _time.AdvanceToNextAsync();
        await waiting[0].DefaultTimeout();
        gate.Leave();
        await _time.UntilTimersAsync();
        Assert.Equal(1, _time.PendingTimers);
    }

    [Fact]
    public async Task Refusals_of_one_volley_count_once_and_later_ones_wait_longer()
    {
        var first = await EnterAsync();
        var second = await EnterAsync();

        Assert.Equal(TimeSpan.FromSeconds(4), _gate.SlowDown(first, 0, null));
        Assert.Equal(TimeSpan.FromSeconds(4), _gate.SlowDown(second, 0, null));
        _gate.Leave();
        _gate.Leave();
        _time.Advance(TimeSpan.FromSeconds(5));
        var again = await EnterAsync();
        Assert.Equal(TimeSpan.FromSeconds(8), _gate.SlowDown(again, 0, null));
    }

    [Fact]
    public async Task Pause_that_ends_between_two_milliseconds_is_waited_out()
    {
        _gate.SlowDown(await EnterAsync(), 0.12345, null);
        var next = _gate.EnterAsync(CancellationToken.None);

        await Task.Run(() => _time.Advance(TimeSpan.FromMinutes(1))).DefaultTimeout();

        await next.DefaultTimeout();
    }

    [Fact]
    public async Task Longer_wish_of_the_cloud_extends_the_pause()
    {
        var first = await EnterAsync();
        var second = await EnterAsync();
        _gate.SlowDown(first, 0, null);

        Assert.Equal(TimeSpan.FromSeconds(30), _gate.SlowDown(second, 0, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Rate_halves_after_a_refusal_and_grows_back()
    {
        _gate.SlowDown(await EnterAsync(), 0, null);
        _gate.Leave();
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(5, await AtOnceAsync());
        for (var call = 0; call < 50; call++)
        {
            _gate.Passed();
        }
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, await AtOnceAsync());
    }

    [Fact]
    public async Task Slowest_rate_is_one_call_in_two_seconds()
    {
        using var gate = new HostGate(_time, concurrency: 1, rate: 0.5);
        await gate.EnterAsync(CancellationToken.None);
        gate.Leave();
        var next = gate.EnterAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(2), await _time.AdvanceToNextAsync());

        await next.DefaultTimeout();
    }

    [Fact]
    public async Task Cancelled_wait_gives_its_place_back()
    {
        await EnterAsync();
        _gate.SlowDown(await EnterAsync(), 0, null);
        _gate.Leave();
        using var cancel = new CancellationTokenSource();
        var waiting = _gate.EnterAsync(cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.DefaultTimeout());
        _time.Advance(TimeSpan.FromSeconds(6));
        await EnterAsync();
    }

    public void Dispose() => _gate.Dispose();

    private Task<DateTimeOffset> EnterAsync() => _gate.EnterAsync(CancellationToken.None).DefaultTimeout();

    private async Task PassAsync()
    {
        await EnterAsync();
        _gate.Leave();
    }

    /// <summary>How many pass before the clock has to move.</summary>
    private async Task<int> AtOnceAsync()
    {
        using var enough = new CancellationTokenSource();
        for (var passed = 0; ; passed++)
        {
            var enter = _gate.EnterAsync(enough.Token);
            if (!enter.IsCompleted)
            {
                await enough.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => enter.DefaultTimeout());
                return passed;
            }
            _gate.Leave();
        }
    }

    private async Task<TimeSpan> IntervalAsync()
    {
        var enter = _gate.EnterAsync(CancellationToken.None);
        var interval = await _time.AdvanceToNextAsync();
        await enter.DefaultTimeout();
        _gate.Leave();
        return interval;
    }
}
