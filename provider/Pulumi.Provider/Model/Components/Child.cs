using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>A child of a component, as the engine has it.</summary>
public class Child
{
    private readonly string? _id;
    private readonly PropertyMap _outputs;
    private readonly bool _preview;

    /// <summary>A child that is registered.</summary>
    /// <param name="urn">Its URN.</param>
    /// <param name="id">Its id; null while it has none.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="preview">True when outputs that are not there are not known, and not absent.</param>
    public Child(string urn, string? id, PropertyMap outputs, bool preview) =>
        (Urn, _id, _outputs, _preview) = (urn, id, outputs, preview);

    private protected Child(Child other)
        : this(other.Urn, other._id, other._outputs, other._preview) { }

    /// <summary>Its URN.</summary>
    public string Urn { get; }

    /// <summary>Its id, for the inputs of others.</summary>
    public Output<string> Id => Output.Of((_id ?? PropertyValue.Unknown).From(secret: false, Urn), Marshal.String);

    /// <summary>One of its outputs as the protocol has it; null where it has no value.</summary>
    public PropertyValue this[string output] =>
        (_outputs.Find(output) ?? (_preview ? PropertyValue.Unknown : PropertyValue.Null)).From(secret: false, Urn);

    /// <summary>The child itself, as a property of type <see cref="ResourceReferenceValue"/>.</summary>
    public Output<ResourceReferenceValue> Reference =>
        Output.Of(
            new ResourceReferenceValue(Urn, _id ?? PropertyValue.Unknown).From(secret: false, Urn),
            Marshal.Reference
        );
}

/// <summary>A child of a type that is known.</summary>
public sealed class Child<TState> : Child
    where TState : class, IPropertyObject<TState>
{
    internal Child(Child child)
        : base(child) { }

    /// <summary>Its outputs, for the inputs of others and the outputs of the component.</summary>
    public Output<TState> Outputs =>
        Output.Of(
            new ObjectValue(
                new PropertyMap(
                    TState.Model.Properties.Select(output => KeyValuePair.Create(output.Name, this[output.Name]))
                )
            ),
            Marshal.Object<TState>
        );
}
