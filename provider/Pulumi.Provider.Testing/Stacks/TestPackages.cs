using System.Collections.Concurrent;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>The packages of a program: the engine is told of each before it is used, as SDKs do.</summary>
/// <param name="packages">Those that parameters made, by name.</param>
/// <param name="monitor">The engine.</param>
internal sealed class TestPackages(
    IReadOnlyDictionary<string, TestPackage> packages,
    ResourceMonitor.ResourceMonitorClient monitor
)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _references = [];

    /// <summary>Whether a type of one of them is a component.</summary>
    public bool IsComponent(string type) =>
        packages.TryGetValue(Urn.PackageOf(type), out var package) && package.IsComponent(type);

    /// <summary>What the engine calls the package of a token; empty where no parameter made it.</summary>
    public async Task<string> ReferenceAsync(string token, CancellationToken cancellationToken) =>
        packages.TryGetValue(Urn.PackageOf(token), out var package)
            ? await _references.GetOrAdd(package.Name, _ => new(() => RegisterAsync(package, cancellationToken))).Value
            : "";

    private async Task<string> RegisterAsync(TestPackage package, CancellationToken cancellationToken) =>
        (await monitor.RegisterPackageAsync(package.Registration, cancellationToken: cancellationToken)).Ref;
}
