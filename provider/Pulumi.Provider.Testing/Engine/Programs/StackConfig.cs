using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.Programs;

/// <summary>One configuration value.</summary>
/// <param name="Text">The value as text; objects and lists as JSON.</param>
/// <param name="IsSecret">True when it must not be shown.</param>
public sealed record ConfigValue(string Text, bool IsSecret);

/// <summary>A stack's configuration, by full key (<c>namespace:name</c>), decrypted.</summary>
public sealed record StackConfig(ImmutableSortedDictionary<string, ConfigValue> Values)
{
    /// <summary>No configuration.</summary>
    public static StackConfig Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal));

    /// <summary>With one value more.</summary>
    public StackConfig With(string key, string text, bool isSecret = false) =>
        new(Values.SetItem(key, new ConfigValue(text, isSecret)));

    /// <summary>The values of a package's namespace, by name.</summary>
    public IEnumerable<KeyValuePair<string, ConfigValue>> OfPackage(string package) =>
        Values
            .Where(entry => entry.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[(package.Length + 1)..], entry.Value));

    /// <summary>A package's values as inputs of its default provider: strings, as the engine passes them.</summary>
    public PropertyMap AsInputs(string package) =>
        new(
            OfPackage(package)
                .Select(static entry =>
                    KeyValuePair.Create(
                        entry.Key,
                        entry.Value.IsSecret
                            ? ((PropertyValue)entry.Value.Text).AsSecret()
                            : (PropertyValue)entry.Value.Text
                    )
                )
        );
}
