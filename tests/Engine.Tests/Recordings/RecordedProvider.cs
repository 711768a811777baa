using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>A provider that answers each call as it did when the operation was recorded.</summary>
internal sealed class RecordedProvider : ResourceProvider.ResourceProviderBase
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly Lock _lock = new();
    private readonly List<RecordedCall> _left = [];
    private readonly Dictionary<string, TaskCompletionSource> _arrivals = [];

    /// <summary>Awaited with each call that arrives, before it is answered.</summary>
    public Func<SentCall, Task> Arrived { get; set; } = static _ => Task.CompletedTask;

    /// <summary>True when calls that were not recorded are answered, too.</summary>
    public bool AnswersAll { get; set; }

    /// <summary>Constructs a component: asks the engine at an address for what it is made of.</summary>
    public Func<string, string, CancellationToken, Task> Constructing { get; set; } =
        static (_, _, _) => Task.CompletedTask;

    /// <summary>Answers the calls of the next operation.</summary>
    public void Begin(IEnumerable<RecordedCall> calls)
    {
        lock (_lock)
        {
            _arrivals.Clear();
            _left.Clear();
            _left.AddRange(calls);
        }
    }

    public override Task<ProviderHandshakeResponse> Handshake(
        ProviderHandshakeRequest request,
        ServerCallContext context
    ) =>
        Task.FromResult(
            new ProviderHandshakeResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                AcceptOutputs = true,
            }
        );

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<Empty> Cancel(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = "1.0.0" });

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        AnswerAsync<CheckResponse>(nameof(CheckConfig), request, context);

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        AnswerAsync<DiffResponse>(nameof(DiffConfig), request, context);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        AnswerAsync<ConfigureResponse>(nameof(Configure), request, context);

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        AnswerAsync<CheckResponse>(nameof(Check), request, context);

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        AnswerAsync<DiffResponse>(nameof(Diff), request, context);

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        AnswerAsync<CreateResponse>(nameof(Create), request, context);

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        AnswerAsync<ReadResponse>(nameof(Read), request, context);

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        AnswerAsync<UpdateResponse>(nameof(Update), request, context);

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        AnswerAsync<Empty>(nameof(Delete), request, context);

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        AnswerAsync<InvokeResponse>(nameof(Invoke), request, context);

    public override Task<ConstructResponse> Construct(ConstructRequest request, ServerCallContext context) =>
        AnswerAsync<ConstructResponse>(nameof(Construct), request, context);

    public override Task<CallResponse> Call(CallRequest request, ServerCallContext context) =>
        AnswerAsync<CallResponse>(nameof(Call), request, context);

    private async Task<TResponse> AnswerAsync<TResponse>(string name, IMessage request, ServerCallContext context)
        where TResponse : IMessage<TResponse>, new()
    {
        var sent = SentCall.Of(name, JsonFormatter.Default.Format(request));
        var call =
            Take(sent)
            ?? throw new RpcException(
                new Status(StatusCode.Unimplemented, $"{sent} was not recorded in this operation")
            );
        Arrival($"{name} {sent.Target}").TrySetResult();
        await Arrived(sent);
        await Task.WhenAll(call.After.Select(before => Arrival(before).Task));

        if (request is ConstructRequest construct)
        {
            await Constructing(construct.MonitorEndpoint, sent.Target, context.CancellationToken);
        }

        if (call.Error is { } error)
        {
            throw Failure(error);
        }

        if (call.Response is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        }

        return Parser.Parse<TResponse>(ScenarioJson.ToWire(call.Response)!.ToJsonString());
    }

    /// <summary>Notes that a step failed.</summary>
    public void Failed(string target) => Arrival($"Failed {target}").TrySetResult();

    private TaskCompletionSource Arrival(string call)
    {
        lock (_lock)
        {
            if (!_arrivals.TryGetValue(call, out var arrival))
            {
                arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _arrivals[call] = arrival;
            }

            return arrival;
        }
    }

    // The one that was recorded with the same request; where the engine sends another one, the next of the kind.
    private RecordedCall? Take(SentCall sent)
    {
        lock (_lock)
        {
            var alike = _left.FindAll(call => call.Method == sent.Method && call.Target == sent.Target);
            var taken = alike.Find(call => new IdMatch().Matches(call.Request, sent.Request)) ?? alike.FirstOrDefault();
            if (taken is not null)
            {
                _left.Remove(taken);
            }
            else if (AnswersAll)
            {
                return new RecordedCall(
                    "",
                    sent.Method,
                    sent.Target,
                    sent.Request,
                    ScenarioText.Usual(sent.Method, sent.Request),
                    null,
                    []
                );
            }

            return taken;
        }
    }

    private static RpcException Failure(JsonObject error)
    {
        var code = System.Enum.TryParse<StatusCode>((string?)error["code"], out var named)
            ? named
            : StatusCode.Cancelled;
        var message = (string)error["message"]!;
        return error["initFailed"] is { } partial
            ? new Google.Rpc.Status
            {
                Code = (int)code,
                Message = message,
                Details =
                {
                    Any.Pack(Parser.Parse<ErrorResourceInitFailed>(ScenarioJson.ToWire(partial)!.ToJsonString())),
                },
            }.ToRpcException()
            : new RpcException(new Status(code, message));
    }
}
