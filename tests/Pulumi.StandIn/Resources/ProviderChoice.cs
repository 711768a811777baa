using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider manages a resource, and which its children inherit.</summary>
internal static class ProviderChoice
{
    internal static (ImmutableDictionary<string, ProviderResource> Inherited, ProviderResource? Own) Make(
        Resource resource,
        ResourceOptions options
    )
    {
        var inherited = resource.Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (resource is ProviderResource)
        {
            return (inherited, null);
        }

        if (resource.IsCustom)
        {
            var package = PackageOf(resource.GetResourceType());
            var own = options.Provider ?? inherited.GetValueOrDefault(package);
            return (options.Provider is null ? inherited : inherited.SetItem(package, options.Provider), own);
        }

        var given = options is ComponentResourceOptions component ? component.Providers : [];
        var all = options.Provider is null ? given : given.Append(options.Provider);
        return (inherited.SetItems(all.Select(static one => KeyValuePair.Create(one.Package, one))), options.Provider);
    }

    internal static string PackageOf(string token) => token.Split(':', 2)[0];
}
