using Google.Protobuf.WellKnownTypes;
using Pulumi.LocalEngine.Operations;
using Pulumi.LocalEngine.Plugins;
using Pulumi.LocalEngine.Providers;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Steps;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Monitor;

/// <summary>Serves <c>pulumirpc.ResourceMonitor</c> to the program.</summary>
internal sealed class ResourceMonitor
{
    private static readonly Dictionary<string, ResourceMonitorFeature> Features = new()
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
    };

    private readonly Deployment _deployment;
    private readonly Registrar _registrar;
    private readonly GoalReader _goals;
    private readonly StackOutputsRecord _outputs;
    private readonly RemoteComponents _components;

    /// <summary>A monitor for one run of a program.</summary>
    public ResourceMonitor(Deployment deployment, Registrar registrar)
    {
        _deployment = deployment;
        _registrar = registrar;
        _goals = new GoalReader(deployment);
        _outputs = new StackOutputsRecord(deployment);
        _components = new RemoteComponents(deployment, registrar, _goals);
    }

    /// <summary>Where this is served, once it is.</summary>
    public string Address
    {
        set => _components.MonitorAddress = value;
    }

    /// <summary>The service.</summary>
    public GrpcService Service =>
        new GrpcService()
            .Unary(Methods.ResourceMonitor.GetDeploymentInfo, (_, _) => Task.FromResult(Info()))
            .Unary(
                Methods.ResourceMonitor.SupportsFeature,
                static (request, _) =>
                    Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.ContainsKey(request.Id) })
            )
            .Unary(Methods.ResourceMonitor.RegisterResource, RegisterAsync)
            .Unary(Methods.ResourceMonitor.RegisterResourceOutputs, RegisterOutputsAsync)
            .Unary(Methods.ResourceMonitor.ReadResource, ReadAsync)
            .Unary(Methods.ResourceMonitor.Invoke, InvokeAsync)
            .Unary(Methods.ResourceMonitor.SignalAndWaitForShutdown, static (_, _) => Task.FromResult(new Empty()))
            .Unary(Methods.ResourceMonitor.RegisterPackage, RegisterPackageAsync)
            .Unary(
                Methods.ResourceMonitor.Call,
                static (_, _) => Refuse<CallResponse>("method calls on resources (Call)")
            )
            .Unary(Methods.ResourceMonitor.RegisterStackTransform, static (_, _) => Refuse<Empty>("transforms"))
            .Unary(
                Methods.ResourceMonitor.RegisterStackInvokeTransform,
                static (_, _) => Refuse<Empty>("invoke transforms")
            );

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

    private Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, ServerCallContext context) =>
        AnsweredAsync(
            context,
            request.Name,
            async () =>
            {
                GoalReader.RefuseUnsupported(request);
                if (request.Remote)
                {
                    return await _components.ConstructAsync(request, context.CancellationToken);
                }

                var state = await _registrar.RegisterAsync(_goals.Read(request));
                _outputs.Note(state);
                return new RegisterResourceResponse
                {
                    Urn = state.Urn,
                    Id = state.Id ?? (Urn.IsProviderType(state.Type) ? Sentinels.UnknownString : ""),
                    Object = WireValues.Encode(
                        request.Custom ? state.Outputs : PropertyMap.Empty,
                        new WireRules(request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues)
                    ),
                };
            }
        );

    private Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request, ServerCallContext context) =>
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

    private Task<Empty> RegisterOutputsAsync(RegisterResourceOutputsRequest request, ServerCallContext context) =>
        AnsweredAsync(
            context,
            request.Urn,
            async () =>
            {
                await _outputs.SetAsync(request.Urn, WireValues.WithoutOutputs(StructCodec.Decode(request.Outputs)));
                return new Empty();
            }
        );

    private Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, ServerCallContext context) =>
        AnsweredAsync(
            context,
            request.Tok,
            async () =>
            {
                GoalReader.RefusePackage(request.PackageRef);
                var cancellation = _deployment.Stop.Terminate;
                var reference = await _registrar.ProviderOfAsync(request.Tok, request.Provider, request.Version);
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
                    throw new RpcException(
                        StatusCode.Unknown,
                        $"invocation of {request.Tok} returned an error: {failure.Message}"
                    );
                }
            }
        );

    private static Task<RegisterPackageResponse> RegisterPackageAsync(
        RegisterPackageRequest request,
        ServerCallContext context
    ) => Refuse<RegisterPackageResponse>($"package registration ('{request.Name}')");

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
            throw new RpcException(StatusCode.Unimplemented, refusal.Message);
        }
        catch (OperationStoppedException)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _deployment.Options.Time, context.CancellationToken);
            throw;
        }
    }

    private static Task<T> Refuse<T>(string what) =>
        Task.FromException<T>(
            new RpcException(StatusCode.Unimplemented, $"{what}: not supported by the local engine; use the Pulumi CLI")
        );
}
