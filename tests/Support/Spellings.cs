using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Support;

/// <summary>A value of an input, said in another way.</summary>
/// <param name="Value">The value; null where the input is left out.</param>
/// <param name="Padded">True when there is white space around a text, which most rules refuse.</param>
public sealed record Spelling(PropertyValue? Value, bool Padded = false);

/// <summary>All other ways to say what an input says, from its declaration.</summary>
public static class Spellings
{
    /// <summary>Those of a value, or of none.</summary>
    public static IEnumerable<Spelling> Of(PropertyModel property, PropertyValue? value)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (value is not null)
        {
            foreach (var spelling in Of(property.Type, value))
            {
                yield return spelling;
            }

            yield return new Spelling(value.AsSecret());
        }

        if (!property.Required && (value is null || value.Equals(property.Default)))
        {
            yield return new Spelling(null);
            yield return new Spelling(PropertyValue.Null);
            yield return new Spelling(PropertyValue.Null.AsSecret());
            if (Empty(property.Type) is { } empty)
            {
                yield return new Spelling(empty);
                yield return new Spelling(empty.AsSecret());
            }

            if (property.Default is { } written)
            {
                yield return new Spelling(written);
            }
        }
    }

    private static IEnumerable<Spelling> Of(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (EnumType, StringValue { Value: var text }) =>
            [
                new(text.ToLowerInvariant()),
                new(text.ToUpperInvariant()),
                new($" {text}\n", Padded: true),
            ],
            (PrimitiveType, StringValue { Value: var text }) => [new($" {text} ", Padded: true)],
            (ListType list, ListValue { Items: var items }) =>
            [
                .. list.Unordered ? [new(new ListValue(items.Reverse()))] : Array.Empty<Spelling>(),
                .. items.SelectMany(
                    (item, index) =>
                        Of(list.Item, item)
                            .Append(new Spelling(item.AsSecret()))
                            .Select(other => other with { Value = new ListValue(items.SetItem(index, other.Value!)) })
                ),
            ],
            (MapType map, ObjectValue { Fields: var fields }) =>
            [
                .. fields.SelectMany(field =>
                    Of(map.Item, field.Value)
                        .Append(new Spelling(field.Value.AsSecret()))
                        .Select(other => other with { Value = new ObjectValue(fields.With(field.Key, other.Value!)) })
                ),
            ],
            (ObjectType { Object: var model }, ObjectValue { Fields: var fields }) =>
            [
                .. model.Properties.SelectMany(property =>
                    Of(property, fields.Find(property.Name))
                        .Select(other =>
                            other with
                            {
                                Value = new ObjectValue(
                                    other.Value is null
                                        ? fields.Without(property.Name)
                                        : fields.With(property.Name, other.Value)
                                ),
                            }
                        )
                ),
            ],
            _ => [],
        };

    private static PropertyValue? Empty(TypeModel type) =>
        type switch
        {
            EnumType or PrimitiveType { Name: "string" } => "",
            ListType => new ListValue([]),
            MapType => new ObjectValue(PropertyMap.Empty),
            _ => null,
        };
}
