using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>Properties as a resource's or function's code takes and gives them.</summary>
/// <param name="model">Their declaration.</param>
internal abstract class Codec<T>(ObjectModel model)
    where T : class
{
    /// <summary>Their declaration.</summary>
    public ObjectModel Model => model;

    /// <summary>Reads them; see <see cref="IPropertyObject{TSelf}.Decode"/>.</summary>
    public abstract T Decode(PropertyMap properties);

    /// <summary>Writes them: nulls are left out, secrets are marked.</summary>
    public abstract PropertyMap Encode(T value);

    /// <summary>The same of properties that were written before anybody could judge them.</summary>
    public virtual PropertyMap Recorded(PropertyMap properties) => properties;
}

/// <summary>Records: what the generator adds to them does it.</summary>
internal sealed class RecordCodec<T>() : Codec<T>(T.Model)
    where T : class, IPropertyObject<T>
{
    public override T Decode(PropertyMap properties) => T.Decode(properties);

    public override PropertyMap Encode(T value) => value.Encode();
}

/// <summary>Properties by name, whose declaration is known only when the provider runs.</summary>
/// <param name="token">What has them, for messages.</param>
/// <param name="model">Their declaration.</param>
internal sealed class MapCodec(string token, ObjectModel model) : Codec<PropertyMap>(model)
{
    public override PropertyMap Decode(PropertyMap properties) =>
        new(Given(properties).Select(static entry => KeyValuePair.Create(entry.Key, entry.Value.Revealed())));

    // What a compiler tells of records.
    public override PropertyMap Encode(PropertyMap value)
    {
        var misfits = Misfits.Of(Model, value);
        return misfits.Count == 0
            ? Recorded(value)
            : throw new InvalidOperationException($"'{token}' gave what it does not declare: {misfits}");
    }

    public override PropertyMap Recorded(PropertyMap properties) =>
        DeclaredSecrets.Mark(Model, new PropertyMap(Given(properties)));

    // A null is the same as none.
    private static IEnumerable<KeyValuePair<string, PropertyValue>> Given(PropertyMap properties) =>
        properties.Where(static entry => !Sameness.IsNull(entry.Value));
}
