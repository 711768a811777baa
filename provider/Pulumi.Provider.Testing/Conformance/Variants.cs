using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing;

/// <summary>Inputs that differ from given ones in one property each. Whether rules allow them, Check has to say.</summary>
internal static class Variants
{
    /// <summary>All of them.</summary>
    public static IEnumerable<PropertyMap> Of(ObjectModel model, PropertyMap inputs)
    {
        foreach (var property in model.Properties)
        {
            if (inputs.Find(property.Name) is not { } value || property.Constant is not null)
            {
                continue;
            }

            foreach (var other in Of(property.Type, value))
            {
                yield return inputs.With(property.Name, other);
            }

            // What is left out and computed stays as it is: no change.
            if (!property.Required && !property.Computed)
            {
                yield return inputs.Without(property.Name);
            }
        }
    }

    private static IEnumerable<PropertyValue> Of(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (_, SecretValue secret) => Of(type, secret.Value).Select(static other => other.AsSecret()),
            (EnumType { Enum: var closed }, StringValue text) => closed
                .Members.Where(member => member.Value != text.Value && member.RequiresFeature is null)
                .Select(static member => (PropertyValue)member.Value)
                .Take(1),
            (UnionType union, _) when union.CaseOf(value) is { } one => Of(one, value),
            (JsonType, StringValue text) => [$"[{text.Value}]"],
            (AssetType, AssetValue asset) => [asset with { Content = asset.Content + "x", Hash = asset.Hash + "x" }],
            (_, StringValue text) => [text.Value + "x"],
            (_, NumberValue number) => [number.Value + 1],
            (_, BoolValue flag) => [!flag.Value],
            (ListType { Item: var item }, ListValue list) => OfList(item, list),
            (MapType { Item: var item }, ObjectValue map) => OfMap(item, map.Fields),
            (ObjectType { Object: var model }, ObjectValue obj) => Of(model, obj.Fields)
                .Select(static fields => new ObjectValue(fields)),
            _ => [],
        };

    private static IEnumerable<PropertyValue> OfList(TypeModel type, ListValue list)
    {
        for (var i = 0; i < list.Items.Length; i++)
        {
            foreach (var other in Of(type, list.Items[i]))
            {
                yield return new ListValue(list.Items.SetItem(i, other));
            }
        }

        if (list.Items is [.., _])
        {
            yield return new ListValue(list.Items.RemoveAt(list.Items.Length - 1));
        }
    }

    private static IEnumerable<PropertyValue> OfMap(TypeModel type, PropertyMap map)
    {
        foreach (var (key, value) in map)
        {
            foreach (var other in Of(type, value))
            {
                yield return new ObjectValue(map.With(key, other));
            }

            yield return new ObjectValue(map.Without(key));
        }
    }
}
