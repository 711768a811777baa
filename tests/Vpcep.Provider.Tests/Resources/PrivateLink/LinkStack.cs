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
using Vpcep.Client;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources.PrivateLink;

/// <summary>A stack of one private link, with the engine, the provider and the cloud in this process, and in virtual time.</summary>
internal sealed class LinkStack : IAsyncDisposable
{
    private readonly ManualTime _time;
    private readonly AutoAdvance _passing;
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-link-").FullName;
    private readonly ConcurrentQueue<EngineEvent> _events = new();

    private LinkStack(ManualTime time, EmulatorServer cloud)
    {
        (_time, Cloud) = (time, cloud);
        _passing = time.AutoAdvance();
        Client = new VpcepClient(
            new VpcepClientOptions
            {
                Endpoint = cloud.Url,
                ProjectId = Account.Default.ProjectId,
                Credential = new AccessKeyCredential(Account.Default.AccessKey!, Account.Default.SecretKey!),
                NetworkTime = TimeProvider.System,
            },
            time
        );
    }

    /// <summary>The cloud.</summary>
    public EmulatorServer Cloud { get; }

    /// <summary>The owner's own hand in the cloud.</summary>
    public VpcepClient Client { get; }

    /// <summary>What the link is declared with.</summary>
    public PropertyMap Inputs { get; set; } = Props.Service.With("consumers", Consumers("a", "b"));

    /// <summary>The outputs that the program was given last; in a preview, only those that are known.</summary>
    public PropertyMap Outputs { get; private set; } = PropertyMap.Empty;

    /// <summary>What was done, but for what was left alone: <c>Create Endpoint link-a</c>.</summary>
    public IReadOnlyList<string> Steps =>
        [
            .. _events
                .OfType<StepEnded>()
                .Where(static ended => ended.Step is { Op: not (StepOp.Same or StepOp.Refresh), IsHidden: false })
                .Where(static ended => ended.Step.Type.StartsWith("vpcep:", StringComparison.Ordinal))
                .Select(static ended => $"{ended.Step.Op} {ended.Step.Type.Split(':')[2]} {ended.Step.Name}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The resources that were read before anything else, because they were not settled.</summary>
    public IReadOnlyList<string> Reads =>
        [
            .. _events
                .OfType<StepEnded>()
                .Where(static ended => ended.Step.Op is StepOp.Refresh)
                .Select(static ended => ended.Step.Name)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The errors.</summary>
    public string Errors => string.Join('\n', Told(LogSeverity.Error));

    /// <summary>The warnings.</summary>
    public IReadOnlyList<string> Warnings => [.. Told(LogSeverity.Warning)];

    public static async Task<LinkStack> StartAsync(string dialect = "huaweicloud")
    {
        var time = new ManualTime();
        var cloud = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                TimeProvider = time,
                WhileServing = time.Hold,
                Delay = TimeSpan.FromSeconds(20),
                Accounts = [Account.Default, Account.Other],
            }
        );
        return new LinkStack(time, cloud);
    }

    /// <summary>Consumers of those names.</summary>
    public static PropertyValue Consumers(params string[] names) =>
        new ObjectValue(Props.Map([.. names.Select(static name => (name, Consumer(name)))]));

    /// <summary>A consumer.</summary>
    public static PropertyValue Consumer(string name) =>
        new ObjectValue(
            Props.Map(
                ("vpcId", Props.Id($"vpc-{name}")),
                ("subnetId", Props.Id($"subnet-{name}")),
                ("enableDns", name == "a")
            )
        );

    public Task<bool> PreviewAsync() => RunAsync(static (workspace, stop) => workspace.PreviewAsync(stop));

    public Task<bool> UpAsync() => RunAsync(static (workspace, stop) => workspace.UpAsync(stop));

    public Task<bool> RefreshAsync() => RunAsync(static (workspace, stop) => workspace.RefreshAsync(stop));

    public Task<bool> DestroyAsync() => RunAsync(static (workspace, stop) => workspace.DestroyAsync(stop));

    public Task<Snapshot> StateAsync() => Workspace(port: 0).StateAsync(CancellationToken.None);

    /// <summary>The state of a resource.</summary>
    public async Task<ResourceState> ResourceAsync(string type, string name) =>
        (await StateAsync()).Resources.Single(state => state.Type == type && Urn.NameOf(state.Urn) == name);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _passing.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<string> Told(LogSeverity severity) =>
        _events.OfType<Diagnostic>().Where(told => told.Severity == severity).Select(static told => told.Message);

    private async Task<bool> RunAsync(Func<LocalWorkspace, StopSignals, Task<OperationEnded>> operation)
    {
        await using var provider = await ProviderHarness.StartAsync(
            VpcepProvider.Create(_time, Variable),
            _time,
            Variable
        );
        using var stop = new StopSignals();
        _events.Clear();
        var ended = await operation(Workspace(provider.Port), stop).DefaultTimeout();
        provider.EndRun();
        return ended.Outcome == RunOutcome.Succeeded;
    }

    private LocalWorkspace Workspace(int port) =>
        new(
            new WorkspaceOptions
            {
                Project = "links",
                Stack = "dev",
                Folder = _folder,
                StateFolder = Path.Combine(_folder, "state"),
                Program = new DelegateProgram(ProgramAsync),
                Environment = LocalWorkspace.ProcessEnvironment().SetItem("PULUMI_DEBUG_PROVIDERS", $"vpcep:{port}"),
                Passphrase = new Passphrase("correct horse", rounds: 1),
            },
            _events.Enqueue
        );

    private async Task ProgramAsync(ProgramRun run, CancellationToken cancellationToken)
    {
        using var monitor = LoopbackChannel.Open(run.MonitorAddress);
        var stack = await run.RegisterStackAsync(monitor, cancellationToken);
        var request = new RegisterResourceRequest
        {
            Type = "vpcep:index:PrivateLink",
            Name = "link",
            Parent = stack,
            Remote = true,
            Object = StructCodec.Encode(Inputs),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        var answer = await new ResourceMonitor.ResourceMonitorClient(monitor).RegisterResourceAsync(
            request,
            cancellationToken: cancellationToken
        );
        Outputs = StructCodec.Decode(answer.Object);
    }

    private string? Variable(string name) =>
        name switch
        {
            "PULUMI_HOME" => _folder,
            "VPCEP_ENDPOINT" => Cloud.Url.ToString(),
            "HW_CLOUD" => ProviderOnEmulator.CloudOf(Cloud.Options.Dialect).Name,
            "HW_PROJECT_ID" => Account.Default.ProjectId,
            "HW_ACCESS_KEY" => Account.Default.AccessKey,
            "HW_SECRET_KEY" => Account.Default.SecretKey,
            _ => null,
        };
}
