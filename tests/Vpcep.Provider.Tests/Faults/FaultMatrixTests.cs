using System.Collections.Concurrent;
using System.Globalization;
using Pulumi.Provider.Grpc;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>
/// Every resource's create, read, update and delete under every mishap at each of its calls. Afterwards what is in the
/// cloud is in the state or was reported, what is in the state exists, nothing exists twice, and the next run converges.
/// </summary>
public sealed class FaultMatrixTests(MatrixReport report) : IClassFixture<MatrixReport>
{
    // Later calls are more of the same: looks at something that changes.
    private const int MostCalls = 6;
    private const int AtOnce = 8;
    private const int MostRuns = 4;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var subject in Subject.All)
        {
            foreach (var operation in (string[])["create", "read", "update", "delete"])
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
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Dialect = Dialect.HuaweiCloud,
                Delay = TimeSpan.FromSeconds(5),
            }
        );
        var problems = new List<string>();
        var call = 0;
        for (; call < MostCalls; call++)
        {
            var (struck, problem) = await PlayAsync(host, subject, operation, mishap, call);
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

    private static async Task<(bool Struck, string? Problem)> PlayAsync(
        ProviderOnEmulator host,
        Subject subject,
        string operation,
        Mishap mishap,
        int call
    )
    {
        var cloud = host.Cloud.Cloud;
        cloud.Reset();
        host.Cloud.Faults.Clear();
        var inputs = subject.Arrange(cloud);
        var stack = new Stack(host, subject.Kind, string.Create(CultureInfo.InvariantCulture, $"r{call}"));
        if (operation != "create")
        {
            Assert.True(await stack.UpAsync(inputs), stack.Failure?.Message);
        }

        var wanted = operation == "update" ? subject.Change(inputs) : inputs;
        var scripted = host.Cloud.Faults.Add(mishap.Fault with { Skip = call });
        if (mishap.Fault.Kind == FaultKind.Stall)
        {
            _ = GiveUpAsync(host, scripted);
        }

        var succeeded = operation switch
        {
            "read" => await stack.RefreshAsync(),
            "delete" => await stack.DestroyAsync(),
            _ => await stack.UpAsync(wanted),
        };
        host.Cloud.Faults.Clear();
        if (scripted.Struck == 0)
        {
            return (false, null);
        }

        var problem =
            (mishap.Passes && !succeeded ? $"it does not pass: {stack.Failure!.Message}" : null)
            ?? WrongAnswer(operation, succeeded, stack)
            ?? await AfterwardsAsync(host, subject, operation, stack, wanted);
        return (true, problem);
    }

    // The clock skips no timeout by itself: an answer that never comes has the test skip it.
    private static async Task GiveUpAsync(ProviderOnEmulator host, ScriptedFault stall)
    {
        await stall.Holding;
        host.Time.Advance(TimeSpan.FromMinutes(1));
    }

    private static string? WrongAnswer(string operation, bool succeeded, Stack stack) =>
        operation == "read" && stack.Ids.Count == 0 ? "reported gone, and it is not"
        : !succeeded
        && stack.Failure!.Code is StatusCode.Internal or StatusCode.Unknown
        && !stack.Failure!.Message.Contains("may", StringComparison.Ordinal)
            ? $"the wrong code: {stack.Failure.Code} {stack.Failure.Message}"
        : null;

    private static async Task<string?> AfterwardsAsync(
        ProviderOnEmulator host,
        Subject subject,
        string operation,
        Stack stack,
        Pulumi.Provider.Protocol.Values.PropertyMap wanted
    )
    {
        var cloud = host.Cloud.Cloud;
        for (var run = 1; run <= MostRuns; run++)
        {
            Release(cloud);
            if (operation == "delete" ? await stack.DestroyAsync() : await stack.UpAsync(wanted))
            {
                break;
            }

            if (run == MostRuns)
            {
                return $"does not converge: {stack.Failure!.Message}";
            }
        }

        string[] there = [.. subject.InCloud(cloud).Order(StringComparer.Ordinal)];
        string[] known = [.. stack.Ids];
        return !there.SequenceEqual(known)
                ? $"the cloud has [{string.Join(", ", there)}], the state [{string.Join(", ", known)}]"
            : operation != "delete" && known.Length != 1 ? "nothing is there in the end"
            : null;
    }

    // What never gets ready has to get ready some time, or nothing converges.
    private static void Release(Cloud cloud)
    {
        foreach (var service in cloud.Services.Where(static service => service.Status == "creating"))
        {
            cloud.ChangeService(service.Id, static held => held with { Status = "available" });
        }

        foreach (var endpoint in cloud.Endpoints.Where(static endpoint => endpoint.Status == "creating"))
        {
            cloud.ChangeEndpoint(endpoint.Id, static held => held with { Status = "accepted", Materialised = true });
        }
    }
}
