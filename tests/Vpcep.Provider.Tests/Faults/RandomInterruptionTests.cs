using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Testing;
using Support;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>
/// Operations that are interrupted at random moments: while a request is on its way, after it has taken effect, during
/// a pause. A seed is a case; the failing ones are named.
/// </summary>
public sealed class RandomInterruptionTests
{
    private const int AtOnce = 8;

    private static readonly string[] Others = ["edited", "removed", "destroyed"];

    /// <summary>Ctrl-C: the engine cancels, waits for what is under way, and ends the plugin.</summary>
    [Fact]
    public Task Cancelled_at_any_moment_nothing_is_lost() =>
        RepeatAsync(
            TestRuns.Or(120),
            static async (host, running, release) =>
            {
                await host.Provider.Client.CancelAsync(new Empty()).DefaultTimeout();
                release();
                await running;
                await host.FinishAsync();
            }
        );

    /// <summary>The plugin dies.</summary>
    [Fact]
    public Task Killed_at_any_moment_nothing_is_lost() => RepeatAsync(TestRuns.Or(60), KillAsync);

    /// <summary>The plugin dies while it creates, and the next operation is not the same create.</summary>
    [Fact]
    public Task Killed_at_any_moment_and_then_something_else_nothing_is_forgotten() =>
        RepeatAsync(TestRuns.Or(60), KillAsync, static (play, next) => play.ForgottenAfterAsync(next), "create");

    private static async Task KillAsync(ProviderOnEmulator host, Task<bool> running, Action release)
    {
        await host.RestartAsync();
        release();
        await running;
    }

    private static Task RepeatAsync(int cases, Func<ProviderOnEmulator, Task<bool>, Action, Task> interrupt) =>
        RepeatAsync(cases, interrupt, static (play, _) => play.ProblemAsync());

    private static async Task RepeatAsync(
        int cases,
        Func<ProviderOnEmulator, Task<bool>, Action, Task> interrupt,
        Func<Play, string, Task<string?>> problemOf,
        string? only = null
    )
    {
        var problems = new ConcurrentQueue<string>();
        var hit = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cases),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (seed, _) =>
            {
                var (early, problem) = await PlayAsync(seed, interrupt, problemOf, only);
                Interlocked.Add(ref hit, early ? 1 : 0);
                if (problem is not null)
                {
                    problems.Enqueue(problem);
                }
            }
        );

        Assert.True(problems.IsEmpty, string.Join('\n', problems.Order(StringComparer.Ordinal)));
        Assert.True(hit > cases / 2, $"only {hit} of {cases} interruptions came before the end");
    }

    private static async Task<(bool Early, string? Problem)> PlayAsync(
        int seed,
        Func<ProviderOnEmulator, Task<bool>, Action, Task> interrupt,
        Func<Play, string, Task<string?>> problemOf,
        string? only
    )
    {
#pragma warning disable CA5394 // a case that can be played again
        var random = new Random(seed);
        // What has no id of the cloud's own cannot be lost: its name is known before.
        var subject = Subject.All[random.Next(only is null ? Subject.All.Count : 2)];
        // Half of them create: that is where things get lost.
        var operation = only ?? (random.Next(2) == 0 ? "create" : Play.Operations[random.Next(Play.Operations.Length)]);
        var other = Others[random.Next(Others.Length)];
        // Reading is a call or two, and does not wait.
        var reads = operation == "read";
        var call = random.Next(reads ? 1 : 4);
        var when = random.Next(2) == 0 ? FaultWhen.Before : FaultWhen.After;
        var pause = !reads && random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(5_000)) : (TimeSpan?)null;
#pragma warning restore CA5394
        await using var host = await Play.HostAsync();
        var play = await Play.ArrangeAsync(host, subject, operation, "r");
        var stall = host.Cloud.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Stall,
                When = when,
                Skip = call,
                Count = pause is null ? 1 : 0,
            }
        );
        var running = play.RunAsync();
        var moment = pause is { } span ? Task.Delay(span, host.Time, CancellationToken.None) : stall.Holding;
        var early = await Task.WhenAny(running, moment) == moment;
        await interrupt(host, running, host.Cloud.Faults.Clear).DefaultTimeout();
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {subject.Kind} {operation}, {(pause is { } after ? $"after {after.TotalSeconds:F1} s" : $"{when} call {call + 1}")}"
        );
        return (early, await problemOf(play, other) is { } problem ? $"{what}: {problem}" : null);
    }
}
