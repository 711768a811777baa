using System.Collections;
using System.Runtime.CompilerServices;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>A list of outputs, which may be secret, not known yet or absent as a whole.</summary>
[CollectionBuilder(typeof(OutputLists), nameof(OutputLists.Of))]
public sealed class OutputList<T> : Output, IEnumerable<Output<T>>
{
    private readonly Func<PropertyValue, T>? _read;
    private readonly IReadOnlyList<Output<T>>? _items;
    private readonly Output<IReadOnlyList<T>>? _whole;

    internal OutputList(PropertyValue raw, Func<PropertyValue, T> read)
        : base(raw, isPlain: false) => _read = read;

    /// <summary>A list of the given outputs.</summary>
    public OutputList(IEnumerable<Output<T>> items)
        : base(PropertyValue.Null, isPlain: true) => _items = [.. items];

    private OutputList(Output<IReadOnlyList<T>> whole)
        : base(
            whole.IsUnknown
                ? PropertyValue.Unknown.From(whole.IsSecret, whole.Sources())
                : PropertyValue.Null.From(whole.IsSecret, whole.Sources()),
            isPlain: !whole.IsUnknown && !whole.IsUnset
        ) => _whole = whole;

    /// <summary>A list that is the result of something.</summary>
    public static implicit operator OutputList<T>(Output<IReadOnlyList<T>> whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return new(whole);
    }

    /// <summary>The elements, each as secret as the list; none where it is absent or not known yet.</summary>
    public IEnumerator<Output<T>> GetEnumerator() => Items().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What the function makes of the whole list, once all of it is known.</summary>
    public Output<TResult> Apply<TResult>(Func<IReadOnlyList<T>, TResult> function) => Whole().Apply(function);

    /// <summary>The value as the protocol has it.</summary>
    internal PropertyValue Encode(Func<T, PropertyValue> write) =>
        _items is not null ? new ListValue(_items.Select(item => item.Encode(write)))
        : _whole is not null ? _whole.Encode(list => Marshal.List(list, write))
        : Raw;

    private IEnumerable<Output<T>> Items() =>
        _items is not null ? _items
        : _read is { } read ? Raw.Elements().Select(item => Of(item, read))
        : _whole!.TryGet(out var list) ? list.Select(item => new Output<T>(item, IsSecret, Sources()))
        : [];

    private Output<IReadOnlyList<T>> Whole()
    {
        if (_read is { } read)
        {
            return Of(Raw, value => Marshal.List(value, read));
        }

        if (_whole is not null)
        {
            return _whole;
        }

        var (secret, sources) = (
            _items!.Any(static item => item.IsSecret),
            _items!.SelectMany(static item => item.Sources())
        );
        var known = new List<T>();
        foreach (var item in _items!)
        {
            if (!item.TryGet(out var value))
            {
                return Output<IReadOnlyList<T>>.Missing(isUnset: false, secret, [.. sources]);
            }

            known.Add(value);
        }

        return new(known, secret, [.. sources]);
    }

    private protected override PropertyValue? Written() => null;
}

/// <summary>Makes lists of outputs.</summary>
public static class OutputLists
{
    /// <summary>A list of the given outputs.</summary>
    public static OutputList<T> Of<T>(ReadOnlySpan<Output<T>> items) => new(items.ToArray());
}
