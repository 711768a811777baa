using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The rules of creates that do not get to their end: each is struck at every request that it makes.</summary>
internal static class InterruptionRules
{
    private const int MostRequests = 50;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task CancelledAsync(Trial trial) =>
        trial.Sample is { OnRequest: null, Exists: not null }
            ? CancelledWhenMadeAsync(trial)
            : StrikeAsync(
                trial,
                ConformanceRule.CancellationKeepsWhatWasMade,
                "interrupted",
                static async stack =>
                {
                    await stack.InterruptAsync();

                    // The answer comes after whoever waits for it could give it up.
                    using var pulse = await Pulse.StartAsync();
                    await pulse.BeatAsync(1);
                }
            );

    public static Task BrokenAsync(Trial trial) =>
        StrikeAsync(
            trial,
            ConformanceRule.FailureKeepsWhatWasMade,
            "broken",
            _ => throw Failure(trial, "the server cannot be reached")
        );

    /// <summary>The failure of a request.</summary>
    public static Exception Failure(Trial trial, string message) =>
        trial.Sample.Failure?.Invoke() ?? new OperationException(FailureKind.Unavailable, message);

    private static async Task StrikeAsync(
        Trial trial,
        ConformanceRule rule,
        string how,
        Func<TestStack, Task> strikeAsync
    )
    {
        if (trial.Sample is not { OnRequest: { } onRequest, Exists: not null })
        {
            trial.LeaveOut("the sample has no OnRequest and Exists");
            return;
        }

        for (var number = 1; number <= MostRequests; number++)
        {
            var stack = trial.Stack();
            var (requests, struck) = (0, false);
            onRequest(async () =>
            {
                if (Interlocked.Increment(ref requests) == number)
                {
                    struck = true;
                    await strikeAsync(stack);
                }
            });
            var run = trial.Hear(await stack.UpAsync(trial.Program()));
            onRequest(null);
            if (requests == 0)
            {
                trial.LeaveOut("the create of the sample makes no request of which OnRequest tells");
                return;
            }

            if (!struck)
            {
                return;
            }

            var where = $"a create that is {how} at its request {number}";
            if (!await IsKeptAsync(trial, rule, stack, where, run) || !await GoesOnAsync(trial, stack, where))
            {
                return;
            }
        }
    }

    // Where nobody tells of requests, the one moment to be had is when the thing is there: the clock stands until then.
    private static async Task CancelledWhenMadeAsync(Trial trial)
    {
        var stack = trial.Stack(trial.Sample.Options with { AutoAdvance = false });
        var time = trial.Sample.Options.Time as ManualTime;
        var running = stack.UpAsync(trial.Program());
        while (trial.Made().Count == 0 && !running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(Glance, TimeProvider.System, CancellationToken.None));
            if (trial.Made().Count == 0 && time?.UntilNext is { } next && next <= Patience)
            {
                time.Advance(next);
            }
        }

        await stack.InterruptAsync();
        await using var passing = time?.AutoAdvance();
        const string Where = "a create that is interrupted as soon as the thing is there";
        var run = trial.Hear(await running);
        if (await IsKeptAsync(trial, ConformanceRule.CancellationKeepsWhatWasMade, stack, Where, run))
        {
            await GoesOnAsync(trial, stack, Where);
        }
    }

    /// <summary>True when the state knows of all that was made, and of nothing else.</summary>
    public static async Task<bool> IsKeptAsync(
        Trial trial,
        ConformanceRule rule,
        TestStack stack,
        string where,
        TestRun run
    )
    {
        var state = await HeldAsync(stack);
        var lost = trial.Made().Where(id => id != state?.Id).ToList();
        if (lost.Count > 0)
        {
            trial.Fail(
                rule,
                $"{where} leaves {string.Join(", ", lost)}, of which the state knows nothing{Advice(rule)}. What was seen:\n{run}"
            );
            return false;
        }

        if (state is not null && trial.Sample.Exists is not null && trial.Made().Count == 0)
        {
            trial.Fail(rule, $"{where} leaves '{state.Id}' in the state, which does not exist");
            return false;
        }

        return true;
    }

    private static string Advice(ConformanceRule rule) =>
        rule == ConformanceRule.CancellationKeepsWhatWasMade
            ? "; do not give up the request that makes it: wait for its answer without the operation's cancellation token, and record the id"
            : "";

    private static async Task<bool> GoesOnAsync(Trial trial, TestStack stack, string where)
    {
        var next = trial.Hear(await stack.UpAsync(trial.Program()));
        var made = trial.Made();
        if (next.Outcome != RunOutcome.Succeeded || made.Count != 1 || made[0] != (await HeldAsync(stack))?.Id)
        {
            trial.Fail(
                $"after {where} the next up should make it whole; then there are {made.Count}. What was seen:\n{next}"
            );
            return false;
        }

        var end = trial.Hear(await stack.DestroyAsync());
        if (end.Outcome != RunOutcome.Succeeded || trial.Made().Count > 0)
        {
            trial.Fail($"after {where} and the next up a destroy should leave nothing. What was seen:\n{end}");
            return false;
        }

        return true;
    }

    private static async Task<ResourceState?> HeldAsync(TestStack stack) =>
        (await stack.StateAsync()).Resources.LastOrDefault(static it => Urn.NameOf(it.Urn) == Trial.Name);
}
