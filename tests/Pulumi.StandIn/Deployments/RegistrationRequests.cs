using Google.Protobuf.Collections;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;
using Proto = Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>Writes the requests that register and read resources, field by field as the real SDK does.</summary>
internal static class RegistrationRequests
{
    internal static async Task<Proto.RegisterResourceRequest> RegisterAsync(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options,
        DeploymentInstance deployment
    )
    {
        var monitor = deployment.Monitor;
        var arguments = await Serializer.SerializeAsync(args.Arguments());
        var listed = await DependencyUrns.ListedAsync(options.DependsOn);
        var custom = options as CustomResourceOptions;
        var request = new Proto.RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Parent = await ParentUrnAsync(resource),
            Object = StructCodec.Encode(arguments.Values),
            Provider = resource.IsCustom ? await DependencyUrns.ReferenceAsync(resource.Provider) : "",
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.OfAsync(resource.PackageRequest),
            AcceptSecrets = true,
            AcceptResources = await monitor.SupportsAsync("resourceReferences"),
            SupportsResultReporting = true,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = custom?.DeleteBeforeReplace is not null,
            ImportId = custom?.ImportId ?? "",
            CustomTimeouts = Timeouts(options.CustomTimeouts),
            DeletedWith = options.DeletedWith is { } with ? (await with.Urn.DataTask).Value : "",
            Hooks = new Proto.RegisterResourceRequest.Types.ResourceHooksBinding(),
        };
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        request.IgnoreChanges.Add(options.IgnoreChanges);
        request.ReplaceOnChanges.Add(options.ReplaceOnChanges);
        request.HideDiffs.Add(options.HideDiffs);
        request.AdditionalSecretOutputs.Add(custom?.AdditionalSecretOutputs ?? []);
        request.EnvVarMappings.Add(custom?.EnvVarMappings ?? []);
        request.Dependencies.Add(await DependencyUrns.OfAsync([.. listed, .. arguments.AllDependencies]));
        request.ReplaceWith.Add(await DependencyUrns.OfAsync(await DependencyUrns.ListedAsync(options.ReplaceWith)));
        await AddPropertyDependenciesAsync(request.PropertyDependencies, arguments);
        await AddAliasesAsync(request.Aliases, options.Aliases, monitor);
        if (resource.IsRemote)
        {
            foreach (var (package, provider) in resource.Providers)
            {
                request.Providers.Add(package, await DependencyUrns.ReferenceAsync(provider));
            }
        }

        return request;
    }

    internal static async Task<Proto.ReadResourceRequest> ReadAsync(
        Resource resource,
        string id,
        ResourceArgs args,
        ResourceOptions options,
        DeploymentInstance deployment
    )
    {
        var monitor = deployment.Monitor;
        var arguments = await Serializer.SerializeAsync(args.Arguments());
        var listed = await DependencyUrns.ListedAsync(options.DependsOn);
        var request = new Proto.ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = await ParentUrnAsync(resource),
            Properties = StructCodec.Encode(arguments.Values),
            Provider = await DependencyUrns.ReferenceAsync(resource.Provider),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.OfAsync(resource.PackageRequest),
            AcceptSecrets = true,
            AcceptResources = await monitor.SupportsAsync("resourceReferences"),
        };
        request.AdditionalSecretOutputs.Add((options as CustomResourceOptions)?.AdditionalSecretOutputs ?? []);
        request.Dependencies.Add(await DependencyUrns.OfAsync([.. listed, .. arguments.AllDependencies]));
        return request;
    }

    private static async Task<string> ParentUrnAsync(Resource resource) =>
        resource.Parent is { } parent ? (await parent.Urn.DataTask).Value : "";

    private static Proto.RegisterResourceRequest.Types.CustomTimeouts? Timeouts(CustomTimeouts? timeouts) =>
        timeouts is null
            ? null
            : new()
            {
                Create = CustomTimeouts.Format(timeouts.Create),
                Update = CustomTimeouts.Format(timeouts.Update),
                Delete = CustomTimeouts.Format(timeouts.Delete),
            };

    private static async Task AddPropertyDependenciesAsync(
        MapField<string, Proto.RegisterResourceRequest.Types.PropertyDependencies> target,
        SerializedArguments arguments
    )
    {
        foreach (var (name, resources) in arguments.Dependencies)
        {
            var dependencies = new Proto.RegisterResourceRequest.Types.PropertyDependencies();
            dependencies.Urns.Add(await DependencyUrns.OfAsync(resources));
            target.Add(name, dependencies);
        }
    }

    private static async Task AddAliasesAsync(
        RepeatedField<Proto.Alias> target,
        List<Input<Alias>> aliases,
        IMonitor monitor
    )
    {
        if (aliases.Count > 0 && !await monitor.SupportsAsync("aliasSpecs"))
        {
            throw new RunException("This engine is too old for aliases.");
        }

        foreach (var input in aliases)
        {
            var alias = (await input.ToOutput().DataTask).Value;
            target.Add(
                alias.Urn is { } urn
                    ? new Proto.Alias { Urn = urn }
                    : new Proto.Alias { Spec = await AliasSpecAsync(alias) }
            );
        }
    }

    private static async Task<Proto.Alias.Types.Spec> AliasSpecAsync(Alias alias)
    {
        var spec = new Proto.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name),
            Type = await TextAsync(alias.Type),
            Stack = await TextAsync(alias.Stack),
            Project = await TextAsync(alias.Project),
        };
        var parent = alias.Parent is { } given ? given.Urn : alias.ParentUrn?.ToOutput();
        if (parent is null)
        {
            spec.NoParent = alias.NoParent;
        }
        else
        {
            spec.ParentUrn = await TextAsync(parent);
        }

        return spec;
    }

    private static async Task<string> TextAsync(Input<string>? input) =>
        input is null ? "" : (await input.ToOutput().DataTask).Value ?? "";
}
