using Google.Protobuf;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;
using StringValue = Pulumi.Provider.Protocol.Values.StringValue;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>A package that a program wants something of: a plugin, and what a parameter makes of it.</summary>
/// <param name="Plugin">The name of the plugin.</param>
/// <param name="Version">Its version; empty for any.</param>
internal sealed record PackageRequest(string Plugin, string Version)
{
    private const string VersionKey = "version";
    private const string NameKey = "name";
    private const string ParameterKey = "parameterization";

    /// <summary>What makes the package of the plugin; null where the plugin is the package.</summary>
    public PackageParameter? Parameter { get; init; }

    /// <summary>The name of the package, which tokens begin with.</summary>
    public string Package => Parameter?.Name ?? Plugin;

    /// <summary>The name of the provider that the engine makes for the package.</summary>
    public string DefaultName =>
        (Parameter?.Version ?? Version) is { Length: > 0 } version
            ? "default_" + version.Replace('.', '_').Replace('-', '_').Replace('+', '_')
            : "default";

    /// <summary>The package of a token, of a version that a program names.</summary>
    public static PackageRequest Of(string token, string version) => new(Urn.PackageOf(token), version);

    /// <summary>The package that a program tells of.</summary>
    public static PackageRequest Of(RegisterPackageRequest request) =>
        new(request.Name, request.Version)
        {
            Parameter = request.Parameterization is { } made
                ? new PackageParameter(made.Name, made.Version, made.Value)
                : null,
        };

    /// <summary>The package of a provider, by the inputs that the state has of it.</summary>
    public static PackageRequest OfProvider(string type, PropertyMap inputs)
    {
        var (package, version) = (Urn.PackageOf(type), Text(inputs, VersionKey));
        return ProviderInputs.Own(inputs) is { } own && own.ContainsKey(ParameterKey)
            ? new PackageRequest(Text(own, NameKey), Text(own, VersionKey))
            {
                Parameter = new PackageParameter(package, version, ByteString.FromBase64(Text(own, ParameterKey))),
            }
            : new PackageRequest(package, version);
    }

    /// <summary>The inputs of a provider of the package: what of it the state has to tell.</summary>
    public PropertyMap Mark(PropertyMap inputs)
    {
        if (Version.Length == 0)
        {
            return inputs;
        }

        var own = PropertyMap.Empty;
        if (Parameter is { } made)
        {
            own = own.With(NameKey, Plugin).With(VersionKey, Version).With(ParameterKey, made.Value.ToBase64());
        }

        return ProviderInputs.WithOwn(inputs.With(VersionKey, Parameter?.Version ?? Version), own);
    }

    private static string Text(PropertyMap map, string key) => (map.Find(key)?.Unwrapped as StringValue)?.Value ?? "";
}

/// <summary>A package that a parameter makes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Value">The parameter.</param>
internal sealed record PackageParameter(string Name, string Version, ByteString Value);
