using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests.Echo;

/// <summary>
/// A provider of one resource, <c>echo:index:Item</c>. Inputs: name (replaces), size, tags, ports, fixedName (asks to be
/// deleted before it is replaced), failMode (init, precond, none). Outputs: the inputs, <c>computed</c> and <c>arn</c>.
/// Config: region (replaces), token (secret). Keeps what exists in <see cref="World"/>, for tests to change.
/// </summary>
internal sealed class EchoProvider : ResourceProvider.ResourceProviderBase
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private string _engine = "";
    private string _region = "";

    /// <summary>What exists: inputs by id.</summary>
    public ConcurrentDictionary<string, PropertyMap> World { get; } = new();

    /// <summary>Reasons Read answers with, by id: the resource is there but not healthy.</summary>
    public ConcurrentDictionary<string, string> Unhealthy { get; } = new();

    /// <summary>Called when Cancel arrives.</summary>
    public Action OnCancel { get; set; } = static () => { };

    /// <summary>True answers Handshake with UNIMPLEMENTED, as old providers do.</summary>
    public bool WithoutHandshake { get; init; }

    /// <summary>Completes when a create of the name, a delete of the id or a <c>check:name</c> has begun; it waits for <see cref="Release"/>.</summary>
    public Task Hold(string name)
    {
        _gates["release:" + name] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (
            _gates["begun:" + name] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        ).Task;
    }

    /// <summary>Lets what is held go on.</summary>
    public void Release(string name) => _gates["release:" + name].TrySetResult();

    /// <summary>The outputs of an item.</summary>
    public PropertyMap Outputs(string id, PropertyMap inputs)
    {
        var known = !inputs.Values.Any(static value => value.ContainsUnknowns) && id.Length > 0;
        var size = inputs.Find("size")?.Unwrapped is NumberValue number ? number.Value : 0;
        return inputs
            .With("arn", known ? $"arn:echo:{_region}:{id}" : PropertyValue.Unknown)
            .With("computed", known ? $"computed-{EchoDiff.Text(inputs, "name")}-{size}" : PropertyValue.Unknown);
    }

    public override Task<ProviderHandshakeResponse> Handshake(
        ProviderHandshakeRequest request,
        ServerCallContext context
    )
    {
        _engine = request.EngineAddress;
        return WithoutHandshake
            ? throw new RpcException(new Status(StatusCode.Unimplemented, "no Handshake here"))
            : Task.FromResult(
                new ProviderHandshakeResponse
                {
                    AcceptSecrets = true,
                    AcceptResources = true,
                    AcceptOutputs = true,
                }
            );
    }

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = "1.0.0" });

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        Task.FromResult(EchoDiff.Of(request, "region"));

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        Task.FromResult(EchoDiff.Of(request, "name"));

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context)
    {
        var response = new CheckResponse { Inputs = request.News };
        if (EchoDiff.Text(StructCodec.Decode(request.News), "region") == "bad")
        {
            response.Failures.Add(new CheckFailure { Property = "region", Reason = "region \"bad\" is not known" });
        }

        return Task.FromResult(response);
    }

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context)
    {
        _region = EchoDiff.Text(StructCodec.Decode(request.Args), "region");
        return Task.FromResult(
            new ConfigureResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                SupportsPreview = true,
            }
        );
    }

    public override async Task<CheckResponse> Check(CheckRequest request, ServerCallContext context)
    {
        await PassAsync("check:" + request.Name, context);
        return Checked(request);
    }

    private static CheckResponse Checked(CheckRequest request)
    {
        var news = StructCodec.Decode(request.News);
        var response = new CheckResponse { Inputs = request.News };
        if (news.Find("size")?.Unwrapped is NumberValue { Value: > 1000 })
        {
            response.Failures.Add(new CheckFailure { Property = "size", Reason = "must be at most 1000" });
        }

        if (news.Find("name") is null)
        {
            response.Failures.Add(new CheckFailure { Property = "name", Reason = "is required" });
        }

        return response;
    }

    public override async Task<CreateResponse> Create(CreateRequest request, ServerCallContext context)
    {
        var inputs = StructCodec.Decode(request.Properties);
        if (request.Preview)
        {
            return new CreateResponse { Properties = StructCodec.Encode(Outputs("", inputs)) };
        }

        var name = EchoDiff.Text(inputs, "name");
        var id = EchoDiff.Text(inputs, "fixedName") is { Length: > 0 } given ? given : "item-" + name;
        await LogAsync(request.Urn, $"creating item {id}", context);
        await PassAsync(name, context);

        switch (EchoDiff.Text(inputs, "failMode"))
        {
            case "precond":
                throw new RpcException(new Status(StatusCode.FailedPrecondition, $"quota exceeded for item {id}"));
            case "unavailable":
                throw new RpcException(new Status(StatusCode.Unavailable, "the cloud cannot be reached"));
            case "init":
                World[id] = inputs;
                throw InitFailed(id, Outputs(id, inputs), inputs, "still starting");
            default:
                World[id] = inputs;
                return new CreateResponse { Id = id, Properties = StructCodec.Encode(Outputs(id, inputs)) };
        }
    }

    public override async Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context)
    {
        var inputs = StructCodec.Decode(request.News);
        var outputs = Outputs(request.Id, inputs);
        if (request.Preview)
        {
            return new UpdateResponse { Properties = StructCodec.Encode(outputs) };
        }

        await LogAsync(request.Urn, $"updating item {request.Id}", context);
        World[request.Id] = inputs;
        return EchoDiff.Text(inputs, "failMode") == "init"
            ? throw InitFailed(request.Id, outputs, inputs, "still starting")
            : new UpdateResponse { Properties = StructCodec.Encode(outputs) };
    }

    public override async Task<Empty> Delete(DeleteRequest request, ServerCallContext context)
    {
        await PassAsync(request.Id, context);
        World.TryRemove(request.Id, out _);
        return new Empty();
    }

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        Task.FromResult(Found(request));

    private ReadResponse Found(ReadRequest request)
    {
        if (request.Id.StartsWith("missing", StringComparison.Ordinal))
        {
            return new ReadResponse();
        }

        // An id nobody made exists too, as one made outside: that is what imports find.
        if (!World.TryGetValue(request.Id, out var inputs))
        {
            if (request.Inputs is { Fields.Count: > 0 })
            {
                return new ReadResponse();
            }

            inputs = PropertyMap.Empty.With("name", request.Id).With("size", 3);
        }

        if (Unhealthy.TryGetValue(request.Id, out var reason))
        {
            throw InitFailed(request.Id, Outputs(request.Id, inputs), inputs, reason);
        }

        return new ReadResponse
        {
            Id = request.Id,
            Inputs = StructCodec.Encode(inputs),
            Properties = StructCodec.Encode(Outputs(request.Id, inputs)),
        };
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        Task.FromResult(Answer(request));

    private static InvokeResponse Answer(InvokeRequest request)
    {
        var name = EchoDiff.Text(StructCodec.Decode(request.Args), "name");
        var response = new InvokeResponse();
        if (name == "absent")
        {
            response.Failures.Add(new CheckFailure { Property = "name", Reason = "no such item" });
            return response;
        }

        if (name == "broken")
        {
            throw new RpcException(new Status(StatusCode.Internal, "the world is broken"));
        }

        response.Return = StructCodec.Encode(PropertyMap.Empty.With("name", name).With("size", 7));
        return response;
    }

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        OnCancel();
        return Task.FromResult(new Empty());
    }

    private async Task PassAsync(string gate, ServerCallContext context)
    {
        if (_gates.TryGetValue("begun:" + gate, out var begun))
        {
            begun.TrySetResult();
            await _gates["release:" + gate].Task.WaitAsync(context.CancellationToken);
        }
    }

    private async Task LogAsync(string urn, string message, ServerCallContext context)
    {
        using var engine = LoopbackChannel.Open(_engine);
        await new Engine.EngineClient(engine).LogAsync(
            new LogRequest
            {
                Severity = LogSeverity.Info,
                Urn = urn,
                Message = message,
                Ephemeral = true,
            },
            cancellationToken: context.CancellationToken
        );
    }

    private static RpcException InitFailed(string id, PropertyMap outputs, PropertyMap inputs, string reason)
    {
        var detail = new ErrorResourceInitFailed
        {
            Id = id,
            Properties = StructCodec.Encode(outputs),
            Inputs = StructCodec.Encode(inputs),
        };
        detail.Reasons.Add(reason);
        return new Google.Rpc.Status
        {
            Code = (int)StatusCode.Unknown,
            Message = "resource init failed",
            Details = { Any.Pack(detail) },
        }.ToRpcException();
    }
}
