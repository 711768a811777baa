using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Client;
using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>The provider on a socket, an emulated cloud behind it, an engine that notes messages; minutes pass in no time.</summary>
internal sealed class ProviderOnEmulator : IAsyncDisposable
{
    private readonly AutoAdvance _passing;
    private readonly LoopbackServer _engine;
    private readonly Dictionary<string, string> _environment;
    private readonly List<ProviderHarness> _others = [];

    private ProviderOnEmulator(
        ManualTime time,
        EmulatorServer cloud,
        LoopbackServer engine,
        ProviderHarness provider,
        Dictionary<string, string> environment,
        TimeSpan? horizon
    )
    {
        Time = time;
        Cloud = cloud;
        Provider = provider;
        _engine = engine;
        _environment = environment;
        _passing = time.AutoAdvance(horizon);
    }

    public ManualTime Time { get; }

    public EmulatorServer Cloud { get; }

    public ProviderHarness Provider { get; private set; }

    /// <summary>The stack whose provider is configured next.</summary>
    public string Stack { get; set; } = "dev";

    /// <summary>Pulumi's home.</summary>
    public string Home => _environment["PULUMI_HOME"];

    /// <summary>The provider's environment variables; what is added counts from the next configuration on.</summary>
    public IDictionary<string, string> Environment => _environment;

    /// <summary>The warnings among what the provider told the engine.</summary>
    public IReadOnlyList<string> Warnings =>
        [
            .. Messages
                .Where(static message => message.Severity is LogSeverity.Warning && !message.Ephemeral)
                .Select(static message => message.Message),
        ];

    /// <summary>What stood beside the resources while they were worked on, in order.</summary>
    public IReadOnlyList<string> Statuses =>
        [.. Messages.Where(static message => message.Ephemeral).Select(static message => message.Message)];

    /// <summary>What the provider told the engine.</summary>
    public ConcurrentQueue<LogRequest> Messages { get; private init; } = new();

    /// <summary>Starts all of it.</summary>
    /// <param name="options">Changes the emulator's options.</param>
    /// <param name="horizon">The longest pause that the clock skips; longer ones are taken for something that hangs.</param>
    public static async Task<ProviderOnEmulator> StartAsync(
        Func<EmulatorOptions, EmulatorOptions>? options = null,
        TimeSpan? horizon = null
    )
    {
        var time = new ManualTime();
        var chosen = new EmulatorOptions
        {
            TimeProvider = time,
            WhileServing = time.Hold,
            Delay = TimeSpan.FromSeconds(90),
            Accounts = [Account.Default, Account.Other],
        };
        var cloud = await EmulatorServer.StartAsync(options?.Invoke(chosen) ?? chosen);
        var messages = new ConcurrentQueue<LogRequest>();
        var engine = await ListeningEngine.StartAsync(messages.Enqueue);
        var environment = new Dictionary<string, string>
        {
            ["PULUMI_HOME"] = Directory.CreateTempSubdirectory("vpcep-home-").FullName,
        };
        var provider = await ServeAsync(time, environment);
        var harness = new ProviderOnEmulator(time, cloud, engine, provider, environment, horizon)
        {
            Messages = messages,
        };
        await harness.ConfigureAsync();
        return harness;
    }

    /// <summary>Ends the provider as engines do at the end of a run, and starts another in its place.</summary>
    public async Task FinishAsync()
    {
        foreach (var other in _others)
        {
            await other.Client.CancelAsync(new Empty());
            await other.DisposeAsync();
        }

        _others.Clear();
        await Provider.Client.CancelAsync(new Empty());
        Provider.EndRun();
        await RestartAsync();
    }

    /// <summary>Ends the provider as if killed, and starts another in its place.</summary>
    public async Task RestartAsync()
    {
        await Provider.DisposeAsync();
        Provider = await ServeAsync(Time, _environment);
        await ConfigureAsync();
    }

    /// <summary>Starts another process of the same run; the calls that follow go to it.</summary>
    public async Task StartAnotherAsync()
    {
        _others.Add(Provider);
        Provider = await ServeAsync(Time, _environment);
        await ConfigureAsync();
    }

    /// <summary>Another process with a configuration that an earlier run had checked, as engines have before the program runs.</summary>
    public async Task OpenFromStateAsync(PropertyMap config)
    {
        var kept = await Provider.Client.CheckConfigAsync(new CheckRequest { News = StructCodec.Encode(config) });
        await Provider.DisposeAsync();
        Provider = await ServeAsync(Time, _environment);
        await Provider.Client.HandshakeAsync(
            new ProviderHandshakeRequest { EngineAddress = $"127.0.0.1:{_engine.Port}" }
        );
        await Provider.Client.ConfigureAsync(new ConfigureRequest { Args = kept.Inputs });
    }

    /// <summary>Introduces engine and provider to each other.</summary>
    /// <param name="more">Configuration besides the usual.</param>
    public async Task ConfigureAsync(params (string Key, PropertyValue Value)[] more)
    {
        await Provider.Client.HandshakeAsync(
            new ProviderHandshakeRequest { EngineAddress = $"127.0.0.1:{_engine.Port}" }
        );
        await Provider.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Urn = $"urn:pulumi:{Stack}::tests::pulumi:providers:vpcep::default",
                Args = Config(Cloud, more),
            }
        );
    }

    public static Struct Config(EmulatorServer cloud, params (string Key, PropertyValue Value)[] more) =>
        StructCodec.Encode(
            Props.Map([
                ("endpoint", cloud.Url.ToString()),
                ("vpnEndpoint", cloud.Url.ToString()),
                ("projectId", Account.Default.ProjectId),
                ("accessKey", new SecretValue(Account.Default.AccessKey!)),
                ("secretKey", new SecretValue(Account.Default.SecretKey!)),
                ("cloud", CloudOf(cloud.Options.Dialect).Name),
                .. more,
            ])
        );

    /// <summary>The cloud whose dialect it is.</summary>
    public static CloudHosts CloudOf(Dialect dialect) =>
        CloudHosts.All.FirstOrDefault(cloud => cloud.Name == dialect.Name) ?? CloudHosts.Private;

    /// <summary>Such a cloud.</summary>
    public static Task<ProviderOnEmulator> StartAsync(string dialect) =>
        StartAsync(options => options with { Dialect = Dialect.All.Single(known => known.Name == dialect) });

    /// <summary>Another account's own client, for what happens on the other side.</summary>
    public VpcepClient ClientOf(Account account) =>
        new(
            new VpcepClientOptions
            {
                Endpoint = Cloud.Url,
                ProjectId = account.ProjectId,
                Credential = new AccessKeyCredential(account.AccessKey!, account.SecretKey!),
                NetworkTime = TimeProvider.System,
            },
            Time
        );

    /// <summary>How often the cloud was asked to do that.</summary>
    public int CallsOf(string operation) => Cloud.Calls.All.Count(call => call.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        foreach (var other in _others)
        {
            await other.DisposeAsync();
        }

        await Provider.DisposeAsync();
        await _engine.DisposeAsync();
        await _passing.DisposeAsync();
        await Cloud.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    private static Task<ProviderHarness> ServeAsync(ManualTime time, Dictionary<string, string> environment) =>
        ProviderHarness.StartAsync(
            VpcepProvider.Create(time, environment.GetValueOrDefault),
            time,
            environment.GetValueOrDefault
        );
}
