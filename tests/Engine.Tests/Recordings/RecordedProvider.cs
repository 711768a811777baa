using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>A provider that answers each call as it did when the operation was recorded.</summary>
internal sealed class RecordedProvider
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    private readonly Lock _lock = new();
    private readonly List<RecordedCall> _left = [];

    /// <summary>Awaited with each call that arrives, before it is answered.</summary>
    public Func<SentCall, Task> Arrived { get; set; } = static _ => Task.CompletedTask;

    /// <summary>True when calls that were not recorded are answered, too.</summary>
    public bool AnswersAll { get; set; }

    /// <summary>The service.</summary>
    public GrpcService Service
    {
        get
        {
            var service = new GrpcService()
                .Unary(
                    Methods.ResourceProvider.Handshake,
                    static (_, _) =>
                        Task.FromResult(
                            new ProviderHandshakeResponse
                            {
                                AcceptSecrets = true,
                                AcceptResources = true,
                                AcceptOutputs = true,
                            }
                        )
                )
                .Unary(Methods.ResourceProvider.Attach, static (_, _) => Task.FromResult(new Empty()))
                .Unary(Methods.ResourceProvider.Cancel, static (_, _) => Task.FromResult(new Empty()))
                .Unary(
                    Methods.ResourceProvider.GetPluginInfo,
                    static (_, _) => Task.FromResult(new PluginInfo { Version = "1.0.0" })
                );
            Answer(service, Methods.ResourceProvider.CheckConfig, "CheckConfig");
            Answer(service, Methods.ResourceProvider.DiffConfig, "DiffConfig");
            Answer(service, Methods.ResourceProvider.Configure, "Configure");
            Answer(service, Methods.ResourceProvider.Check, "Check");
            Answer(service, Methods.ResourceProvider.Diff, "Diff");
            Answer(service, Methods.ResourceProvider.Create, "Create");
            Answer(service, Methods.ResourceProvider.Read, "Read");
            Answer(service, Methods.ResourceProvider.Update, "Update");
            Answer(service, Methods.ResourceProvider.Delete, "Delete");
            Answer(service, Methods.ResourceProvider.Invoke, "Invoke");
            Answer(service, Methods.ResourceProvider.Construct, "Construct");
            return service;
        }
    }

    /// <summary>Constructs a component: asks the engine at an address for what it is made of.</summary>
    public Func<string, string, CancellationToken, Task> Construct { get; set; } =
        static (_, _, _) => Task.CompletedTask;

    /// <summary>Answers the calls of the next operation.</summary>
    public void Begin(IEnumerable<RecordedCall> calls)
    {
        lock (_lock)
        {
            _left.Clear();
            _left.AddRange(calls);
        }
    }

    private void Answer<TRequest, TResponse>(GrpcService service, Method<TRequest, TResponse> method, string name)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        service.Unary(
            method,
            async (request, context) =>
            {
                var sent = SentCall.Of(name, JsonFormatter.Default.Format(request));
                var call =
                    Take(sent)
                    ?? throw new RpcException(StatusCode.Unimplemented, $"{sent} was not recorded in this operation");
                await Arrived(sent);
                if (request is ConstructRequest construct)
                {
                    await Construct(construct.MonitorEndpoint, sent.Target, context.CancellationToken);
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
        );

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
                    null
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
            ? new RpcException(
                code,
                message,
                Any.Pack(Parser.Parse<ErrorResourceInitFailed>(ScenarioJson.ToWire(partial)!.ToJsonString()))
            )
            : new RpcException(code, message);
    }
}
