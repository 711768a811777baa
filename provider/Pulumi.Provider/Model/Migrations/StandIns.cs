using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>
/// Values in the place of unknown ones, so that a record can hold them. Nobody knows what a step makes of an unknown, so whatever
/// is not as it was is unknown afterwards.
/// </summary>
internal static class StandIns
{
    /// <summary>The properties without unknowns.</summary>
    public static PropertyMap For(ObjectModel model, PropertyMap properties)
    {
        foreach (var (name, value) in properties)
        {
            if (value.ContainsUnknowns && model.Find(name) is { } property)
            {
                properties = properties.With(name, For(property.Type, value.Unwrapped));
            }
        }

        return properties;
    }

    /// <summary>What a step made of properties some of which are unknown.</summary>
    public static PropertyMap Back(PropertyMap old, PropertyMap made)
    {
        if (!new ObjectValue(old).ContainsUnknowns)
        {
            return made;
        }

        foreach (var (name, value) in made)
        {
            if (old.Find(name)?.Unwrapped.Equals(value.Unwrapped) is not true)
            {
                made = made.With(name, value is SecretValue ? PropertyValue.Unknown.AsSecret() : PropertyValue.Unknown);
            }
        }

        return made;
    }

    private static PropertyValue For(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (ListType list, ListValue items) => new ListValue(
                items.Items.Select(item => For(list.Item, item.Unwrapped))
            ),
            (MapType map, ObjectValue obj) => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(field => KeyValuePair.Create(field.Key, For(map.Item, field.Value.Unwrapped)))
                )
            ),
            (ObjectType nested, ObjectValue obj) => new ObjectValue(For(nested.Object, obj.Fields)),
            (UnionType union, not UnknownValue) when union.CaseOf(value) is { } one => For(one, value),
            (_, not UnknownValue) => value,
            (PrimitiveType { Name: "boolean" }, _) => false,
            (PrimitiveType { Name: "integer" or "number" }, _) => 1,
            (EnumType { Enum.Members: [var first, ..] }, _) => first.Value,
            (UnionType union, _) => For(union.Flat.First(), value),
            (JsonType, _) => "null",
            (AssetType, _) => new AssetValue(ContentSource.Text, "", null),
            (ArchiveType, _) => new ArchiveValue(ContentSource.Assets, null, PropertyMap.Empty, null),
            (ReferenceType, _) => new ResourceReferenceValue("unknown", "unknown"),
            (ListType, _) => new ListValue([]),
            (MapType, _) => new ObjectValue(PropertyMap.Empty),
            (ObjectType nested, _) => new ObjectValue(
                new PropertyMap(
                    nested
                        .Object.Properties.Where(static property => property.Required)
                        .Select(static property =>
                            KeyValuePair.Create(property.Name, For(property.Type, PropertyValue.Unknown))
                        )
                )
            ),
            _ => "unknown",
        };
}
