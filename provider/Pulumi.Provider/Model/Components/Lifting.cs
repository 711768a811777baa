using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>What the members that the generator adds to <see cref="Output{T}"/> and <see cref="Properties{T}"/> are made of.</summary>
public static class Lifting
{
    /// <summary>A property of a record.</summary>
    public static Output<T> Get<T>(Output of, string name, Func<PropertyValue, T> read) =>
        Output.Of(Member(of, name), read);

    /// <summary>A property that is a list.</summary>
    public static OutputList<T> GetList<T>(Output of, string name, Func<PropertyValue, T> read) =>
        new(Member(of, name), read);

    /// <summary>A property that is a map.</summary>
    public static OutputMap<T> GetMap<T>(Output of, string name, Func<PropertyValue, T> read) =>
        new(Member(of, name), read);

    /// <summary>Sets a property.</summary>
    public static void Set<T, TValue>(
        Properties<T> of,
        string name,
        Output<TValue> value,
        Func<TValue, PropertyValue> write
    )
        where T : class, IPropertyObject<T> => of.Set(name, value.Encode(write));

    /// <summary>Sets a property that is a list.</summary>
    public static void SetList<T, TItem>(
        Properties<T> of,
        string name,
        OutputList<TItem> value,
        Func<TItem, PropertyValue> write
    )
        where T : class, IPropertyObject<T> => of.Set(name, value.Encode(write));

    /// <summary>Sets a property that is a map.</summary>
    public static void SetMap<T, TItem>(
        Properties<T> of,
        string name,
        OutputMap<TItem> value,
        Func<TItem, PropertyValue> write
    )
        where T : class, IPropertyObject<T> => of.Set(name, value.Encode(write));

    // Of what is not known nothing is; of what is absent everything is.
    internal static PropertyValue Member(Output of, string name) =>
        of.IsUnknown || of.IsUnset
            ? of.Raw
            : of.Raw.Entries().FirstOrDefault(entry => entry.Key == name).Value ?? PropertyValue.Null;
}
