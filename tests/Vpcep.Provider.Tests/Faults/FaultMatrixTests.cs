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
    private const int MostCalls = 3;
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
        await using var host = await ProviderOnEmulator.StartAsync(
            static options => options with { Dialect = Dialect.HuaweiCloud },
            horizon: TimeSpan.FromMinutes(2)
        );
        var subject = Subject.All.Single(subject => subject.Kind == kind);
        var problems = new List<string>();
        foreach (var (name, fault) in Mishaps.All)
        {
            var struck = 0;
            for (var call = 0; call < MostCalls; call++)
            {
                var run = string.Create(CultureInfo.InvariantCulture, $"{operation} {name} {call}");
                var (didStrike, problem) = await PlayAsync(host, subject, operation, fault with { Skip = call }, run);
                if (!didStrike)
                {
                    break;
                }

                struck++;
                if (problem is not null)
                {
                    problems.Add($"{name}, call {call + 1}: {problem}");
                }
            }

            report.Note($"{kind} {operation}", name, struck, problems.Count);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<(bool Struck, string? Problem)> PlayAsync(
        ProviderOnEmulator host,
        Subject subject,
        string operation,
        Fault fault,
        string name
    )
    {
        var cloud = host.Cloud.Cloud;
        cloud.Reset();
        host.Cloud.Faults.Clear();
        var inputs = subject.Arrange(cloud);
        var stack = new Stack(host, subject.Kind, name.Replace(' ', '-'));
        if (operation != "create")
        {
            Assert.True(await stack.UpAsync(inputs), stack.Failure?.Message);
        }

        var wanted = operation == "update" ? subject.Change(inputs) : inputs;
        var scripted = host.Cloud.Faults.Add(fault);
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
            WrongAnswer(operation, succeeded, stack) ?? await AfterwardsAsync(host, subject, operation, stack, wanted);
        return (true, problem);
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
