using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list input whose elements may each be plain or an output.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private readonly State _state;

    /// <summary>An empty list.</summary>
    public InputList()
        : this(new State(Output.Create(ImmutableArray<Input<T>>.Empty))) { }

    private InputList(State state)
        : base(() => state.Items.Apply(static items => Output.All(items.AsEnumerable()))) => _state = state;

    internal Output<ImmutableArray<Input<T>>> Items => _state.Items;

    private protected override object? RawValue => _state.Items;

    /// <summary>Appends elements; what an initializer calls.</summary>
    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    /// <summary>Appends all elements of another list.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends all elements of another list.</summary>
    public void AddRange(InputList<T> inputs) => _state.Items = Concat(inputs)._state.Items;

    /// <summary>A new list of this one's elements and then the other's.</summary>
    public InputList<T> Concat(InputList<T> other) =>
        From(Output.Tuple(Items, other.Items).Apply(static both => both.Item1.AddRange(both.Item2)));

    /// <summary>The elements, once the list itself is known.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var item in (await Items.DataTask.WaitAsync(cancellationToken)).Value)
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {nameof(InputList<>)} cannot be enumerated before its values are there.");

    public static implicit operator InputList<T>(T value) => From([value]);

    public static implicit operator InputList<T>(Output<T> value) => From([value]);

    public static implicit operator InputList<T>(Input<T> value) => From([value]);

    public static implicit operator InputList<T>(T[] values) => From(values.Select(Plain));

    public static implicit operator InputList<T>(Output<T>[] values) => From(values.Select(Wrapped));

    public static implicit operator InputList<T>(Input<T>[] values) => From(values);

    public static implicit operator InputList<T>(List<T> values) => From(values.Select(Plain));

    public static implicit operator InputList<T>(List<Output<T>> values) => From(values.Select(Wrapped));

    public static implicit operator InputList<T>(List<Input<T>> values) => From(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => From(OrEmpty(values).Select(Plain));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        From(OrEmpty(values).Select(Wrapped));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => From(OrEmpty(values));

    public static implicit operator InputList<T>(Output<T[]> values) => From(values.Apply(ToItems));

    public static implicit operator InputList<T>(Output<List<T>> values) => From(values.Apply(ToItems));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => From(values.Apply(ToItems));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        From(values.Apply(static items => ToItems(OrEmpty(items))));

    private static InputList<T> From(Output<ImmutableArray<Input<T>>> items) => new(new State(items));

    private static InputList<T> From(IEnumerable<Input<T>> items) => From(Output.Create(items.ToImmutableArray()));

    private static ImmutableArray<Input<T>> ToItems(IEnumerable<T> values) => [.. values.Select(Plain)];

    private static ImmutableArray<TItem> OrEmpty<TItem>(ImmutableArray<TItem> items) => items.IsDefault ? [] : items;

    private static Input<T> Plain(T value) => value;

    private static Input<T> Wrapped(Output<T> value) => value;

    // Shared with the base's lazy flattening, which must see what Add appended after construction.
    private sealed class State(Output<ImmutableArray<Input<T>>> items)
    {
        internal Output<ImmutableArray<Input<T>>> Items { get; set; } = items;
    }
}

/// <summary>Adds the cases of unions to lists of unions.</summary>
public static class InputListExtensions
{
    /// <summary>Appends a value of the first case.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) =>
        list.Add(value.Apply(Union<T0, T1>.FromT0));

    /// <summary>Appends a value of the second case.</summary>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) =>
        list.Add(value.Apply(Union<T0, T1>.FromT1));
}
