using System.Collections.Concurrent;
using System.Globalization;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>
/// Every resource's create, read, update, delete, forced replacement and import under every mishap at each of its calls.
/// Afterwards what is in the cloud is in the state or was reported, what is in the state exists, nothing exists twice, the next
/// run converges, what was deleted first is there again, and no preview replaces anything.
/// </summary>
public sealed class FaultMatrixTests(MatrixReport report) : IClassFixture<MatrixReport>
{
    // Later calls are more of the same: looks at something that changes.
    private const int MostCalls = 6;
    private const int AtOnce = 8;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var subject in Subject.All)
        {
            foreach (var operation in Play.Operations)
            {
                rows.Add(subject.Kind, operation);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Nothing_is_lost(string kind, string operation)
    {
        var subject = Subject.All.Single(subject => subject.Kind == kind);
        var problems = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            Mishap.All,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (mishap, _) =>
            {
                var found = await StrikeEachCallAsync(subject, operation, mishap);
                found.ForEach(problems.Enqueue);
            }
        );

        Assert.True(problems.IsEmpty, string.Join('\n', problems.Order(StringComparer.Ordinal)));
    }

    private async Task<List<string>> StrikeEachCallAsync(Subject subject, string operation, Mishap mishap)
    {
        await using var host = await Play.HostAsync();
        var problems = new List<string>();
        var call = 0;
        for (; call < MostCalls; call++)
        {
            var (struck, problem) = await StrikeAsync(host, subject, operation, mishap, call);
            if (!struck)
            {
                break;
            }

            if (problem is not null)
            {
                problems.Add($"{mishap.Name}, call {call + 1}: {problem}");
            }
        }

        report.Note($"{subject.Kind} {operation}", mishap.Name, call, problems.Count);
        return problems;
    }

    private static async Task<(bool Struck, string? Problem)> StrikeAsync(
        ProviderOnEmulator host,
        Subject subject,
        string operation,
        Mishap mishap,
        int call
    )
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"r{call}");
        var play = await Play.ArrangeAsync(host, subject, operation, name);
        var scripted = host.Cloud.Faults.Add(mishap.Fault with { Skip = call });
        if (mishap.Fault.Kind == FaultKind.Stall)
        {
            _ = GiveUpAsync(host, scripted);
        }

        var succeeded = await play.RunAsync();
        host.Cloud.Faults.Clear();
        if (scripted.Struck == 0)
        {
            return (false, null);
        }

        return mishap.Passes && !succeeded
            ? (true, $"it does not pass: {play.Stack.Failure!.Status.Detail}")
            : (true, await play.ProblemAsync());
    }

    // The clock skips no timeout by itself: an answer that never comes has the test skip it.
    private static async Task GiveUpAsync(ProviderOnEmulator host, ScriptedFault stall)
    {
        await stall.Holding;
        host.Time.Advance(TimeSpan.FromMinutes(1));
    }
}
