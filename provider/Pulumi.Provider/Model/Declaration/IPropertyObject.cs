using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>What can be written as properties.</summary>
public interface IPropertyObject
{
    /// <summary>Writes the record; nulls are left out, secret properties are wrapped.</summary>
    PropertyMap Encode();
}

/// <summary>
/// What the generator adds to a record marked <see cref="PropertyObjectAttribute"/>: its model and its marshalling.
/// </summary>
public interface IPropertyObject<TSelf> : IPropertyObject
    where TSelf : IPropertyObject<TSelf>
{
    /// <summary>The declared properties.</summary>
    static abstract ObjectModel Model { get; }

    /// <summary>Reads a record from checked, fully known properties; secrets are looked through.</summary>
    /// <exception cref="FormatException">A property is missing, unknown or of another type; names its path.</exception>
    static abstract TSelf Decode(PropertyMap properties);
}
