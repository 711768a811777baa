using System.Collections;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>A map of outputs, which may be secret, not known yet or absent as a whole.</summary>
public sealed class OutputMap<T> : Output, IEnumerable<KeyValuePair<string, Output<T>>>
{
    private readonly Func<PropertyValue, T>? _read;
    private readonly SortedDictionary<string, Output<T>>? _entries;
    private readonly Output<IReadOnlyDictionary<string, T>>? _whole;

    internal OutputMap(PropertyValue raw, Func<PropertyValue, T> read)
        : base(raw, isPlain: false) => _read = read;

    /// <summary>A map without entries, to add to.</summary>
    public OutputMap()
        : this([]) { }

    /// <summary>A map of the given outputs.</summary>
    public OutputMap(IEnumerable<KeyValuePair<string, Output<T>>> entries)
        : base(PropertyValue.Null, isPlain: true)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = new SortedDictionary<string, Output<T>>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            _entries[key] = value;
        }
    }

    private OutputMap(Output<IReadOnlyDictionary<string, T>> whole)
        : base(
            whole.IsUnknown
                ? PropertyValue.Unknown.From(whole.IsSecret, whole.Sources())
                : PropertyValue.Null.From(whole.IsSecret, whole.Sources()),
            isPlain: !whole.IsUnknown && !whole.IsUnset
        ) => _whole = whole;

    /// <summary>Sets an entry of a map that was made here.</summary>
    public Output<T> this[string key]
    {
        set => (_entries ?? throw new InvalidOperationException("a map that is given is not changed"))[key] = value;
    }

    /// <summary>A map that is the result of something.</summary>
    public static implicit operator OutputMap<T>(Output<IReadOnlyDictionary<string, T>> whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new(whole);
    }

    /// <summary>The entries, each as secret as the map; none where it is absent or not known yet.</summary>
    public IEnumerator<KeyValuePair<string, Output<T>>> GetEnumerator() => Entries().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A map of what the function makes of each entry; not known where this one is not.</summary>
    public OutputMap<TResult> Select<TResult>(Func<string, Output<T>, Output<TResult>> function) =>
        IsUnknown
            ? new(Output<IReadOnlyDictionary<string, TResult>>.Missing(isUnset: false, IsSecret, Sources()))
            : new(Entries().Select(entry => KeyValuePair.Create(entry.Key, function(entry.Key, entry.Value))));

    /// <summary>The value as the protocol has it.</summary>
    internal PropertyValue Encode(Func<T, PropertyValue> write) =>
        _entries is not null
            ? new ObjectValue(
                new PropertyMap(_entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Encode(write))))
            )
        : _whole is not null ? _whole.Encode(map => Marshal.Map(map, write))
        : Raw;

    private IEnumerable<KeyValuePair<string, Output<T>>> Entries() =>
        _entries is not null ? _entries
        : _read is { } read ? Raw.Entries().Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value, read)))
        : _whole!.TryGet(out var map)
            ? map.Select(entry => KeyValuePair.Create(entry.Key, new Output<T>(entry.Value, IsSecret, Sources())))
        : [];

    private protected override PropertyValue? Written() => null;
}
