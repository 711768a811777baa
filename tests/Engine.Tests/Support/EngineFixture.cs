using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.LocalEngine.Tests.Echo;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests.Support;

/// <summary>A stack "dev" of a project "rec" with the echo provider attached, and a record of all that happened.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private readonly Passphrase _passphrase = new("correct horse"); // as processes have it, too
    private LoopbackServer _server;
    private readonly List<EngineEvent> _events = [];

    private EngineFixture(EchoProvider echo, LoopbackServer server)
    {
        Echo = echo;
        _server = server;
        Folder = Directory.CreateTempSubdirectory("engine-test-").FullName;
    }

    /// <summary>The provider.</summary>
    public EchoProvider Echo { get; }

    /// <summary>The port it listens on.</summary>
    public int Port => _server.Port;

    /// <summary>A folder of its own.</summary>
    public string Folder { get; }

    /// <summary>The stack's configuration.</summary>
    public StackConfig Config { get; set; } = StackConfig.Empty;

    /// <summary>True when the plugin is to be found on the PATH, in <see cref="Folder"/>.</summary>
    public bool IsOnPath { get; set; }

    /// <summary>False when there is no plugin at all.</summary>
    public bool IsAttached { get; set; } = true;

    /// <summary>True when the project says <c>refresh: always</c>.</summary>
    public bool RefreshesAlways { get; set; }

    /// <summary>Plugin folders; when set, plugins are processes, not attached.</summary>
    public ImmutableDictionary<string, string> Plugins { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The user's Ctrl-C, for the next operation.</summary>
    public StopSignals Stop { get; set; } = new();

    /// <summary>How many steps run at a time.</summary>
    public int Parallel { get; set; } = 16;

    /// <summary>Raised for each event, on the thread it happens on.</summary>
    public event Action<EngineEvent>? Seen;

    /// <summary>Events of the last operation.</summary>
    public IReadOnlyList<EngineEvent> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>The last operation's resource calls: <c>Check a</c>, <c>Create a</c>…, in the order they began.</summary>
    public IReadOnlyList<string> Calls =>
        [
            .. ProviderCalls()
                .Where(static call => call.Method is not ("Handshake" or "Attach" or "GetPluginInfo" or "Cancel"))
                .Select(static call => $"{call.Method} {NameOf(call)}"),
        ];

    /// <summary>The steps of the last operation that ended well, but for unchanged and default ones: <c>Create a</c>…</summary>
    public IReadOnlyList<string> Steps =>
        [
            .. Events
                .OfType<StepEnded>()
                .Where(static ended => !ended.Step.IsHidden && ended.Step.Type != Urn.StackType)
                .Where(static ended => ended.Step.Op != StepOp.Same)
                .Select(static ended => $"{ended.Step.Op} {ended.Step.Name}"),
        ];

    /// <summary>Errors and warnings of the last operation.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Events.OfType<Diagnostic>().Where(static d => !d.Ephemeral).Select(static d => d.Message)];

    /// <summary>Starts a provider and makes an empty stack.</summary>
    public static async Task<EngineFixture> CreateAsync(EchoProvider? echo = null)
    {
        echo ??= new EchoProvider();
        return new EngineFixture(
            echo,
            await LoopbackServer.StartAsync(services => ResourceProvider.BindService(services, echo))
        );
    }

    /// <summary>Starts a provider of a test's own and makes an empty stack.</summary>
    public static async Task<EngineFixture> CreateAsync(ResourceProvider.ResourceProviderBase provider) =>
        new(
            new EchoProvider(),
            await LoopbackServer.StartAsync(services => ResourceProvider.BindService(services, provider))
        );

    /// <summary>Runs a program for real.</summary>
    public Task<OperationEnded> UpAsync(Func<EchoProgram, Task> program, OperationChoices? choices = null) =>
        RunAsync(workspace => workspace.UpAsync(Stop, choices), program);

    /// <summary>Previews a program.</summary>
    public Task<OperationEnded> PreviewAsync(Func<EchoProgram, Task> program) =>
        RunAsync(workspace => workspace.PreviewAsync(Stop), program);

    /// <summary>Refreshes.</summary>
    public Task<OperationEnded> RefreshAsync(bool preview = false, OperationChoices? choices = null) =>
        RunAsync(workspace => workspace.RefreshAsync(Stop, preview, choices));

    /// <summary>Destroys.</summary>
    public Task<OperationEnded> DestroyAsync(bool preview = false, OperationChoices? choices = null) =>
        RunAsync(workspace => workspace.DestroyAsync(Stop, preview, choices));

    /// <summary>The provider's process dies: calls in flight break off, and nothing answers any more.</summary>
    public async Task KillProviderAsync() => await _server.DisposeAsync();

    /// <summary>The provider is started again, with the world as it is.</summary>
    public async Task ReviveProviderAsync() =>
        _server = await LoopbackServer.StartAsync(services => ResourceProvider.BindService(services, Echo));

    /// <summary>Imports.</summary>
    public Task<OperationEnded> ImportAsync(string name, string id, bool preview = false) =>
        RunAsync(workspace => workspace.ImportAsync(Stop, [new("echo:index:Item", name, id)], preview));

    /// <summary>The state.</summary>
    public Task<Snapshot> StateAsync() => Workspace(null).StateAsync(CancellationToken.None);

    /// <summary>The state of a resource by its name.</summary>
    public async Task<ResourceState> ResourceAsync(string name) =>
        (await StateAsync()).Resources.Single(state => Urn.NameOf(state.Urn) == name && !state.Delete);

    /// <summary>Where the state is kept.</summary>
    public string StateFile => Workspace(null).StateFile;

    /// <summary>The state file as JSON.</summary>
    public async Task<JsonObject> StateFileAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Workspace(null).StateFile))!.AsObject();

    /// <summary>The export.</summary>
    public Task<JsonObject> ExportAsync(bool showSecrets) =>
        Workspace(null).ExportAsync(showSecrets, CancellationToken.None);

    /// <summary>The calls of the last operation.</summary>
    public IReadOnlyList<ProviderCall> ProviderCalls() =>
        [.. Events.OfType<ProviderCall>().OrderBy(static call => call.Sequence)];

    /// <summary>The request of the last operation's n-th call of a method to a resource, as JSON.</summary>
    public JsonObject Request(string call, int index = 0) =>
        JsonNode
            .Parse(ProviderCalls().Where(made => $"{made.Method} {NameOf(made)}" == call).ElementAt(index).Request)!
            .AsObject();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Stop.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs any operation.</summary>
    public async Task<OperationEnded> RunAsync(
        Func<LocalWorkspace, Task<OperationEnded>> operation,
        Func<EchoProgram, Task>? program = null
    )
    {
        lock (_events)
        {
            _events.Clear();
        }

        return await operation(Workspace(program)).DefaultTimeout();
    }

    private LocalWorkspace Workspace(Func<EchoProgram, Task>? program)
    {
        var environment = LocalWorkspace.ProcessEnvironment();
        return new LocalWorkspace(
            new WorkspaceOptions
            {
                Project = "rec",
                Stack = "dev",
                Folder = Folder,
                StateFolder = Path.Combine(Folder, "state"),
                Program = new DelegateProgram(
                    async (run, cancellationToken) =>
                    {
                        using var client = new EchoProgram(run, cancellationToken);
                        await client.StackAsync();
                        await (program ?? (static _ => Task.CompletedTask))(client);
                    }
                ),
                Config = Config,
                Refresh = RefreshesAlways,
                PluginPaths = Plugins,
                Environment =
                    IsOnPath ? environment.SetItem("PATH", $"{Folder}:{environment["PATH"]}")
                    : Plugins.IsEmpty && IsAttached
                        ? environment.SetItem("PULUMI_DEBUG_PROVIDERS", $"echo:{_server.Port}")
                    : environment,
                Passphrase = _passphrase,
                Parallel = Parallel,
            },
            happened =>
            {
                lock (_events)
                {
                    _events.Add(happened);
                }

                Seen?.Invoke(happened);
            }
        );
    }

    private static string NameOf(ProviderCall call)
    {
        var json = JsonNode.Parse(call.Request)!;
        return (string?)json["name"] ?? (string?)json["tok"] ?? "";
    }
}
