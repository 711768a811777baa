using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;

namespace StandIn.Tests;

/// <summary>A ResourceMonitor and Engine over a real socket that note every request and answer as told.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly ConcurrentQueue<object> _requests = new();
    private LoopbackServer _server = null!;

    private FakeEngine() { }

    /// <summary>Answers a registration; by default with the inputs as outputs and an id made of the name.</summary>
    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>> OnRegister { get; set; } =
        request => Task.FromResult(Created(request));

    public Func<ReadResourceRequest, ReadResourceResponse> OnRead { get; set; } =
        request => new ReadResourceResponse
        {
            Urn = UrnOf(request.Type, request.Name),
            Properties = request.Properties,
        };

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> OnInvoke { get; set; } =
        request => new ResourceInvokeResponse { Return = request.Args };

    public IReadOnlyList<RegisterResourceRequest> Registered => [.. _requests.OfType<RegisterResourceRequest>()];

    public IReadOnlyList<string> Shutdowns => [.. _requests.OfType<string>()];

    public IReadOnlyList<T> Requests<T>() => [.. _requests.OfType<T>()];

    public static async Task<FakeEngine> StartAsync()
    {
        var engine = new FakeEngine();
        engine._server = await LoopbackServer.StartAsync(services =>
        {
            ResourceMonitor.BindService(services, new Monitor(engine));
            Engine.BindService(services, new ListeningEngine(engine._requests.Enqueue));
        });
        return engine;
    }

    /// <summary>Runs a program against this engine and gives its exit code.</summary>
    public Task<int> RunAsync(
        Func<IDictionary<string, object?>> program,
        bool dryRun = false,
        IReadOnlyDictionary<string, string>? config = null
    ) => RunAsync(() => Task.FromResult(program()), dryRun, config);

    /// <inheritdoc cref="RunAsync(Func{IDictionary{string, object?}}, bool, IReadOnlyDictionary{string, string}?)"/>
    public Task<int> RunAsync(
        Func<Task<IDictionary<string, object?>>> program,
        bool dryRun = false,
        IReadOnlyDictionary<string, string>? config = null
    ) => ProgramRunner.RunAsync(Settings(dryRun, config), () => ProgramRunner.Inline(program, null)).DefaultTimeout();

    public Task<int> RunAsync(
        Action program,
        bool dryRun = false,
        IReadOnlyDictionary<string, string>? config = null
    ) =>
        RunAsync(
            () =>
            {
                program();
                return ImmutableDictionary<string, object?>.Empty;
            },
            dryRun,
            config
        );

    public DeploymentSettings Settings(bool dryRun, IReadOnlyDictionary<string, string>? config = null) =>
        new()
        {
            Monitor = $"127.0.0.1:{_server.Port}",
            Engine = $"127.0.0.1:{_server.Port}",
            Project = "proj",
            Stack = "dev",
            IsDryRun = dryRun,
            Config = (config ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(),
        };

    public RegisterResourceRequest Registration(string name) => Registered.Single(request => request.Name == name);

    public PropertyMap InputsOf(string name) => StructCodec.Decode(Registration(name).Object);

    public PropertyMap OutputsOf(string urn) =>
        StructCodec.Decode(Requests<RegisterResourceOutputsRequest>().Single(request => request.Urn == urn).Outputs);

    public PropertyMap StackOutputs => OutputsOf(UrnOf("pulumi:pulumi:Stack", "proj-dev"));

    public IReadOnlyList<(LogSeverity Severity, string Message)> Logs =>
        [.. Requests<LogRequest>().Select(static one => (one.Severity, one.Message))];

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::proj::{type}::{name}";

    public static RegisterResourceResponse Created(
        RegisterResourceRequest request,
        params (string, PropertyValue)[] more
    ) => Answer(request, request.Custom ? $"id-{request.Name}" : "", more);

    /// <summary>What the real engine says in a preview: no id, and without the outputs that are not known.</summary>
    public static RegisterResourceResponse Previewed(RegisterResourceRequest request) => Answer(request, "", []);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static RegisterResourceResponse Answer(
        RegisterResourceRequest request,
        string id,
        (string Name, PropertyValue Value)[] more
    )
    {
        var known = StructCodec.Decode(request.Object).Where(static one => !one.Value.ContainsUnknowns);
        var state = new PropertyMap([.. known, .. more.Select(static one => KeyValuePair.Create(one.Name, one.Value))]);
        return new RegisterResourceResponse
        {
            Urn = UrnOf(request.Type, request.Name),
            Id = id,
            Object = StructCodec.Encode(state),
        };
    }

    private sealed class Monitor(FakeEngine engine) : ResourceMonitor.ResourceMonitorBase
    {
        public override Task<SupportsFeatureResponse> SupportsFeature(
            SupportsFeatureRequest request,
            ServerCallContext context
        ) => Note(request, new SupportsFeatureResponse { HasSupport = true });

        public override Task<RegisterResourceResponse> RegisterResource(
            RegisterResourceRequest request,
            ServerCallContext context
        )
        {
            engine._requests.Enqueue(request);
            return engine.OnRegister(request);
        }

        public override Task<ReadResourceResponse> ReadResource(
            ReadResourceRequest request,
            ServerCallContext context
        ) => Note(request, engine.OnRead(request));

        public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
            Note(request, engine.OnInvoke(request));

        public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
            Note(request, new CallResponse { Return = request.Args });

        public override Task<RegisterPackageResponse> RegisterPackage(
            Pulumi.Provider.Protocol.Messages.RegisterPackageRequest request,
            ServerCallContext context
        ) => Note(request, new RegisterPackageResponse { Ref = $"ref-{request.Parameterization.Name}" });

        public override Task<Empty> RegisterResourceOutputs(
            RegisterResourceOutputsRequest request,
            ServerCallContext context
        ) => Note(request, new Empty());

        public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) =>
            Note("shutdown", new Empty());

        private Task<TResponse> Note<TResponse>(object request, TResponse response)
        {
            engine._requests.Enqueue(request);
            return Task.FromResult(response);
        }
    }
}
