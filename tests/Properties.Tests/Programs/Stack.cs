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

    /// <summary>In which words the configuration says where the cloud is, counted around; see <see cref="Spellings"/>.</summary>
    public int Spelling { get; set; }

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

    public Task<Run> UpAsync(IReadOnlyList<WantedResource> wanted, bool refresh = false) =>
        RunAsync(wanted, (workspace, stop) => workspace.UpAsync(stop, new OperationChoices { Refresh = refresh }));

    public Task<Run> PreviewAsync(IReadOnlyList<WantedResource> wanted) =>
        RunAsync(wanted, static (workspace, stop) => workspace.PreviewAsync(stop));

    public Task<Run> RefreshAsync() => RunAsync([], static (workspace, stop) => workspace.RefreshAsync(stop));

    public Task<Run> ImportAsync(IReadOnlyList<ImportItem> items) =>
        RunAsync([], (workspace, stop) => workspace.ImportAsync(stop, items));

    public Task<Run> DestroyAsync() => RunAsync([], static (workspace, stop) => workspace.DestroyAsync(stop));

    public Task<Snapshot> StateAsync() =>
        Workspace(new WantedProgram([]), 0, static _ => { }).StateAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _passing.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Run> RunAsync(
        IReadOnlyList<WantedResource> wanted,
        Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation
    )
    {
        await using var provider = await ProviderHarness.StartAsync(
            VpcepProvider.Create(_time, Variable),
            _time,
            Variable
        );
        using var stop = new StopSignals();
        var events = new List<EngineEvent>();
        var program = new WantedProgram(wanted);
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
                Config = Spoken.Config,
                Passphrase = "correct horse",
                Parallel = _parallel,
            },
            events
        );

    private Spelling Spoken => Spellings.Get(Spelling, Cloud.Url, WishGen.CloudOf(Cloud.Options.Dialect.Name).Name);

    private string? Variable(string name) =>
        name == "PULUMI_HOME" ? _folder : Spoken.Environment.GetValueOrDefault(name);
}
