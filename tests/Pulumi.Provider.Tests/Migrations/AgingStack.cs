using System.Collections.Concurrent;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>A stack of the local engine with one volume, whose provider is of another version each time.</summary>
internal sealed class AgingStack : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("toy-ages-").FullName;

    /// <summary>The cloud.</summary>
    public ConcurrentDictionary<string, Thing> Cloud { get; } = [];

    /// <summary>The text of the state as it is on disk.</summary>
    public string Stored => File.ReadAllText(Workspace(Nothing, static _ => { }, null).StateFile);

    /// <summary>What an update of the program would change or, not being a preview, changes: <c>Update data size</c>.</summary>
    public Task<string[]> UpAsync(int version, PropertyMap inputs, bool preview = false, string[]? ignore = null) =>
        RunAsync(
            version,
            (run, cancellationToken) => RegisterAsync(run, version, inputs, ignore ?? [], cancellationToken),
            (workspace, stop) => preview ? workspace.PreviewAsync(stop) : workspace.UpAsync(stop)
        );

    public Task<string[]> RefreshAsync(int version) =>
        RunAsync(version, Nothing, static (workspace, stop) => workspace.RefreshAsync(stop));

    public Task<string[]> DestroyAsync(int version) =>
        RunAsync(version, Nothing, static (workspace, stop) => workspace.DestroyAsync(stop));

    /// <summary>What the engine has stored of the volume.</summary>
    public async Task<ResourceState> VolumeAsync()
    {
        var state = await Workspace(Nothing, static _ => { }, null).StateAsync(CancellationToken.None);
        return state.Resources.Single(static resource => resource.Urn.EndsWith("::data", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task Nothing(ProgramRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task RegisterAsync(
        ProgramRun run,
        int version,
        PropertyMap inputs,
        string[] ignore,
        CancellationToken cancellationToken
    )
    {
        using var monitor = LoopbackChannel.Open(run.MonitorAddress);
        var request = new RegisterResourceRequest
        {
            Type = Volumes.TypeIn(version),
            Name = "data",
            Parent = await run.RegisterStackAsync(monitor, cancellationToken),
            Custom = true,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Object = StructCodec.Encode(inputs),
        };
        request.IgnoreChanges.AddRange(ignore);
        if (version > 1)
        {
            // As SDKs do, because the schema says so.
            request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Type = Volumes.Volume } });
        }

        await new ResourceMonitor.ResourceMonitorClient(monitor).RegisterResourceAsync(
            request,
            cancellationToken: cancellationToken
        );
    }

    private async Task<string[]> RunAsync(
        int version,
        Func<ProgramRun, CancellationToken, Task> program,
        Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation
    )
    {
        await using var provider = await ProviderHarness.StartAsync(Volumes.Version(version, Cloud));
        using var stop = new StopSignals();
        var events = new ConcurrentQueue<EngineEvent>();
        var ended = await operation(Workspace(program, events.Enqueue, provider.Port), stop);
        var said = events
            .OfType<Diagnostic>()
            .Where(static said => !said.Ephemeral)
            .Select(static said => said.Message);
        Assert.True(ended.Outcome == RunOutcome.Succeeded, string.Join('\n', said));
        return
        [
            .. events
                .OfType<StepEnded>()
                .Select(static step => step.Step)
                .Where(static step => step.Name == "data" && step.Op is not (StepOp.Same or StepOp.Refresh))
                .Select(static step => $"{step.Op} {step.Name} {string.Join(' ', step.ChangedKeys)}".TrimEnd()),
        ];
    }

    private LocalWorkspace Workspace(Func<ProgramRun, CancellationToken, Task> program, EventSink events, int? port) =>
        new(
            new WorkspaceOptions
            {
                Project = "ages",
                Stack = "dev",
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram(program),
                Environment = LocalWorkspace.ProcessEnvironment(),
                Attach = _ => Task.FromResult(port ?? 0),
                Passphrase = new Passphrase("correct horse", rounds: 1),
            },
            events
        );
}
