using System.Collections.Concurrent;
using Google.Protobuf;
using Proto = Pulumi.Provider.Protocol.Messages;

namespace Pulumi;

/// <summary>Tells the engine of packages, once of each, and keeps what it calls them.</summary>
internal sealed class PackageReferences(DeploymentInstance deployment)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _known = new(StringComparer.Ordinal);

    /// <summary>The engine's name of the package; empty for none.</summary>
    internal async Task<string> OfAsync(RegisterPackageRequest? package)
    {
        if (package is null)
        {
            return "";
        }

        var request = Request(package);
        return await _known.GetOrAdd(request.ToString(), _ => new(() => RegisterAsync(request))).Value;
    }

    private async Task<string> RegisterAsync(Proto.RegisterPackageRequest request) =>
        await deployment.Monitor.SupportsAsync("parameterization")
            ? (await deployment.Monitor.RegisterPackageAsync(request)).Ref
            : throw new RunException("This engine is too old for packages that are made by a parameter.");

    private static Proto.RegisterPackageRequest Request(RegisterPackageRequest package)
    {
        var request = new Proto.RegisterPackageRequest
        {
            Name = package.Name,
            Version = package.Version,
            DownloadUrl = package.DownloadUrl,
        };
        foreach (var (file, checksum) in package.Checksums)
        {
            request.Checksums.Add(file, ByteString.CopyFrom(checksum));
        }

        if (package.Parameterization is { } made)
        {
            request.Parameterization = new Proto.Parameterization
            {
                Name = made.Name,
                Version = made.Version,
                Value = ByteString.CopyFrom(made.Value),
            };
        }

        return request;
    }
}
