using System.Collections.Concurrent;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Providers;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>The packages that a program has told of, by what it calls them from then on.</summary>
internal sealed class RegisteredPackages
{
    private readonly ConcurrentDictionary<PackageRequest, string> _references = [];
    private readonly ConcurrentDictionary<string, PackageRequest> _packages = [];

    /// <summary>Takes a package in; the same one again has the same reference.</summary>
    public string Add(RegisterPackageRequest request)
    {
        var package = PackageRequest.Of(request);
        var reference = _references.GetOrAdd(package, static _ => Guid.NewGuid().ToString());
        _packages[reference] = package;
        return reference;
    }

    /// <summary>The package of a request: the one that it refers to, or else that of its token.</summary>
    /// <exception cref="RpcException">It refers to none: the answer to the program.</exception>
    public PackageRequest Of(string reference, string token, string version) =>
        reference.Length == 0 ? PackageRequest.Of(token, version)
        : _packages.TryGetValue(reference, out var package) ? package
        : throw new RpcException(new Status(StatusCode.Unknown, $"unknown provider package '{reference}'"));
}
