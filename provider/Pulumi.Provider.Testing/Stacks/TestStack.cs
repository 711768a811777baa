using System.Text.Json.Nodes;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>
/// A stack of an engine in this process, and the provider under test behind the real protocol on a socket. Each operation
/// starts providers of its own, as each run of Pulumi starts plugins; only the state is kept. One operation at a time.
/// </summary>
public sealed class TestStack : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<ProviderDefinition> _provider;
    private readonly Dictionary<string, TestPackage> _packages = new(StringComparer.Ordinal);
    private readonly TestStackOptions _options;
    private readonly string _name;
    private readonly string _folder = Directory.CreateTempSubdirectory("pulumi-provider-test-").FullName;
    private readonly Passphrase _passphrase = new("", rounds: 1); // nobody else reads the state
    private InMemoryPlugins? _plugins;
    private StopSignals? _stop;

    /// <summary>An empty stack.</summary>
    /// <param name="provider">The provider under test.</param>
    /// <param name="options">With what; the defaults where there is nothing.</param>
    public TestStack(ProviderDefinition provider, TestStackOptions? options = null)
        : this(() => provider, options) { }

    /// <summary>An empty stack.</summary>
    /// <param name="provider">Makes the provider under test, for each of the engine's plugins anew.</param>
    /// <param name="options">With what; the defaults where there is nothing.</param>
    public TestStack(Func<ProviderDefinition> provider, TestStackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        (_provider, _options) = (provider, options ?? new());
        _name = provider().Name;
    }

    /// <summary>The stack's configuration. Keys are whole, as in <c>notes:url</c>.</summary>
    public StackConfig Config { get; set; } = StackConfig.Empty;

    /// <summary>Told of everything as it happens, from many threads.</summary>
    public event Action<EngineEvent>? Happened;

    /// <summary>Sets a value of the provider's configuration.</summary>
    /// <param name="key">Its wire name.</param>
    /// <param name="value">The value, as text; objects and lists as JSON.</param>
    /// <param name="secret">True for <c>pulumi config set --secret</c>.</param>
    /// <param name="package">The package whose configuration it is, where that is not the provider's own.</param>
    public void Configure(string key, string value, bool secret = false, TestPackage? package = null) =>
        Config = Config.With($"{package?.Name ?? _name}:{key}", value, secret);

    /// <summary>
    /// <c>pulumi package add</c>: has the provider make a package of its arguments. Programs use it by its tokens from then on,
    /// and each run gives the parameter back, as SDKs do.
    /// </summary>
    /// <param name="args">What stands behind the provider's name, such as <c>--tenant blue</c> in two words.</param>
    /// <exception cref="TestFailedException">The provider refuses them; the message says why.</exception>
    public async Task<TestPackage> AddPackageAsync(params string[] args)
    {
        var package = await TestPackage.AddAsync(_provider(), _options, args);
        return _packages[package.Name] = package;
    }

    /// <summary><c>pulumi up</c>: makes the stack what the program says.</summary>
    public Task<TestRun> UpAsync(Func<TestProgram, Task> program, OperationChoices? choices = null) =>
        RunAsync("up", program, (engine, stop) => engine.UpAsync(stop, choices));

    /// <summary><c>pulumi preview</c>: says what an update would do.</summary>
    public Task<TestRun> PreviewAsync(Func<TestProgram, Task> program, OperationChoices? choices = null) =>
        RunAsync("preview", program, (engine, stop) => engine.PreviewAsync(stop, choices));

    /// <summary><c>pulumi refresh</c>: reads every resource and takes over what is there.</summary>
    public Task<TestRun> RefreshAsync(bool preview = false, OperationChoices? choices = null) =>
        RunAsync("refresh", NoProgram, (engine, stop) => engine.RefreshAsync(stop, preview, choices));

    /// <summary><c>pulumi destroy</c>: deletes everything.</summary>
    public Task<TestRun> DestroyAsync(bool preview = false, OperationChoices? choices = null) =>
        RunAsync("destroy", NoProgram, (engine, stop) => engine.DestroyAsync(stop, preview, choices));

    /// <summary><c>pulumi import</c>: takes an existing thing under management.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id.</param>
    /// <param name="protect">True protects it, as the command does unless told otherwise.</param>
    public Task<TestRun> ImportAsync(string type, string name, string id, bool protect = false) =>
        RunAsync(
            "import",
            NoProgram,
            (engine, stop) =>
                engine.ImportAsync(
                    stop,
                    [
                        new ImportItem(type, name, id)
                        {
                            Protect = protect,
                            Package = _packages.GetValueOrDefault(Urn.PackageOf(type))?.Request,
                        },
                    ]
                )
        );

    /// <summary>
    /// Ctrl-C: no new step begins, the provider is told, what is in flight may end. The second time, what is in flight is given
    /// up. Does nothing where no operation runs.
    /// </summary>
    public void Cancel()
    {
        lock (_lock)
        {
            _stop?.Request();
        }
    }

    /// <summary>Ctrl-C of which the provider knows when this returns.</summary>
    internal async Task InterruptAsync()
    {
        Cancel();
        await (_plugins?.CancelAsync() ?? Task.CompletedTask);
    }

    /// <summary>
    /// The provider's process dies: its calls break off, and nothing answers any more. Code of the provider that is under way
    /// finds its cancellation token fired, for a process that lives on cannot be stopped otherwise.
    /// </summary>
    public async Task CrashAsync()
    {
        InMemoryPlugins? dying;
        lock (_lock)
        {
            dying = _plugins;
        }

        if (dying is not null)
        {
            await dying.DisposeAsync();
        }
    }

    /// <summary>The state.</summary>
    public Task<Snapshot> StateAsync() => Engine(NoProgram, _ => { }).StateAsync(CancellationToken.None);

    /// <summary>A resource of the state.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type token, where others have that name, too.</param>
    /// <exception cref="TestFailedException">
    /// There is none of that name, or more than one; the message names those that there are.
    /// </exception>
    public async Task<TestState> ResourceAsync(string name, string? type = null)
    {
        var kept = (await StateAsync()).Resources.Where(static it => !it.Delete).ToList();
        var called = kept.Where(it => Urn.NameOf(it.Urn) == name && (type ?? it.Type) == it.Type).ToList();
        return called.Select(static it => it.Type).Distinct().Count() switch
        {
            0 => throw new TestFailedException(
                $"the state should have a resource '{name}'; it has: {string.Join(", ", kept.Select(static it => Urn.NameOf(it.Urn)))}"
            ),
            1 => new TestState(called[^1]),
            _ => throw new TestFailedException(
                $"the state has several resources '{name}', of the types {string.Join(", ", called.Select(static it => it.Type))}: say which"
            ),
        };
    }

    /// <summary>The state as <c>pulumi stack export</c> writes it: secrets encrypted.</summary>
    public async Task<JsonObject> ExportAsync(bool showSecrets = false) =>
        await Engine(NoProgram, _ => { }).ExportAsync(showSecrets, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task NoProgram(TestProgram program) => Task.CompletedTask;

    private async Task<TestRun> RunAsync(
        string verb,
        Func<TestProgram, Task> program,
        Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        var events = new List<EngineEvent>();
        using var stop = new StopSignals();
        await using var plugins = new InMemoryPlugins(
            _provider,
            _options.Time,
            name => _options.Environment.GetValueOrDefault(name)
        )
        {
            BeforeCall = _options.BeforeCall,
            AfterCall = _options.AfterCall,
        };
        lock (_lock)
        {
            if (_stop is not null)
            {
                throw new InvalidOperationException("a stack runs one operation at a time; await the one before");
            }

            (_stop, _plugins) = (stop, plugins);
        }

        try
        {
            await using var passing = _options is { Time: ManualTime time, AutoAdvance: true }
                ? time.AutoAdvance()
                : null;
            var ended = await operation(Engine(program, Note, plugins), stop).DefaultTimeout();
            plugins.EndRun();
            lock (events)
            {
                return new TestRun(verb, ended, events);
            }
        }
        finally
        {
            lock (_lock)
            {
                (_stop, _plugins) = (null, null);
            }
        }

        void Note(EngineEvent happened)
        {
            lock (events)
            {
                events.Add(happened);
            }

            Happened?.Invoke(happened);
        }
    }

    private LocalWorkspace Engine(Func<TestProgram, Task> program, EventSink events, InMemoryPlugins? plugins = null) =>
        new(
            new WorkspaceOptions
            {
                Project = _options.Project,
                Stack = _options.Stack,
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram((run, cancellationToken) => RunAsync(program, run, cancellationToken)),
                Config = Config,
                Attach = plugins is null
                    ? null
                    : package =>
                        package == _name
                            ? plugins.StartAsync()
                            : throw new EngineException(
                                $"the stack has only the provider '{_name}', and no '{package}'"
                            ),
                Passphrase = _passphrase,
                Parallel = _options.Parallel,
            },
            events
        );

    private async Task RunAsync(Func<TestProgram, Task> program, ProgramRun run, CancellationToken cancellationToken)
    {
        using var channel = LoopbackChannel.Open(run.MonitorAddress);
        var stack = await run.RegisterStackAsync(channel, cancellationToken);
        var monitor = new ResourceMonitor.ResourceMonitorClient(channel);
        var running = new TestProgram(_provider(), _packages, run, monitor, stack, cancellationToken);
        await program(running);
        await running.EndAsync();
    }
}
