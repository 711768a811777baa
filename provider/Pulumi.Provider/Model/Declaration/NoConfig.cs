using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>The configuration of a provider that has nothing to configure.</summary>
public sealed record NoConfig : IPropertyObject<NoConfig>
{
    /// <inheritdoc/>
    public static ObjectModel Model { get; } = new(token: null, "Nothing to configure.", []);

    /// <inheritdoc/>
    public static NoConfig Decode(PropertyMap properties) => new();

    /// <inheritdoc/>
    public PropertyMap Encode() => PropertyMap.Empty;
}
