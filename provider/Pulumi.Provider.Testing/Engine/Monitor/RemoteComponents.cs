using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.Plugins;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>Has providers construct the components that programs ask for, which register what those are made of, and call methods.</summary>
internal sealed class RemoteComponents(
    Deployment deployment,
    Registrar registrar,
    GoalReader goals,
    RegisteredPackages packages
)
{
    /// <summary>Where providers find this engine's ResourceMonitor.</summary>
    public string MonitorAddress { get; set; } = "";

    /// <summary>Has a component constructed.</summary>
    /// <exception cref="OperationStoppedException">It failed, or the operation did before it.</exception>
    public async Task<RegisterResourceResponse> ConstructAsync(
        RegisterResourceRequest request,
        CancellationToken cancellationToken
    )
    {
        var given = request.Provider.Length > 0 ? request.Provider : Given(request);
        var reference = await registrar.ProviderOfAsync(
            given,
            packages.Of(request.PackageRef, request.Type, request.Version)
        );
        var provider = await deployment.Providers.UsableAsync(reference, cancellationToken);
        if (!provider.IsConfigured)
        {
            // What it would be made of is not known before the provider's configuration is.
            var state = await registrar.RegisterAsync(goals.Read(request) with { Inputs = PropertyMap.Empty });
            return new RegisterResourceResponse { Urn = state.State.Urn };
        }

        try
        {
            var answer = await provider.ConstructAsync(
                Request(request),
                StructCodec.Decode(request.Object),
                cancellationToken
            );
            var rules = new WireRules(request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues);
            var response = new RegisterResourceResponse
            {
                Urn = answer.Urn,
                Object = WireValues.Encode(StructCodec.Decode(answer.State), rules),
            };
            foreach (var (name, dependencies) in answer.StateDependencies)
            {
                var urns = new RegisterResourceResponse.Types.PropertyDependencies();
                urns.Urns.AddRange(dependencies.Urns);
                response.PropertyDependencies.Add(name, urns);
            }

            return response;
        }
        catch (Exception) when (deployment.Runner.Stopped.IsCancellationRequested)
        {
            throw new OperationStoppedException(); // why is reported
        }
        catch (Exception failure) when (failure is RpcException or PluginGoneException)
        {
            var message = failure is RpcException status ? Described(status) : failure.Words();
            deployment.Runner.Fail(
                "",
                $"{request.Type} resource '{request.Name}' has a problem: {message}",
                isProgramError: true
            );
            throw new OperationStoppedException();
        }
    }

    /// <summary>Calls a method of a resource or a component.</summary>
    /// <exception cref="RpcException">It could not be called: the answer to the program.</exception>
    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        var reference = await registrar.ProviderOfAsync(
            request.Provider,
            packages.Of(request.PackageRef, request.Tok, request.Version)
        );
        var provider = await deployment.Providers.UsableAsync(reference, cancellationToken);
        if (!provider.IsConfigured)
        {
            return new CallResponse { Return = new Struct() };
        }

        var call = new CallRequest
        {
            Tok = request.Tok,
            Project = deployment.Options.Project,
            Stack = deployment.Options.Stack,
            Organization = Deployment.Organization,
            DryRun = deployment.Preview,
            Parallel = deployment.Options.Parallel,
            MonitorEndpoint = MonitorAddress,
            AcceptsOutputValues = true,
        };
        AddConfig(call.Config, call.ConfigSecretKeys);
        foreach (var (name, dependencies) in request.ArgDependencies)
        {
            var urns = new CallRequest.Types.ArgumentDependencies();
            urns.Urns.AddRange(dependencies.Urns);
            call.ArgDependencies.Add(name, urns);
        }

        try
        {
            return await provider.CallAsync(call, StructCodec.Decode(request.Args), cancellationToken);
        }
        catch (Exception failure) when (failure is RpcException or PluginGoneException)
        {
            throw new RpcException(
                new Status(StatusCode.Unknown, $"call of {request.Tok} returned an error: {failure.Words()}")
            );
        }
    }

    private static string Given(RegisterResourceRequest request) =>
        request.Providers.GetValueOrDefault(State.Urn.PackageOf(request.Type), "");

    private static string Described(RpcException failure) =>
        string.Concat(
            (failure.Detail<InputPropertiesError>()?.Errors ?? [])
                .Select(static error => $"\n\t\t- property {error.PropertyPath} has a problem: {error.Reason}")
                .Prepend(failure.Words())
        );

    private void AddConfig(MapField<string, string> config, RepeatedField<string> secretKeys)
    {
        foreach (var (key, value) in deployment.Options.Config.Values)
        {
            config[key] = value.Text;
            if (value.IsSecret)
            {
                secretKeys.Add(key);
            }
        }
    }

    private ConstructRequest Request(RegisterResourceRequest request)
    {
        var construct = new ConstructRequest
        {
            Project = deployment.Options.Project,
            Stack = deployment.Options.Stack,
            Organization = Deployment.Organization,
            DryRun = deployment.Preview,
            Parallel = deployment.Options.Parallel,
            MonitorEndpoint = MonitorAddress,
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            DeletedWith = request.DeletedWith,
            AcceptsOutputValues = true,
        };
        AddConfig(construct.Config, construct.ConfigSecretKeys);
        foreach (var (name, dependencies) in request.PropertyDependencies)
        {
            var urns = new ConstructRequest.Types.PropertyDependencies();
            urns.Urns.AddRange(dependencies.Urns);
            construct.InputDependencies.Add(name, urns);
        }

        if (request.HasProtect)
        {
            construct.Protect = request.Protect;
        }

        if (request.DeleteBeforeReplaceDefined)
        {
            construct.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        if (request.HasRetainOnDelete)
        {
            construct.RetainOnDelete = request.RetainOnDelete;
        }

        construct.Providers.Add(request.Providers);
        construct.Dependencies.AddRange(request.Dependencies);
        construct.AdditionalSecretOutputs.AddRange(request.AdditionalSecretOutputs);
        construct.IgnoreChanges.AddRange(request.IgnoreChanges);
        construct.ReplaceOnChanges.AddRange(request.ReplaceOnChanges);
        construct.ReplaceWith.AddRange(request.ReplaceWith);
        construct.Aliases.AddRange(request.AliasURNs.Select(static urn => new Alias { Urn = urn }));
        construct.Aliases.AddRange(request.Aliases);
        if (request.CustomTimeouts is { } timeouts)
        {
            construct.CustomTimeouts = new ConstructRequest.Types.CustomTimeouts
            {
                Create = timeouts.Create,
                Update = timeouts.Update,
                Delete = timeouts.Delete,
                Read = timeouts.Read,
            };
        }

        return construct;
    }
}
