using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;
using Proto = Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invocations(DeploymentInstance deployment)
{
    /// <summary>The output form: waits for arguments, keeps their secretness, is unknown while one of them is.</summary>
    internal Output<T> Start<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        bool single
    )
    {
        return new Output<T>(RunAsync());

        async Task<OutputData<T>> RunAsync()
        {
            var arguments = await Serializer.SerializeAsync(args.Arguments());
            var (listed, ready) = await DependsOnAsync(options);
            var data =
                arguments.ContainsUnknowns || !ready
                    ? OutputData.Unknown<object?>()
                    : await CallAsync(token, arguments, options, package, typeof(T), single);
            return data.Cast(static value => (T)value!) with
            {
                Resources = [.. listed, .. arguments.AllDependencies],
                IsSecret = data.IsSecret || arguments.ContainsSecrets,
            };
        }
    }

    /// <summary>The plain form.</summary>
    internal async Task<T> CallAsync<T>(
        string token,
        InvokeArgs args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        bool single
    )
    {
        var arguments = await Serializer.SerializeAsync(args.Arguments());
        var data = await CallAsync(token, arguments, options, package, typeof(T), single);
        return (T)data.Value!;
    }

    private async Task<OutputData<object?>> CallAsync(
        string token,
        SerializedArguments arguments,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        Type type,
        bool single
    )
    {
        var request = new Proto.ResourceInvokeRequest
        {
            Tok = token,
            Args = StructCodec.Encode(arguments.Values),
            Provider = await DependencyUrns.ReferenceAsync(ProviderOf(token, options)),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await deployment.Packages.OfAsync(package),
            AcceptResources = await deployment.Monitor.SupportsAsync("resourceReferences"),
        };
        var response = await deployment.Monitor.InvokeAsync(request);
        if (response.Failures.Count > 0)
        {
            var reasons = response.Failures.Select(static one =>
                one.Property.Length == 0 ? one.Reason : $"{one.Reason} ({one.Property})"
            );
            throw new RunException($"Invoke of '{token}' failed: {string.Join("; ", reasons)}");
        }

        var result = StructCodec.Decode(response.Return);
        if (response.Unknown)
        {
            return OutputData.Unknown<object?>();
        }

        return single ? ValueReader.Read(result.Values.Single(), type, token) : ValueReader.Read(result, type, token);
    }

    private static ProviderResource? ProviderOf(string token, InvokeOptions? options) =>
        options?.Provider ?? options?.Parent?.Providers.GetValueOrDefault(ProviderChoice.PackageOf(token));

    // In a preview a resource without an id does not exist yet, so the function cannot be asked about it.
    private static async Task<(IReadOnlyList<Resource> Listed, bool Ready)> DependsOnAsync(InvokeOptions? options)
    {
        if (options is not InvokeOutputOptions { DependsOn: var dependsOn })
        {
            return ([], true);
        }

        var listed = await DependencyUrns.ListedAsync(dependsOn);
        var ready = true;
        foreach (var custom in listed.OfType<CustomResource>())
        {
            ready &= (await custom.Id.DataTask).IsKnown;
        }

        return (listed, ready);
    }
}
