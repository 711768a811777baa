using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Says what the cloud holds in the words of whoever wrote it: part by part, for most of it means the same.</summary>
internal static class Merging
{
    /// <summary>
    /// The current value. Parts that mean the same as what was said keep its spelling; parts said in secret are secret;
    /// elements of a list whose order means nothing stand where they stood, a changed one where it was.
    /// </summary>
    public static PropertyValue InWordsOf(PropertyModel property, PropertyValue said, PropertyValue current) =>
        InWordsOf(property.Type, property.CanonicalForm, said, current);

    private static PropertyValue InWordsOf(
        TypeModel type,
        CanonicalFormAttribute? form,
        PropertyValue said,
        PropertyValue current
    )
    {
        if (Sameness.Same(type, form, said, current))
        {
            return said;
        }

        var merged = (type, said.Unwrapped, current.Unwrapped) switch
        {
            (UnionType union, { } before, { } now)
                when union.CaseOf(before) is { } one && ReferenceEquals(one, union.CaseOf(now)) => InWordsOf(
                one,
                form,
                before,
                now
            ),
            (ObjectType obj, ObjectValue before, ObjectValue now) => Fields(obj.Object, before.Fields, now.Fields),
            (MapType map, ObjectValue before, ObjectValue now) => new ObjectValue(
                new PropertyMap(
                    now.Fields.Select(entry =>
                        KeyValuePair.Create(
                            entry.Key,
                            before.Fields.Find(entry.Key) is { } old
                                ? InWordsOf(map.Item, form, old, entry.Value)
                                : entry.Value
                        )
                    )
                )
            ),
            (ListType list, ListValue before, ListValue now) => new ListValue(
                Placed(list, form, before.Items, now.Items)
            ),
            _ => current,
        };
        // Of any value, nobody knows which part became which.
        var secret = type is AnyType ? said.ContainsSecrets : said is SecretValue or OutputValue { IsSecret: true };
        return secret ? merged.AsSecret() : merged;
    }

    private static ObjectValue Fields(ObjectModel model, PropertyMap before, PropertyMap now)
    {
        foreach (var property in model.Properties)
        {
            if (before.Find(property.Name) is { Unwrapped: not NullValue } old)
            {
                now =
                    Sameness.Same(property, old, now.Find(property.Name)) ? now.With(property.Name, old)
                    : now.Find(property.Name) is { } current
                        ? now.With(property.Name, InWordsOf(property, old, current))
                    : now;
            }
        }

        return new ObjectValue(now);
    }

    private static IEnumerable<PropertyValue> Placed(
        ListType list,
        CanonicalFormAttribute? form,
        ImmutableArray<PropertyValue> before,
        ImmutableArray<PropertyValue> now
    )
    {
        var places = Places(list, form, before, now);
        var placed = before.Select((old, place) => (Old: old, Now: Array.IndexOf(places, place)));
        return
        [
            .. placed
                .Where(static pair => pair.Now >= 0)
                .Select(pair => InWordsOf(list.Item, form, pair.Old, now[pair.Now])),
            .. now.Where((_, index) => places[index] < 0),
        ];
    }

    // Of each element that there is now, the place of the one that it was; -1 for one more than there were.
    private static int[] Places(
        ListType list,
        CanonicalFormAttribute? form,
        ImmutableArray<PropertyValue> before,
        ImmutableArray<PropertyValue> now
    )
    {
        var places = Enumerable.Range(0, now.Length).Select(index => list.Unordered ? -1 : index).ToArray();
        if (!list.Unordered)
        {
            return [.. places.Select(place => place < before.Length ? place : -1)];
        }

        var alike =
            from place in Enumerable.Range(0, before.Length)
            from index in Enumerable.Range(0, now.Length)
            orderby Likeness(list.Item, form, before[place], now[index]) descending, Math.Abs(place - index), place
            select (place, index);
        var taken = new HashSet<int>();
        foreach (var (place, index) in alike)
        {
            if (places[index] < 0 && !taken.Contains(place))
            {
                places[index] = place;
                taken.Add(place);
            }
        }

        return places;
    }

    // How much of one element is in the other: all of it counts more than any part.
    private static int Likeness(
        TypeModel type,
        CanonicalFormAttribute? form,
        PropertyValue left,
        PropertyValue right
    ) =>
        Sameness.Same(type, form, left, right) ? int.MaxValue
        : (type, left.Unwrapped, right.Unwrapped) is (ObjectType obj, ObjectValue a, ObjectValue b)
            ? obj.Object.Properties.Count(property =>
                Sameness.Same(property, a.Fields.Find(property.Name), b.Fields.Find(property.Name))
            )
        : 0;
}
