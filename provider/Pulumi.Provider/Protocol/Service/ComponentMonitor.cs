using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Dependencies = Pulumi.Provider.Protocol.Messages.RegisterResourceRequest.Types.PropertyDependencies;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Registers one component, its children and its outputs, as SDKs do for the programs that they serve.</summary>
/// <param name="provider">The provider.</param>
/// <param name="self">The reference of the provider that was asked; empty where the engine does not tell.</param>
/// <param name="construct">What the engine wants.</param>
/// <param name="monitor">The engine's ResourceMonitor.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Fires when the user cancels.</param>
internal sealed class ComponentMonitor(
    ProviderDefinition provider,
    string self,
    ConstructRequest construct,
    ResourceMonitor.ResourceMonitorClient monitor,
    TimeProvider time,
    CancellationToken cancellationToken
)
{
    private string _urn = "";

    /// <summary>Registers the component itself, with all that the program says of it.</summary>
    /// <returns>Its URN.</returns>
    public async Task<string> RegisterComponentAsync(PropertyMap inputs)
    {
        var request = Request(construct.Type, construct.Name, inputs);
        request.Parent = construct.Parent;
        request.Dependencies.AddRange(construct.Dependencies.Except(request.Dependencies, StringComparer.Ordinal));
        request.Providers.Add(construct.Providers);
        request.Aliases.AddRange(construct.Aliases);
        request.IgnoreChanges.AddRange(construct.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(construct.ReplaceOnChanges);
        request.ReplaceWith.AddRange(construct.ReplaceWith);
        request.ReplacementTrigger = construct.ReplacementTrigger;
        request.AdditionalSecretOutputs.AddRange(construct.AdditionalSecretOutputs);
        request.DeletedWith = construct.DeletedWith;
        request.DeleteBeforeReplaceDefined = construct.HasDeleteBeforeReplace;
        request.DeleteBeforeReplace = construct.DeleteBeforeReplace;
        // The messages of the two requests have the same fields.
        request.CustomTimeouts = Same(construct.CustomTimeouts, RegisterResourceRequest.Types.CustomTimeouts.Parser);
        request.Hooks = Same(construct.ResourceHooks, RegisterResourceRequest.Types.ResourceHooksBinding.Parser);
        var response = await monitor.RegisterResourceAsync(request, Options).ResponseAsync.ConfigureAwait(false);
        return _urn = response.Urn;
    }

    /// <summary>Registers a child.</summary>
    public async Task<Child> RegisterChildAsync(ChildGoal goal)
    {
        var request = Request(goal.Type, goal.Name, goal.Inputs);
        request.Custom = !goal.IsComponent;
        request.Remote = goal.IsComponent;
        request.Parent = goal.Options.Parent?.Urn ?? _urn;
        var package = goal.Type.Split(':')[0];
        var isOwn = package == provider.Name;
        request.Version = goal.Options.Version ?? (isOwn ? provider.Version : "");
        request.PluginDownloadURL = goal.Options.PluginDownloadUrl ?? "";
        // The engine's choice of a default provider may differ between the program's SDK and this one.
        request.Provider = goal.Options.Provider ?? construct.Providers.GetValueOrDefault(package, isOwn ? self : "");
        if (goal.IsComponent)
        {
            request.Providers.Add(construct.Providers);
        }

        // Engines of 2025 and before leave it to the SDKs that children inherit it.
        request.DeletedWith = goal.Options.DeletedWith?.Urn ?? construct.DeletedWith;
        ChildRequest.Fill(request, goal.Options);
        var response = await AskAsync(monitor.RegisterResourceAsync(request, Options), $"{goal.Type} '{goal.Name}'")
            .ConfigureAwait(false);
        return response.Result == Result.Success
            ? new Child(
                response.Urn,
                response.Id is { Length: > 0 } id && !Sentinels.IsUnknown(id) ? id : null,
                StructCodec.Decode(response.Object),
                construct.DryRun
            )
            : throw new OperationException(
                FailureKind.FailedPrecondition,
                $"{goal.Type} '{goal.Name}' is not as it shall be"
            );
    }

    /// <summary>Registers the component's outputs: it is complete.</summary>
    public Task RegisterOutputsAsync(Struct outputs) =>
        AskAsync(
            monitor.RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = _urn, Outputs = outputs },
                Options
            ),
            "its outputs"
        );

    private RegisterResourceRequest Request(string type, string name, PropertyMap inputs)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Object = StructCodec.Encode(inputs.Plain()),
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptsByteString = true,
            AliasSpecs = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
            ParentStackTraceHandle = construct.StackTraceHandle,
        };
        if (construct.HasProtect)
        {
            request.Protect = construct.Protect;
        }

        if (construct.HasRetainOnDelete)
        {
            request.RetainOnDelete = construct.RetainOnDelete;
        }

        AddDependencies(request.PropertyDependencies, inputs);
        request.Dependencies.AddRange(inputs.Values.SelectMany(Lineage.Sources).Distinct(StringComparer.Ordinal));
        return request;
    }

    private static void AddDependencies(MapField<string, Dependencies> target, PropertyMap inputs)
    {
        foreach (var (name, value) in inputs)
        {
            var dependencies = new Dependencies();
            dependencies.Urns.AddRange(value.Sources().Distinct(StringComparer.Ordinal));
            target.Add(name, dependencies);
        }
    }

    private static T? Same<T>(IMessage? message, MessageParser<T> parser)
        where T : class, IMessage<T> => message is null ? null : parser.ParseFrom(message.ToByteString());

    private CallOptions Options => new(cancellationToken: cancellationToken);

    private async Task<TResponse> AskAsync<TResponse>(AsyncUnaryCall<TResponse> call, string about)
    {
        try
        {
            return await call.ResponseAsync.ConfigureAwait(false);
        }
        catch (RpcException ending) when (ending.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled)
        {
            // The deployment ends, and why the user knows from elsewhere: an answer would only be shown as one failure more.
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (RpcException failure)
        {
            throw new RpcException(
                new Status(failure.StatusCode, $"{about}: {failure.Status.Detail}"),
                failure.Trailers
            );
        }
    }
}
