using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>
/// Properties of a record, each of which may be an output: <c>new Properties&lt;NoteInputs&gt; { Shelf = place }</c>. What is
/// not set, or absent, is left out. The generator adds a member for each property of the record.
/// </summary>
public sealed class Properties<T>
    where T : class, IPropertyObject<T>
{
    /// <summary>What is set, as the protocol has it.</summary>
    public PropertyMap Values { get; private set; } = PropertyMap.Empty;

    /// <summary>A nested object.</summary>
    public static implicit operator Output<T>(Properties<T> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return Output.Of(new ObjectValue(properties.Values), Marshal.Object<T>);
    }

    /// <summary>
    /// Adds those properties of the source that are called as one that is not set here. Where nothing of the source is known,
    /// nothing of these is.
    /// </summary>
    /// <returns>These properties.</returns>
    public Properties<T> With<TSource>(Output<TSource> source)
        where TSource : class, IPropertyObject<TSource>
    {
        ArgumentNullException.ThrowIfNull(source);
        foreach (var property in TSource.Model.Properties)
        {
            if (T.Model.Find(property.Name) is not null && !Values.ContainsKey(property.Name))
            {
                Set(property.Name, Lifting.Member(source, property.Name));
            }
        }

        return this;
    }

    internal void Set(string name, PropertyValue value) =>
        Values = Sameness.IsNull(value) ? Values.Without(name) : Values.With(name, value);
}
