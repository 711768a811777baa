using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// Serves a provider definition as <c>pulumirpc.ResourceProvider</c>, and what Parameterize makes of it: calls are of the
/// package whose resource, function or configuration they name.
/// </summary>
public sealed class ProviderService : ResourceProvider.ResourceProviderBase, IAsyncDisposable
{
    // The engine gives Cancel 5 s for all of its plugins together.
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(4);

    private readonly ServedPackages _packages;
    private volatile bool _invokesTellPreview;

    /// <summary>A service for the provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public ProviderService(ProviderDefinition provider, TimeProvider time, Func<string, string?> environment) =>
        _packages = new ServedPackages(provider, time, environment);

    /// <summary>The address of the engine this process serves, or null; later handshakes may change it.</summary>
    public string? EngineAddress
    {
        get => Own.Connection.Log.Address;
        set => Own.Connection.Log.Address = value;
    }

    /// <summary>Cancels the calls under way and waits until they have reported, at most a few seconds.</summary>
    public Task CancelAsync() => CancelAsync(CancelPatience);

    /// <summary>Cancels the calls under way and waits until they have reported, at most so long.</summary>
    public Task CancelAsync(TimeSpan patience) => Own.Connection.Lifetime.CancelAsync(patience);

    /// <summary>To be called when the engine tells the process to end, and not when the engine only went away.</summary>
    public void EndRun()
    {
        foreach (var connection in _packages.Connections)
        {
            connection.EndRun();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _packages.DisposeAsync();

    private PackageCalls Own => _packages.Own;

    /// <inheritdoc/>
    public override Task<ParameterizeResponse> Parameterize(ParameterizeRequest request, ServerCallContext context) =>
        _packages.ParameterizeAsync(request, context);

    /// <inheritdoc/>
    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = Own.Provider.Version });

    /// <inheritdoc/>
    public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, ServerCallContext context) =>
        Task.FromResult(MappingCalls.Get(_packages.Latest.Provider, request));

    /// <inheritdoc/>
    public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, ServerCallContext context) =>
        Task.FromResult(MappingCalls.List(_packages.Latest.Provider, request));

    /// <inheritdoc/>
    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Configuration.CheckAsync(request, context);

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Configuration.DiffAsync(request, context);

    /// <inheritdoc/>
    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Configuration.ConfigureAsync(request, context);

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.CheckAsync(request, context);

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.DiffAsync(request, context);

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.CreateAsync(request, context);

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.ReadAsync(request, context);

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.UpdateAsync(request, context);

    /// <inheritdoc/>
    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        _packages.OfUrn(request.Urn).Resources.DeleteAsync(request, context);

    /// <inheritdoc/>
    public override Task<ConstructResponse> Construct(ConstructRequest request, ServerCallContext context) =>
        _packages.Of(request.Type).Components.ConstructAsync(request, context);

    /// <inheritdoc/>
    public override Task<CallResponse> Call(CallRequest request, ServerCallContext context) =>
        _packages.Of(request.Tok).Methods.CallAsync(request, context);

    /// <inheritdoc/>
    public override Task List(
        ListRequest request,
        IServerStreamWriter<ListResponse> responseStream,
        ServerCallContext context
    ) => _packages.Of(request.Token).Lists.ListAsync(request, responseStream, context);

    /// <inheritdoc/>
    public override async Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        await CancelAsync().ConfigureAwait(false);
        // The engine has a deadline for this call, and ends the process after it.
        foreach (var connection in _packages.Connections)
        {
            await connection.SayGoodbyeAsync(context.CancellationToken).ConfigureAwait(false);
        }

        return new Empty();
    }

    /// <inheritdoc/>
    public override Task<ProviderHandshakeResponse> Handshake(
        ProviderHandshakeRequest request,
        ServerCallContext context
    )
    {
        BeginRun();
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
                // A parameter may make a package whose resources can be named.
                SupportsAutonamingConfiguration = Own.Provider.NamesResources || Own.Provider.Parameter is not null,
            }
        );
    }

    /// <inheritdoc/>
    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        BeginRun();
        EngineAddress = request.Address;
        return Task.FromResult(new Empty());
    }

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
        Own.Connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            _ => Task.FromResult(new GetSchemaResponse { Schema = _packages.Schema(request) })
        );

    /// <inheritdoc/>
    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        _packages.Of(request.Tok).Functions.InvokeAsync(request, _invokesTellPreview, context);

    // All are told that the run before has ended before any forgets how it did.
    private void BeginRun()
    {
        EndRun();
        foreach (var connection in _packages.Connections)
        {
            connection.Begin();
        }
    }
}
