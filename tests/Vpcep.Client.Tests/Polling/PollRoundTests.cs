using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

/// <summary>One look at what is waited for: who is asked for singly, who is believed to be gone, and who hears of a failure.</summary>
public sealed class PollRoundTests
{
    private readonly ManualTime _time = new();
    private readonly FakeLog _log = new();
    private readonly List<string> _asked = [];

    // What there is, all of which lists hide.
    private readonly HashSet<string> _hidden = [];
    private readonly List<string> _listed = [];
    private int _rows;
    private readonly PollRound<string> _round;
    private Exception? _failure;

    public PollRoundTests() =>
        _round = new PollRound<string>(
            _log,
            static id => id,
            static _ => "busy",
            (id, _) =>
            {
                _asked.Add(id);
                return _failure is null || id != "w0"
                    ? Task.FromResult(_hidden.Contains(id) ? id : null)
                    : Task.FromException<string?>(_failure);
            },
            _ => _listed.Select(id => (id, ++_rows).id).ToAsyncEnumerable()
        );

    private Wait<string>[] Waits(int count, bool going, string prefix = "w") =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => new Wait<string>(
                    $"{prefix}{number}",
                    static thing => thing is null ? WaitDecision.Done : WaitDecision.Wait,
                    null,
                    _time,
                    going
                )),
        ];

    private async Task<int> LookAsync(params Wait<string>[] waits)
    {
        var before = _asked.Count;
        await _round.LookAsync(() => waits, CancellationToken.None);
        return _asked.Count - before;
    }

    [Fact]
    public async Task Each_that_a_list_lacked_and_that_was_gone_speaks_for_sixty_four()
    {
        Assert.Equal(4, await LookAsync(Waits(200, going: true)));
        // Sixty are good still.
        Assert.Equal(0, await LookAsync(Waits(60, going: true)));
        Assert.Equal(2, await LookAsync(Waits(3, going: true)));
    }

    [Fact]
    public async Task What_was_asked_for_singly_speaks_for_nobody()
    {
        Assert.Equal(2, await LookAsync(Waits(2, going: true)));

        Assert.Equal(2, await LookAsync(Waits(3, going: true)));
    }

    [Fact]
    public async Task A_list_is_read_no_further_than_to_the_last_that_is_waited_for()
    {
        _listed.AddRange(["w0", "another", "w1", "w2", "page after page"]);

        Assert.Equal(0, await LookAsync(Waits(3, going: false)));

        Assert.Equal(4, _rows);
    }

    [Fact]
    public async Task Those_that_lists_hide_are_asked_for_by_turns()
    {
        Wait<string>[] waits = [.. Waits(19, going: false), .. Waits(1, going: true, "going")];
        _hidden.UnionWith(waits.Select(static wait => wait.Id));

        for (var look = 1; look <= 5; look++)
        {
            Assert.Equal(16, await LookAsync(waits));
            Assert.Equal(16, _asked.TakeLast(16).Distinct().Count());
        }

        Assert.All(waits, wait => Assert.Equal(4, _asked.Count(id => id == wait.Id)));
    }

    [Theory]
    [InlineData(ErrorClass.Unavailable, "busy", "busy")]
    [InlineData(ErrorClass.RateLimited, "busy", "busy")]
    [InlineData(ErrorClass.InvalidInput, "failed", "done")]
    [InlineData(ErrorClass.Conflict, "failed", "done")]
    [InlineData(ErrorClass.Auth, "failed", "failed")]
    [InlineData(ErrorClass.Internal, "busy", "busy")]
    public async Task A_failure_passes_or_ends_the_one_wait_or_all(ErrorClass kind, string one, string other)
    {
        _failure = new VpcepException(kind, "look", "it failed");
        var waits = Waits(2, going: true);
        _hidden.Add(other == "done" ? "none" : "w1");

        await LookAsync(waits);

        Assert.Equal((one, other), (End(waits[0]), End(waits[1])));
        Assert.Equal(
            one == "busy" ? 1 : 0,
            _log.Notices.Count(static told => told.EndsWith("; looking again", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Answers_that_make_no_sense_pass_four_times_in_a_row()
    {
        _failure = new VpcepException(ErrorClass.Internal, "look", "it makes no sense");
        var waits = Waits(1, going: true);
        for (var look = 1; look <= 4; look++)
        {
            await LookAsync(waits);
            Assert.Equal("busy", End(waits[0]));
        }

        await LookAsync(waits);

        Assert.Equal("failed", End(waits[0]));
    }

    [Fact]
    public async Task Other_failures_end_all_and_a_cancellation_ends_the_look()
    {
        var waits = Waits(2, going: true);
        _failure = new InvalidOperationException();
        await LookAsync(waits);
        Assert.Equal("failed", End(waits[0]));

        waits = Waits(1, going: true);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        _failure = new OperationCanceledException(cancelled.Token);
        await Assert.ThrowsAsync<OperationCanceledException>(() => _round.LookAsync(() => waits, cancelled.Token));
        Assert.Equal("busy", End(waits[0]));
    }

    private static string End(Wait<string> wait) =>
        wait.Completion.IsFaulted ? "failed"
        : wait.Completion.IsCompleted ? "done"
        : "busy";
}
