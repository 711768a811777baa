using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// Serves a provider definition as <c>pulumirpc.ResourceProvider</c>. What is not overridden here, Parameterize, is
/// UNIMPLEMENTED.
/// </summary>
public sealed class ProviderService : ResourceProvider.ResourceProviderBase, IAsyncDisposable
{
    // The engine gives Cancel 5 s for all of its plugins together.
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(4);

    private readonly ProviderDefinition _provider;
    private readonly Connection _connection;
    private readonly ConfigurationCalls _configuration;
    private readonly ResourceCalls _resources;
    private readonly ConstructCalls _components;
    private readonly MethodCalls _methods;
    private readonly ListCalls _lists;
    private volatile bool _invokesTellPreview;

    /// <summary>A service for the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public ProviderService(ProviderDefinition provider, TimeProvider time, Func<string, string?> environment)
    {
        _provider = provider;
        _connection = new Connection(provider, time, environment);
        _configuration = new ConfigurationCalls(provider, _connection, environment);
        _resources = new ResourceCalls(provider, _connection);
        _components = new ConstructCalls(provider, _connection, time);
        _methods = new MethodCalls(provider, _connection);
        _lists = new ListCalls(provider, _connection);
    }

    /// <summary>The address of the engine this process serves, or null; later handshakes may change it.</summary>
    public string? EngineAddress
    {
        get => _connection.Log.Address;
        set => _connection.Log.Address = value;
    }

    /// <summary>Cancels the calls under way and waits until they have reported, at most a few seconds.</summary>
    public Task CancelAsync() => CancelAsync(CancelPatience);

    /// <summary>Cancels the calls under way and waits until they have reported, at most so long.</summary>
    public Task CancelAsync(TimeSpan patience) => _connection.Lifetime.CancelAsync(patience);

    /// <summary>To be called when the engine tells the process to end, and not when the engine only went away.</summary>
    public void EndRun() => _connection.EndRun();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <inheritdoc/>
    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = _provider.Version });

    /// <inheritdoc/>
    public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, ServerCallContext context) =>
        Task.FromResult(MappingCalls.Get(_provider, request));

    /// <inheritdoc/>
    public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, ServerCallContext context) =>
        Task.FromResult(MappingCalls.List(_provider, request));

    /// <inheritdoc/>
    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        _configuration.CheckAsync(request, context);

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        _configuration.DiffAsync(request, context);

    /// <inheritdoc/>
    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        _configuration.ConfigureAsync(request, context);

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        _resources.CheckAsync(request, context);

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        _resources.DiffAsync(request, context);

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        _resources.CreateAsync(request, context);

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        _resources.ReadAsync(request, context);

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        _resources.UpdateAsync(request, context);

    /// <inheritdoc/>
    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        _resources.DeleteAsync(request, context);

    /// <inheritdoc/>
    public override Task<ConstructResponse> Construct(ConstructRequest request, ServerCallContext context) =>
        _components.ConstructAsync(request, context);

    /// <inheritdoc/>
    public override Task<CallResponse> Call(CallRequest request, ServerCallContext context) =>
        _methods.CallAsync(request, context);

    /// <inheritdoc/>
    public override Task List(
        ListRequest request,
        IServerStreamWriter<ListResponse> responseStream,
        ServerCallContext context
    ) => _lists.ListAsync(request, responseStream, context);

    /// <inheritdoc/>
    public override async Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        await CancelAsync().ConfigureAwait(false);
        // The engine has a deadline for this call, and ends the process after it.
        await _connection.SayGoodbyeAsync(context.CancellationToken).ConfigureAwait(false);
        return new Empty();
    }

    /// <inheritdoc/>
    public override Task<ProviderHandshakeResponse> Handshake(
        ProviderHandshakeRequest request,
        ServerCallContext context
    )
    {
        _connection.BeginRun();
        _invokesTellPreview = request.InvokeWithPreview;
        if (request.EngineAddress.Length > 0)
        {
            EngineAddress = request.EngineAddress;
        }

        return Task.FromResult(
            new ProviderHandshakeResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                AcceptOutputs = true,
                AcceptsByteString = true,
                SupportsAutonamingConfiguration = _provider.NamesResources,
            }
        );
    }

    /// <inheritdoc/>
    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        _connection.BeginRun();
        EngineAddress = request.Address;
        return Task.FromResult(new Empty());
    }

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
        request.Version == 0
            ? Task.FromResult(new GetSchemaResponse { Schema = _provider.Schema() })
            : throw new RpcException(
                new Status(
                    StatusCode.InvalidArgument,
                    $"schema version {request.Version} is not known; ask for version 0"
                )
            );

    /// <inheritdoc/>
    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        _connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                if (!_provider.Functions.TryGetValue(request.Tok, out var function))
                {
                    throw new RpcException(
                        new Status(
                            StatusCode.NotFound,
                            $"the {_provider.Name} provider has no function '{request.Tok}'"
                        )
                    );
                }

                // Engines that do not say so in the handshake leave the field out, which reads as false.
                bool? preview = _invokesTellPreview ? request.Preview : null;
                var given = _connection.Decode(request.Args, function.Args);
                var args = _connection.Completed(function.Args, given);
                var (result, problems) = await function
                    .InvokeAsync(_connection.Session, new Invocation(preview, _connection.Log, call.Token), args)
                    .ConfigureAwait(false);
                var answer = new InvokeResponse
                {
                    Return = result is null
                        ? null
                        : StructCodec.Encode(DeclaredSecrets.MarkOutputs(function.Result, result, function.Args, args)),
                };
                answer.Failures.AddRange(
                    problems.Select(problem =>
                        _connection.Problems.OfInvoke(_connection.Sourced(problem, function.Args, given))
                    )
                );
                return answer;
            }
        );
}
