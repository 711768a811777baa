using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;
using Proto = Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>Calls methods of resources.</summary>
internal sealed class MethodCalls(DeploymentInstance deployment)
{
    /// <summary>Waits for the resource and the arguments; the provider says what is not known.</summary>
    internal Output<T> Start<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? package
    )
    {
        return new Output<T>(RunAsync());

        async Task<OutputData<T>> RunAsync()
        {
            var given = self is null ? [] : new[] { new ArgumentValue("__self__", self, IsJson: false) };
            var arguments = await Serializer.SerializeAsync(given.Concat(args.Arguments()));
            var provider = options?.Provider ?? (options?.Parent ?? self)?.Provider;
            var request = new Proto.ResourceCallRequest
            {
                Tok = token,
                Args = StructCodec.Encode(arguments.Values),
                Provider = await DependencyUrns.ReferenceAsync(provider),
                Version = options?.Version ?? self?.Version ?? "",
                PluginDownloadURL = options?.PluginDownloadURL ?? "",
                PackageRef = await deployment.Packages.OfAsync(package),
            };
            foreach (var (name, resources) in arguments.Dependencies)
            {
                var urns = new Proto.ResourceCallRequest.Types.ArgumentDependencies();
                urns.Urns.AddRange(await DependencyUrns.OfAsync(resources));
                request.ArgDependencies.Add(name, urns);
            }

            var response = await deployment.Monitor.CallAsync(request);
            if (response.Failures.Count > 0)
            {
                var reasons = response.Failures.Select(static one =>
                    one.Property.Length == 0 ? one.Reason : $"{one.Reason} ({one.Property})"
                );
                throw new RunException($"Call of '{token}' failed: {string.Join("; ", reasons)}");
            }

            var data = ValueReader.Read(new ObjectValue(StructCodec.Decode(response.Return)), typeof(T), token);
            return data.Cast(static value => (T)value!) with { Resources = [.. arguments.AllDependencies] };
        }
    }
}
