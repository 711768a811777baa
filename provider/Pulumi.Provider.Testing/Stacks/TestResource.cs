using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>A resource as the program has it once the engine has answered.</summary>
public sealed class TestResource
{
    private readonly bool _preview;

    internal TestResource(string urn, string id, PropertyMap outputs, bool preview, bool hasFailed)
    {
        (Urn, Outputs, HasFailed, _preview) = (urn, outputs, hasFailed, preview);
        Id = (id.Length == 0 || Sentinels.IsUnknown(id) ? PropertyValue.Unknown : id).From(secret: false, urn);
    }

    /// <summary>Its URN.</summary>
    public string Urn { get; }

    /// <summary>Its id, for the inputs of others: they then depend on it. Not known in the preview of its create.</summary>
    public PropertyValue Id { get; }

    /// <summary>Its outputs as the engine answered.</summary>
    public PropertyMap Outputs { get; }

    /// <summary>True where it could not be made and the run goes on without it (<c>ContinueOnError</c>).</summary>
    public bool HasFailed { get; }

    /// <summary>
    /// One of its outputs, for the inputs of others: they then depend on it. An output that is not there is not known in a
    /// preview, and null otherwise.
    /// </summary>
    /// <param name="output">Its wire name.</param>
    public PropertyValue this[string output] =>
        (Outputs.Find(output) ?? (_preview ? PropertyValue.Unknown : PropertyValue.Null)).From(secret: false, Urn);

    /// <summary>The outputs as the provider's own record; not for previews, where some are not known.</summary>
    /// <exception cref="FormatException">They do not fit the record.</exception>
    public T As<T>()
        where T : class, IPropertyObject<T> => T.Decode(Outputs);

    internal string Reference =>
        $"{Urn}::{(Id.Unwrapped is StringValue { Value: var id } ? id : Sentinels.UnknownString)}";
}
