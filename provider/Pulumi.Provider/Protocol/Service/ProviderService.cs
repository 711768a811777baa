using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Rpc = Pulumi.Provider.Protocol.Methods.ResourceProvider;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Serves a provider definition as <c>pulumirpc.ResourceProvider</c>.</summary>
public sealed class ProviderService : IAsyncDisposable
{
    // The engine gives Cancel 5 s for all of its plugins together.
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(4);

    private readonly ProviderDefinition _provider;
    private readonly Connection _connection;
    private volatile bool _invokesTellPreview;

    /// <summary>A service for the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public ProviderService(ProviderDefinition provider, TimeProvider time, Func<string, string?> environment)
    {
        _provider = provider;
        _connection = new Connection(provider, time);
        var configuration = new ConfigurationCalls(provider, _connection, environment);
        var resources = new ResourceCalls(provider, _connection);
        // Parameterize and Call are not here: the server answers UNIMPLEMENTED for what it does not know.
        Service = new GrpcService()
            .Unary(Rpc.Handshake, HandshakeAsync)
            .Unary(Rpc.Attach, AttachAsync)
            .Unary(Rpc.GetPluginInfo, (_, _) => Task.FromResult(new PluginInfo { Version = provider.Version }))
            .Unary(Rpc.GetSchema, GetSchemaAsync)
            .Unary(Rpc.GetMapping, static (_, _) => Task.FromResult(new GetMappingResponse()))
            .Unary(Rpc.GetMappings, static (_, _) => Task.FromResult(new GetMappingsResponse()))
            .Unary(Rpc.CheckConfig, configuration.CheckAsync)
            .Unary(Rpc.DiffConfig, configuration.DiffAsync)
            .Unary(Rpc.Configure, configuration.ConfigureAsync)
            .Unary(Rpc.Invoke, InvokeAsync)
            .Unary(Rpc.Check, resources.CheckAsync)
            .Unary(Rpc.Diff, resources.DiffAsync)
            .Unary(Rpc.Create, resources.CreateAsync)
            .Unary(Rpc.Read, resources.ReadAsync)
            .Unary(Rpc.Update, resources.UpdateAsync)
            .Unary(Rpc.Delete, resources.DeleteAsync)
            .Unary(Rpc.Construct, new ConstructCalls(provider, _connection, time).ConstructAsync)
            .ServerStreaming(Rpc.List, new ListCalls(provider, _connection).ListAsync)
            .Unary(Rpc.Cancel, CancelAsync);
    }

    /// <summary>The methods, ready to be served.</summary>
    public GrpcService Service { get; }

    /// <summary>The address of the engine this process serves, or null; later handshakes may change it.</summary>
    public string? EngineAddress
    {
        get => _connection.Log.Address;
        set => _connection.Log.Address = value;
    }

    /// <summary>Cancels the calls under way and waits until they have reported, at most a few seconds.</summary>
    public Task CancelAsync() => _connection.Lifetime.CancelAsync(CancelPatience);

    /// <summary>To be called when the engine tells the process to end, and not when the engine only went away.</summary>
    public void EndRun() => _connection.EndRun();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<Empty> CancelAsync(Empty request, ServerCallContext context)
    {
        await CancelAsync().ConfigureAwait(false);
        // The engine has a deadline for this call, and ends the process after it.
        await _connection.SayGoodbyeAsync(context.CancellationToken).ConfigureAwait(false);
        return new Empty();
    }

    private Task<ProviderHandshakeResponse> HandshakeAsync(ProviderHandshakeRequest request, ServerCallContext context)
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

    private Task<Empty> AttachAsync(PluginAttach request, ServerCallContext context)
    {
        _connection.BeginRun();
        EngineAddress = request.Address;
        return Task.FromResult(new Empty());
    }

    private Task<GetSchemaResponse> GetSchemaAsync(GetSchemaRequest request, ServerCallContext context) =>
        request.Version == 0
            ? Task.FromResult(new GetSchemaResponse { Schema = _provider.Schema() })
            : throw new RpcException(
                StatusCode.InvalidArgument,
                $"schema version {request.Version} is not known; ask for version 0"
            );

    private Task<InvokeResponse> InvokeAsync(InvokeRequest request, ServerCallContext context) =>
        _connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                if (!_provider.Functions.TryGetValue(request.Tok, out var function))
                {
                    throw new RpcException(
                        StatusCode.NotFound,
                        $"the {_provider.Name} provider has no function '{request.Tok}'"
                    );
                }

                // Engines that do not say so in the handshake leave the field out, which reads as false.
                bool? preview = _invokesTellPreview ? request.Preview : null;
                var (result, problems) = await function
                    .InvokeAsync(
                        _connection.Session,
                        new Invocation(preview, _connection.Log, call.Token),
                        _connection.Decode(request.Args, function.Args)
                    )
                    .ConfigureAwait(false);
                var answer = new InvokeResponse { Return = result is null ? null : StructCodec.Encode(result) };
                answer.Failures.AddRange(problems.Select(_connection.Problems.OfInvoke));
                return answer;
            }
        );
}
