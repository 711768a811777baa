using Pulumi.LocalEngine;
using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.Projects;
using Pulumi.LocalEngine.State;
using Support;
using Vpcep.Emulator;
using Vpcep.Provider;

namespace Properties.Tests.Programs;

/// <summary>
/// A stack of the local engine, whose provider and cloud live in this process and in virtual time. Each operation gets a
/// provider of its own, as each run of the engine starts a plugin; only the notes on disk outlive it.
/// </summary>
internal sealed class Stack : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ManualTime _time;
    private readonly AutoAdvance _passing;
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-life-").FullName;
    private readonly int _parallel;

    private Stack(ManualTime time, EmulatorServer cloud, int parallel)
    {
        (_time, Cloud, _parallel) = (time, cloud, parallel);
        _passing = time.AutoAdvance(quiet: TimeSpan.FromMilliseconds(3));
    }

    /// <summary>The cloud.</summary>
    public EmulatorServer Cloud { get; }

    public static async Task<Stack> StartAsync(string dialect, int parallel)
    {
        var time = new ManualTime();
        var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                TimeProvider = time,
                WhileServing = time.Hold,
                Delay = TimeSpan.FromSeconds(20),
            }
        );
        return new Stack(time, cloud, parallel);
    }

    public Task<Run> UpAsync(Wanted wanted, bool refresh = false) =>
        RunAsync(wanted, (workspace, stop) => workspace.UpAsync(stop, refresh));

    public Task<Run> PreviewAsync(Wanted wanted) =>
        RunAsync(wanted, static (workspace, stop) => workspace.PreviewAsync(stop));

    public Task<Run> RefreshAsync() => RunAsync(null, static (workspace, stop) => workspace.RefreshAsync(stop));

    public Task<Run> DestroyAsync() => RunAsync(null, static (workspace, stop) => workspace.DestroyAsync(stop));

    public Task<Snapshot> StateAsync() =>
        Workspace(new WantedProgram([]), 0, static _ => { }).StateAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _passing.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Run> RunAsync(Wanted? wanted, Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation)
    {
        await using var provider = await ProviderHarness.StartAsync(
            VpcepProvider.Create(_time, Variable),
            _time,
            Variable
        );
        using var stop = new StopSignals();
        var events = new List<EngineEvent>();
        var program = new WantedProgram(wanted?.Resources ?? []);
        var workspace = Workspace(
            program,
            provider.Port,
            happened =>
            {
                lock (events)
                {
                    events.Add(happened);
                }
            }
        );
        var ended = await operation(workspace, stop).WaitAsync(Limit);
        provider.EndRun();
        return new Run(ended, events, program.Registered);
    }

    private LocalWorkspace Workspace(WantedProgram program, int port, EventSink events) =>
        new(
            new WorkspaceOptions
            {
                Project = "lives",
                Stack = "dev",
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram(program.RunAsync),
                Environment = LocalWorkspace.ProcessEnvironment().SetItem("PULUMI_DEBUG_PROVIDERS", $"vpcep:{port}"),
                Passphrase = "correct horse",
                Parallel = _parallel,
            },
            events
        );

    private string? Variable(string name) =>
        name switch
        {
            "PULUMI_HOME" => _folder,
            "VPCEP_ENDPOINT" => Cloud.Url.ToString(),
            "HW_CLOUD" => WishGen.CloudOf(Cloud.Options.Dialect.Name).Name,
            "HW_PROJECT_ID" => Account.Default.ProjectId,
            "HW_ACCESS_KEY" => Account.Default.AccessKey,
            "HW_SECRET_KEY" => Account.Default.SecretKey,
            _ => null,
        };
}
