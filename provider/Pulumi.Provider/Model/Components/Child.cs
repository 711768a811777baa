using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>A child of a component, as the engine has it.</summary>
/// <param name="urn">Its URN.</param>
/// <param name="id">Its id; null while it has none.</param>
/// <param name="outputs">Its outputs.</param>
/// <param name="preview">True when outputs that are not there are not known, and not absent.</param>
public sealed class Child(string urn, string? id, PropertyMap outputs, bool preview)
{
    /// <summary>Its URN.</summary>
    public string Urn => urn;

    /// <summary>Its id, for the inputs of others.</summary>
    public PropertyValue Id => (id ?? PropertyValue.Unknown).From(secret: false, urn);

    /// <summary>One of its outputs, for the inputs of others and the outputs of the component; null where it has no value.</summary>
    public PropertyValue this[string output] =>
        (outputs.Find(output) ?? (preview ? PropertyValue.Unknown : PropertyValue.Null)).From(secret: false, urn);
}
