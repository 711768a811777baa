using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>Makes inputs where a record cannot: of other resources' outputs, secrets, values not known yet.</summary>
public static class TestInputs
{
    /// <summary>Properties by wire name.</summary>
    public static PropertyMap Of(params IEnumerable<(string Name, PropertyValue Value)> properties) =>
        new(properties.Select(static property => KeyValuePair.Create(property.Name, property.Value)));

    /// <summary>A list.</summary>
    public static PropertyValue List(params IEnumerable<PropertyValue> items) => new ListValue(items);

    /// <summary>An object, or a map.</summary>
    public static PropertyValue Object(params IEnumerable<(string Name, PropertyValue Value)> fields) =>
        new ObjectValue(Of(fields));

    /// <summary>A secret, as programs make them of configuration.</summary>
    public static PropertyValue Secret(PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.AsSecret();
    }

    /// <summary>The properties of a record with one set to what the record's type cannot say.</summary>
    /// <param name="inputs">The record.</param>
    /// <param name="name">The wire name of the property.</param>
    /// <param name="value">Its value: a secret, an output of another resource, one that is not known.</param>
    public static PropertyMap With<T>(this T inputs, string name, PropertyValue value)
        where T : class, IPropertyObject<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Encode().With(name, value);
    }
}
