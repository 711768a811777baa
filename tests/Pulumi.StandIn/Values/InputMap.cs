using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map input whose values may each be plain or an output.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private readonly State _state;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(new State(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))) { }

    private InputMap(State state)
        : base(() => state.Items.Apply(Flatten)) => _state = state;

    internal Output<ImmutableDictionary<string, Input<TValue>>> Items => _state.Items;

    private protected override object? RawValue => _state.Items;

    /// <summary>The value of a key.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Sets the value of a key; what an initializer calls.</summary>
    public void Add(string key, Input<TValue> value) =>
        _state.Items = _state.Items.Apply(items => items.SetItem(key, value));

    /// <summary>Sets all keys of another map.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Sets all keys of another map.</summary>
    public void AddRange(InputMap<TValue> values) => _state.Items = Merge(this, values)._state.Items;

    /// <summary>Both maps' entries; the second wins.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        From(Output.Tuple(first.Items, second.Items).Apply(static both => both.Item1.SetItems(both.Item2)));

    /// <summary>The entries, once the map itself is known.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(
        CancellationToken cancellationToken
    )
    {
        foreach (var (key, value) in (await Items.DataTask.WaitAsync(cancellationToken)).Value)
        {
            yield return value.Apply(known => KeyValuePair.Create(key, known));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"An {nameof(InputMap<>)} cannot be enumerated before its values are there.");

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) =>
        From(Output.Create(ToItems(values)));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) =>
        From(Output.Create(ToItems(values)));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        From(values.Apply(ToItems));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        From(values.Apply(ToItems));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        From(values.Apply(ToItems));

    private static InputMap<TValue> From(Output<ImmutableDictionary<string, Input<TValue>>> items) =>
        new(new State(items));

    private static ImmutableDictionary<string, Input<TValue>> ToItems(
        IEnumerable<KeyValuePair<string, TValue>> values
    ) => values.ToImmutableDictionary(static entry => entry.Key, static entry => (Input<TValue>)entry.Value);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(
        ImmutableDictionary<string, Input<TValue>> items
    ) =>
        Output
            .All(items.Select(static entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(static entries => entries.ToImmutableDictionary());

    private sealed class State(Output<ImmutableDictionary<string, Input<TValue>>> items)
    {
        internal Output<ImmutableDictionary<string, Input<TValue>>> Items { get; set; } = items;
    }
}

/// <summary>Adds the cases of unions to maps of unions.</summary>
public static class InputMapExtensions
{
    /// <summary>Sets a value of the first case.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value) =>
        map.Add(key, value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Sets a value of the second case.</summary>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value) =>
        map.Add(key, value.Apply(Union<T0, T1>.FromT1));
}
