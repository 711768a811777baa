using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>An immutable map from property names to values, iterated in ordinal order of the names.</summary>
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private readonly ImmutableSortedDictionary<string, PropertyValue> _values;

    private PropertyMap(ImmutableSortedDictionary<string, PropertyValue> values) => _values = values;

    /// <summary>A map of the given entries; a later entry of the same name wins.</summary>
    public PropertyMap(IEnumerable<KeyValuePair<string, PropertyValue>> entries)
    {
        var builder = Empty._values.ToBuilder();
        foreach (var (name, value) in entries)
        {
            builder[name] = value;
        }

        _values = builder.ToImmutable();
    }

    /// <summary>The map without entries.</summary>
    public static PropertyMap Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => _values.Values;

    /// <inheritdoc/>
    public PropertyValue this[string key] => _values[key];

    /// <summary>The value of the name, or null where there is none.</summary>
    public PropertyValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>This map with one entry set.</summary>
    public PropertyMap With(string name, PropertyValue value) => new(_values.SetItem(name, value));

    /// <summary>This map without the name.</summary>
    public PropertyMap Without(string name) => new(_values.Remove(name));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) =>
        _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other) =>
        other is not null && (ReferenceEquals(this, other) || _values.SequenceEqual(other._values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _values)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        "{" + string.Join(", ", _values.Select(static entry => $"{entry.Key}: {entry.Value}")) + "}";
}
