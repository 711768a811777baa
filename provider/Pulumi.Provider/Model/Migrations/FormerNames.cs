using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>Something that was said by a former name.</summary>
/// <param name="Path">What it was called.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsSaidTwice">True when it is said by its name, too, which then counts.</param>
internal sealed record Renamed(PropertyPath Path, string Name, PropertyValue Value, bool IsSaidTwice);

/// <summary>Calls properties by the names that they have today, at any depth.</summary>
internal static class FormerNames
{
    /// <summary>The properties by today's names.</summary>
    /// <param name="model">The declaration.</param>
    /// <param name="properties">Some of them maybe by former names.</param>
    /// <param name="found">Where to add what had another name.</param>
    public static PropertyMap Renamed(ObjectModel model, PropertyMap properties, List<Renamed>? found = null) =>
        model.HasFormerNames ? Renamed(model, properties, PropertyPath.Root, found) : properties;

    /// <summary>The path by today's names.</summary>
    public static PropertyPath Renamed(ObjectModel model, PropertyPath path)
    {
        if (!model.HasFormerNames)
        {
            return path;
        }

        var (renamed, at) = (PropertyPath.Root, (TypeModel?)new ObjectType(model));
        foreach (var segment in path.Segments)
        {
            var property =
                segment.Key is { } key && at is ObjectType { Object: var within } ? Called(within, key) : null;
            renamed = renamed.Append(property?.Name ?? segment);
            at = at switch
            {
                ListType list => list.Item,
                MapType map => map.Item,
                _ => property?.Type,
            };
        }

        return renamed;
    }

    /// <summary>True when a value of the type may hold something by a former name.</summary>
    public static bool AreWithin(TypeModel type) =>
        type switch
        {
            ListType list => AreWithin(list.Item),
            MapType map => AreWithin(map.Item),
            UnionType union => union.Flat.Any(AreWithin),
            ObjectType { Object: { HasFormerNames: true } } => true,
            _ => false,
        };

    private static PropertyModel? Called(ObjectModel model, string name)
    {
        if (model.Find(name) is { } property)
        {
            return property;
        }

        foreach (var candidate in model.Properties)
        {
            if (candidate.FormerNames.Contains(name))
            {
                return candidate;
            }
        }

        return null;
    }

    private static PropertyMap Renamed(
        ObjectModel model,
        PropertyMap properties,
        PropertyPath path,
        List<Renamed>? found
    )
    {
        foreach (var property in model.Properties)
        {
            foreach (var former in property.FormerNames)
            {
                if (properties.Find(former) is { } value)
                {
                    var isSaidTwice = properties.ContainsKey(property.Name);
                    properties = properties.Without(former);
                    properties = isSaidTwice ? properties : properties.With(property.Name, value);
                    found?.Add(new Renamed(path.Append(former), property.Name, value, isSaidTwice));
                }
            }

            if (AreWithin(property.Type) && properties.Find(property.Name) is { } inner)
            {
                var renamed = Renamed(property.Type, inner, path.Append(property.Name), found);
                properties = properties.With(property.Name, renamed);
            }
        }

        return properties;
    }

    private static PropertyValue Renamed(
        TypeModel type,
        PropertyValue value,
        PropertyPath path,
        List<Renamed>? found
    ) =>
        (type, value) switch
        {
            (_, SecretValue secret) => new SecretValue(Renamed(type, secret.Value, path, found)),
            (_, OutputValue { Value: { } inner } output) => output with { Value = Renamed(type, inner, path, found) },
            (UnionType union, _) when union.CaseOf(value) is { } one => Renamed(one, value, path, found),
            (ObjectType nested, ObjectValue obj) => new ObjectValue(Renamed(nested.Object, obj.Fields, path, found)),
            (ListType list, ListValue items) => new ListValue(
                items.Items.Select((item, i) => Renamed(list.Item, item, path.Append(i), found))
            ),
            (MapType map, ObjectValue obj) => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(field =>
                        KeyValuePair.Create(field.Key, Renamed(map.Item, field.Value, path.Append(field.Key), found))
                    )
                )
            ),
            _ => value,
        };
}
