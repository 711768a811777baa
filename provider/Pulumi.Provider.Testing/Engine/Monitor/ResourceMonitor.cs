using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Engine.Steps;
using Rpc = Pulumi.Provider.Protocol.Messages.ResourceMonitor;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>Serves <c>pulumirpc.ResourceMonitor</c> to the program.</summary>
internal sealed class ResourceMonitor : Rpc.ResourceMonitorBase
{
    private static readonly Dictionary<string, ResourceMonitorFeature> Features = new()
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["parameterization"] = ResourceMonitorFeature.Parameterization,
    };

    private readonly Deployment _deployment;
    private readonly Registrar _registrar;
    private readonly GoalReader _goals;
    private readonly StackOutputsRecord _outputs;
    private readonly RemoteComponents _components;
    private readonly RegisteredPackages _packages = new();
    private readonly ConcurrentDictionary<string, bool> _retained = [];

    /// <summary>A monitor for one run of a program.</summary>
    public ResourceMonitor(Deployment deployment, Registrar registrar)
    {
        _deployment = deployment;
        _registrar = registrar;
        _goals = new GoalReader(deployment, _packages);
        _outputs = new StackOutputsRecord(deployment);
        _components = new RemoteComponents(deployment, registrar, _goals, _packages);
    }

    /// <summary>Where this is served, once it is.</summary>
    public string Address
    {
        set => _components.MonitorAddress = value;
    }

    /// <inheritdoc/>
    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(Info());

    /// <inheritdoc/>
    public override Task<SupportsFeatureResponse> SupportsFeature(
        SupportsFeatureRequest request,
        ServerCallContext context
    ) => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.ContainsKey(request.Id) });

    /// <inheritdoc/>
    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) =>
        Task.FromResult(new Empty());

    /// <inheritdoc/>
    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context) =>
        Refuse<Empty>("transforms");

    /// <inheritdoc/>
    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context) =>
        Refuse<Empty>("invoke transforms");

    /// <inheritdoc/>
    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context) =>
        Refuse<Empty>("resource hooks");

    /// <inheritdoc/>
    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context) =>
        Refuse<Empty>("error hooks");

    /// <inheritdoc/>
    public override Task<ExistsResourceResponse> ExistsResource(
        ExistsResourceRequest request,
        ServerCallContext context
    ) => Refuse<ExistsResourceResponse>("questions whether a resource exists (ExistsResource)");

    private DeploymentInfo Info()
    {
        var info = new DeploymentInfo
        {
            Project = _deployment.Options.Project,
            Stack = _deployment.Options.Stack,
            Organization = Deployment.Organization,
            DryRun = _deployment.Preview,
            Parallel = _deployment.Options.Parallel,
        };
        info.SupportedFeatures.AddRange(Features.Values);
        foreach (var (key, value) in _deployment.Options.Config.Values)
        {
            info.Config[key] = value.Text;
            if (value.IsSecret)
            {
                info.ConfigSecretKeys.Add(key);
            }
        }

        return info;
    }

    /// <inheritdoc/>
    public override Task<RegisterResourceResponse> RegisterResource(
        RegisterResourceRequest request,
        ServerCallContext context
    ) =>
        AnsweredAsync(
            context,
            request.Name,
            async () =>
            {
                GoalReader.RefuseUnsupported(request);
                Inherit(request);
                if (request.Remote)
                {
                    return await _components.ConstructAsync(request, context.CancellationToken);
                }

                if (request.Custom && !Urn.IsProviderType(request.Type))
                {
                    await _registrar.ProviderOfAsync(
                        request.Provider,
                        _packages.Of(request.PackageRef, request.Type, request.Version)
                    );
                }

                var registered = await _registrar.RegisterAsync(_goals.Read(request));
                var state = registered.State;
                if (registered.HasFailed && !request.SupportsResultReporting)
                {
                    throw Refusal(StatusCode.Unknown, "resource registration failed");
                }

                _outputs.Note(state);
                return new RegisterResourceResponse
                {
                    Urn = state.Urn,
                    Id =
                        state.Id
                        ?? (Urn.IsProviderType(state.Type) && !registered.HasFailed ? Sentinels.UnknownString : ""),
                    Unknown = registered.IsUnknown,
                    Result = registered.HasFailed ? Result.Fail : Result.Success,
                    Object = WireValues.Encode(
                        request.Custom ? state.Outputs : PropertyMap.Empty,
                        new WireRules(request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues)
                    ),
                };
            }
        );

    /// <inheritdoc/>
    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        AnsweredAsync(
            context,
            request.Name,
            async () =>
            {
                var state = await _registrar.ReadAsync(_goals.Read(request), request.Id);
                return new ReadResourceResponse
                {
                    Urn = state.Urn,
                    Properties = WireValues.Encode(
                        state.Outputs,
                        new WireRules(request.AcceptSecrets, request.AcceptResources)
                    ),
                };
            }
        );

    /// <inheritdoc/>
    public override Task<Empty> RegisterResourceOutputs(
        RegisterResourceOutputsRequest request,
        ServerCallContext context
    ) =>
        AnsweredAsync(
            context,
            request.Urn,
            async () =>
            {
                await _outputs.SetAsync(request.Urn, WireValues.WithoutOutputs(StructCodec.Decode(request.Outputs)));
                return new Empty();
            }
        );

    /// <inheritdoc/>
    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        AnsweredAsync(
            context,
            request.Tok,
            async () =>
            {
                if (request.Tok == "pulumi:pulumi:getResource")
                {
                    return _outputs.Answer(request.Args.Fields["urn"].StringValue);
                }

                var cancellation = _deployment.Stop.Terminate;
                var reference = await _registrar.ProviderOfAsync(
                    request.Provider,
                    _packages.Of(request.PackageRef, request.Tok, request.Version)
                );
                var provider = await _deployment.Providers.UsableAsync(reference, cancellation);
                if (!provider.IsConfigured)
                {
                    // Its config is not known yet, so neither is what it would answer.
                    return new ResourceInvokeResponse { Return = new Struct(), Unknown = true };
                }

                try
                {
                    var args = WireValues.WithoutOutputs(StructCodec.Decode(request.Args));
                    var (result, failures) = await provider.InvokeAsync(
                        request.Tok,
                        args,
                        _deployment.Preview,
                        cancellation
                    );
                    var response = new ResourceInvokeResponse
                    {
                        Return = WireValues.Encode(result, new WireRules(true, request.AcceptResources)),
                    };
                    response.Failures.AddRange(failures);
                    return response;
                }
                catch (Exception failure) when (failure is RpcException or PluginGoneException)
                {
                    throw Refusal(
                        StatusCode.Unknown,
                        $"invocation of {request.Tok} returned an error: {failure.Words()}"
                    );
                }
            }
        );

    /// <inheritdoc/>
    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
        AnsweredAsync(context, request.Tok, () => _components.CallAsync(request, _deployment.Stop.Terminate));

    /// <inheritdoc/>
    public override Task<RegisterPackageResponse> RegisterPackage(
        RegisterPackageRequest request,
        ServerCallContext context
    ) => Task.FromResult(new RegisterPackageResponse { Ref = _packages.Add(request) });

    // The one option that a child takes from its parent here, and not in the program.
    private void Inherit(RegisterResourceRequest request)
    {
        if (!request.HasRetainOnDelete && _retained.TryGetValue(request.Parent, out var retained))
        {
            request.RetainOnDelete = retained;
        }

        if (request.HasRetainOnDelete)
        {
            var urn = _deployment.MakeUrn(
                request.Parent.Length > 0 ? request.Parent : null,
                request.Type,
                request.Name
            );
            _retained[urn] = request.RetainOnDelete;
        }
    }

    // A failed registration is never answered: the program must not go on as if there were a resource.
    private async Task<T> AnsweredAsync<T>(ServerCallContext context, string name, Func<Task<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (EngineException refusal)
        {
            _deployment.Runner.Fail("", $"{name}: {refusal.Message}", isProgramError: true);
            throw Refusal(StatusCode.Unimplemented, refusal.Message);
        }
        catch (OperationStoppedException)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _deployment.Options.Time, context.CancellationToken);
            throw;
        }
    }

    private static Task<T> Refuse<T>(string what) =>
        Task.FromException<T>(
            Refusal(StatusCode.Unimplemented, $"{what}: not supported by the local engine; use the Pulumi CLI")
        );

    private static RpcException Refusal(StatusCode code, string why) => new(new Status(code, why));
}
