using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;
using Vpcep.Client;
using Vpcep.Emulator;
using Vpcep.Provider;

namespace Properties.Tests.Programs;

/// <summary>
/// A stack of the local engine, whose providers and cloud live in this process and in virtual time. Each operation gets
/// providers of its own, as each run of the engine starts plugins; only the notes on disk outlive them.
/// </summary>
internal sealed class Stack : IAsyncDisposable
{
    private static readonly ProviderDefinition Declared = VpcepProvider.Create(TimeProvider.System, static _ => null);

    private readonly ManualTime _time;
    private readonly AutoAdvance _passing;
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-life-").FullName;
    private readonly int _parallel;
    private readonly List<EmulatorServer> _left = [];

    private Stack(ManualTime time, EmulatorServer cloud, int parallel)
    {
        (_time, Cloud, _parallel) = (time, cloud, parallel);
        _passing = time.AutoAdvance(quiet: TimeSpan.FromMilliseconds(3));
    }

    /// <summary>The cloud.</summary>
    public EmulatorServer Cloud { get; private set; }

    /// <summary>What the cloud's address calls this machine.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>All ways to say in the configuration where the cloud is.</summary>
    public IReadOnlyList<Place> Ways =>
        Places.Of(new UriBuilder(Cloud.Url) { Host = Host }.Uri, Offers.Name, Cloud.Options.Region);

    /// <summary>Which of the ways it is said in, counted around.</summary>
    public int Way { get; set; }

    /// <summary>What its cloud can do.</summary>
    public CloudHosts Offers => WishGen.CloudOf(Cloud.Options.Dialect.Name);

    /// <summary>Where the notes of creations are.</summary>
    public string Notes => Path.Combine(_folder, "vpcep", "creations");

    /// <summary>The file of the state.</summary>
    public string StateFile => Workspace(new WantedProgram([]), static _ => { }).StateFile;

    /// <summary>The inputs of a resource.</summary>
    public static ObjectModel ModelOf(Slot slot) => Declared.Resources[slot.Type].Inputs;

    /// <summary>The inputs of a type of resource; null for others.</summary>
    public static ObjectModel? ModelOf(string type) => Declared.Resources.GetValueOrDefault(type)?.Inputs;

    public static async Task<Stack> StartAsync(string dialect, int parallel)
    {
        var time = new ManualTime();
        return new Stack(time, await CloudAsync(Dialect.All.Single(known => known.Name == dialect), time), parallel);
    }

    /// <summary>From now on it is another cloud of the same kind.</summary>
    /// <returns>The one that it was.</returns>
    public async Task<EmulatorServer> MoveAsync()
    {
        var left = Cloud;
        _left.Add(left);
        Cloud = await CloudAsync(left.Options.Dialect, _time);
        return left;
    }

    public Task<Run> UpAsync(IReadOnlyList<WantedResource> wanted, bool refresh = false) =>
        RunAsync(wanted, (workspace, stop) => workspace.UpAsync(stop, new OperationChoices { Refresh = refresh }));

    /// <summary>
    /// An update that makes anew, by the option <c>--replace</c>. The provider is not asked for differences then: records are
    /// told apart by it, of others there cannot be two, and the program has to say <c>deleteBeforeReplace</c>.
    /// </summary>
    /// <param name="wanted">The program.</param>
    /// <param name="replaced">What of it to make anew.</param>
    public async Task<Run> RemakeAsync(IReadOnlyList<WantedResource> wanted, IReadOnlyList<WantedResource> replaced)
    {
        var state = await StateAsync();
        var urns = replaced.Select(it => Invariant.Held(state, it.Name).Urn);
        var run = await RunAsync(
            [
                .. wanted.Select(static it =>
                    it with
                    {
                        DeletedFirst = it.Slot.Kind is not (Kind.Permission or Kind.Approval),
                    }
                ),
            ],
            (workspace, stop) => workspace.UpAsync(stop, new OperationChoices { Replace = [.. urns] })
        );
        Invariant.Succeeded("up --replace", run);
        Assert.All(
            replaced,
            it =>
                Assert.Contains(
                    run.Changes,
                    change => change.StartsWith($"Replace {it.Name}", StringComparison.Ordinal)
                )
        );
        return run;
    }

    public Task<Run> PreviewAsync(IReadOnlyList<WantedResource> wanted) =>
        RunAsync(wanted, static (workspace, stop) => workspace.PreviewAsync(stop));

    /// <summary>An update whose plugins die when that happens, if it ever does.</summary>
    public Task<Run> UpUntilAsync(IReadOnlyList<WantedResource> wanted, Task death) =>
        RunAsync(wanted, static (workspace, stop) => workspace.UpAsync(stop), death);

    public Task<Run> RefreshAsync(bool clearPendingCreates = false) =>
        RunAsync(
            [],
            (workspace, stop) =>
                workspace.RefreshAsync(
                    stop,
                    choices: new OperationChoices { ClearPendingCreates = clearPendingCreates }
                )
        );

    /// <summary>The resources with the inputs that the state has: what an import prints.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="told">Whether people have added what no cloud tells yet.</param>
    public async Task<IReadOnlyList<WantedResource>> AsImportedAsync(
        IReadOnlyList<WantedResource> resources,
        bool told = false
    )
    {
        var state = await StateAsync();
        return
        [
            .. resources.Select(it =>
            {
                var held = Invariant.Held(state, it.Name);
                var untold = held.Outputs.Find("untold").Elements().Select(static name => ((StringValue)name).Value);
                return it with
                {
                    Inputs = untold
                        .Where(name => told && it.Inputs.ContainsKey(name))
                        .Aggregate(held.Inputs, (inputs, name) => inputs.With(name, it.Inputs[name])),
                };
            }),
        ];
    }

    public Task<Run> ImportAsync(IReadOnlyList<ImportItem> items) =>
        RunAsync([], (workspace, stop) => workspace.ImportAsync(stop, items));

    public Task<Run> DestroyAsync() => RunAsync([], static (workspace, stop) => workspace.DestroyAsync(stop));

    public Task<Snapshot> StateAsync() =>
        Workspace(new WantedProgram([]), static _ => { }).StateAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _passing.DisposeAsync();
        foreach (var cloud in _left.Append(Cloud))
        {
            await cloud.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Task<EmulatorServer> CloudAsync(Dialect dialect, ManualTime time) =>
        EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Dialect = dialect,
                TimeProvider = time,
                WhileServing = time.Hold,
                Delay = TimeSpan.FromSeconds(20),
            }
        );

    private async Task<Run> RunAsync(
        IReadOnlyList<WantedResource> wanted,
        Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation,
        Task? death = null
    )
    {
        await using var plugins = new InMemoryPlugins(() => VpcepProvider.Create(_time, Variable), _time, Variable);
        using var stop = new StopSignals();
        var events = new List<EngineEvent>();
        var program = new WantedProgram(wanted);
        var workspace = Workspace(
            program,
            happened =>
            {
                lock (events)
                {
                    events.Add(happened);
                }
            },
            _ => plugins.StartAsync()
        );
        var running = operation(workspace, stop).DefaultTimeout();
        if (death is not null && await Task.WhenAny(running, death) == death)
        {
            await plugins.DisposeAsync();
        }

        var ended = await running;
        plugins.EndRun();
        return new Run(ended, events, program.Registered);
    }

    private LocalWorkspace Workspace(WantedProgram program, EventSink events, Func<string, Task<int>>? attach = null) =>
        new(
            new WorkspaceOptions
            {
                Project = "lives",
                Stack = "dev",
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram(program.RunAsync),
                Environment = LocalWorkspace.ProcessEnvironment(),
                Attach = attach,
                Config = Spoken.Config,
                Passphrase = new Passphrase("correct horse", rounds: 1),
                Parallel = _parallel,
            },
            events
        );

    private Place Spoken => Ways[Way % Ways.Count];

    private string? Variable(string name) =>
        name == "PULUMI_HOME" ? _folder : Spoken.Environment.GetValueOrDefault(name);
}
