using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>One operation on one resource in a cloud of its own, and what must hold afterwards whatever befell it.</summary>
internal sealed class Play
{
    private const int MostRuns = 4;

    /// <summary>What a resource goes through.</summary>
    public static readonly string[] Operations = ["create", "read", "update", "delete", "replace", "import"];

    private readonly ProviderOnEmulator _host;
    private readonly Subject _subject;
    private readonly string _operation;
    private readonly PropertyMap _wanted;
    private string _id = "";

    private Play(ProviderOnEmulator host, Subject subject, string operation, PropertyMap inputs, string name)
    {
        _host = host;
        _subject = subject;
        _operation = operation;
        _wanted = operation is "update" or "replace" ? subject.Change(inputs) : inputs;
        Stack = new Stack(host, subject.Kind, name);
    }

    /// <summary>What the engine knows.</summary>
    public Stack Stack { get; private set; }

    /// <summary>Starts a provider and a cloud for plays.</summary>
    public static Task<ProviderOnEmulator> HostAsync() =>
        ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Dialect = Dialect.HuaweiCloud,
                Delay = TimeSpan.FromSeconds(5),
            }
        );

    /// <summary>Empties the cloud and makes what the operation needs.</summary>
    /// <param name="host">Provider and cloud.</param>
    /// <param name="subject">The resource.</param>
    /// <param name="operation">One of <see cref="Operations"/>.</param>
    /// <param name="name">The resource's name, one that the provider has not met.</param>
    public static async Task<Play> ArrangeAsync(ProviderOnEmulator host, Subject subject, string operation, string name)
    {
        host.Cloud.Faults.Clear();
        host.Cloud.Cloud.Reset();
        var inputs = subject.Arrange(host.Cloud.Cloud);
        var play = new Play(host, subject, operation, inputs, name);
        if (operation != "create")
        {
            Assert.True(await play.Stack.UpAsync(inputs), play.Stack.Failure?.Status.Detail);
        }

        if (operation == "import")
        {
            play._id = play.Stack.Ids[0];
            play.Stack = new Stack(host, subject.Kind, name + "-imported");
            // Nothing tells an import that the thing is young, and may not show yet.
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return play;
    }

    /// <summary>Does it. False when it failed.</summary>
    public Task<bool> RunAsync() =>
        _operation switch
        {
            "read" => Stack.RefreshAsync(),
            "delete" => Stack.DestroyAsync(),
            "replace" => Stack.UpAsync(_wanted, forced: true),
            "import" => Stack.ImportAsync(_id),
            _ => Stack.UpAsync(_wanted),
        };

    /// <summary>
    /// What is wrong, if anything: what was read is not reported gone, failures have a code that means something, and
    /// runs without mishaps bring cloud and state to the same, with nothing lost and nothing twice.
    /// </summary>
    public async Task<string?> ProblemAsync() =>
        _operation == "read" && Stack.Ids.Count == 0 ? "reported gone, and it is not"
        : Stack.Failure is { StatusCode: StatusCode.Internal or StatusCode.Unknown } odd
        && !odd.Status.Detail.Contains("may", StringComparison.Ordinal)
        // The plugin was killed before the call left: that is the client's own failure.
        && odd.Status.DebugException is not ObjectDisposedException
            ? $"the wrong code: {odd.StatusCode} {odd.Status.Detail}"
        : await ConvergedAsync();

    /// <summary>
    /// Does something else than what was begun, and ends the run. What is wrong, if anything: the cloud has something that
    /// is not in the state and that no warning names.
    /// </summary>
    /// <param name="next">The create with other inputs, the resource gone from the program, or all destroyed.</param>
    public async Task<string?> ForgottenAfterAsync(string next)
    {
        if (next == "edited")
        {
            await Stack.UpAsync(_subject.Change(_wanted));
        }
        else if (next == "destroyed")
        {
            await Stack.DestroyAsync();
        }

        await _host.FinishAsync();
        string[] forgotten =
        [
            .. _subject
                .InCloud(_host.Cloud.Cloud)
                .Except(Stack.Ids)
                .Where(id => !_host.Warnings.Any(text => text.Contains(id, StringComparison.Ordinal))),
        ];
        return forgotten.Length > 0 ? $"then {next}: nobody tells of {string.Join(", ", forgotten)}" : null;
    }

    private async Task<string?> ConvergedAsync()
    {
        var cloud = _host.Cloud.Cloud;
        for (var run = 1; run <= MostRuns; run++)
        {
            Release(cloud);
            if (await (_operation == "read" ? Stack.UpAsync(_wanted) : RunAsync()))
            {
                break;
            }

            if (run == MostRuns)
            {
                return $"does not converge: {Stack.Failure!.Status.Detail}";
            }
        }

        string[] there = [.. _subject.InCloud(cloud).Order(StringComparer.Ordinal)];
        string[] known = [.. Stack.Ids];
        return !there.SequenceEqual(known)
                ? $"the cloud has [{string.Join(", ", there)}], the state [{string.Join(", ", known)}]"
            : _operation == "delete" ? null
            : known.Length != 1 ? "nothing is there in the end"
            : await Stack.ReplacedAsync(_wanted);
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
