using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>What the place that a session works with offers, of all that the declarations know.</summary>
public sealed class Features
{
    private readonly IFeatureSource? _source;
    private readonly IReadOnlyDictionary<string, string> _places;

    private Features(IFeatureSource? source, IReadOnlyDictionary<string, string> places) =>
        (_source, _places) = (source, places);

    /// <summary>A place that offers everything.</summary>
    public static Features All { get; } = new(null, new Dictionary<string, string>());

    /// <summary>What the session's place offers.</summary>
    /// <param name="session">The session; all is offered unless it is an <see cref="IFeatureSource"/>.</param>
    /// <param name="places">Where each feature exists, in words.</param>
    public static Features Of(object session, IReadOnlyDictionary<string, string> places) =>
        session is IFeatureSource source ? new Features(source, places) : All;

    /// <summary>True when the feature exists here; always for null, which needs none.</summary>
    public bool Offers(string? feature) => feature is null || _source is null || _source.Offers(feature);

    /// <summary>Why it is not certain that the feature exists here; null when it is, or when it does not.</summary>
    public string? Doubt(string? feature) =>
        feature is not null && _source is not null && _source.Offers(feature) ? _source.Doubt(feature) : null;

    /// <summary>True when the feature exists here for certain: only then is it used unasked.</summary>
    public bool Confirms(string? feature) => Offers(feature) && Doubt(feature) is null;

    /// <summary>True when a change of the property replaces the resource.</summary>
    public bool Replaces(PropertyModel property) => property.ReplaceOnChange || !Offers(property.ReplaceOnChangeUnless);

    /// <summary>Says that the feature is not offered, and where it is; the subject comes before it.</summary>
    public string Missing(string feature) => $"not offered by {_source?.Place}; it exists on {_places[feature]}";

    /// <summary>The properties that exist here, at any depth.</summary>
    public PropertyMap Offered(ObjectModel model, PropertyMap properties) =>
        _source is null
            ? properties
            : new PropertyMap(
                from entry in properties
                let property = model.Find(entry.Key)
                where Offers(property?.RequiresFeature)
                select property is null ? entry : KeyValuePair.Create(entry.Key, Offered(property.Type, entry.Value))
            );

    private PropertyValue Offered(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (_, SecretValue secret) => new SecretValue(Offered(type, secret.Value)),
            (ListType list, ListValue items) => new ListValue(items.Items.Select(item => Offered(list.Item, item))),
            (MapType map, ObjectValue entries) => new ObjectValue(
                new PropertyMap(
                    entries.Fields.Select(entry => KeyValuePair.Create(entry.Key, Offered(map.Item, entry.Value)))
                )
            ),
            (UnionType union, _) when union.CaseOf(value) is { } one => Offered(one, value),
            (ObjectType nested, ObjectValue obj) => new ObjectValue(Offered(nested.Object, obj.Fields)),
            _ => value,
        };
}
