using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>When two values of a property mean the same to the cloud.</summary>
public static class Sameness
{
    /// <summary>
    /// True when the values are equal once secrets are looked through, what is empty counts as absent and what is absent as
    /// the default, unordered lists as sets (in any value, a list of one as its element), and spellings by their canonical form: white space around a text means
    /// nothing, nor does letter case in an enumeration. Unknowns are never the same as anything.
    /// </summary>
    public static bool Same(PropertyModel property, PropertyValue? left, PropertyValue? right) =>
        Same(property.Type, property.CanonicalForm, Effective(property, left), Effective(property, right));

    /// <summary>
    /// The value that counts: unwrapped; null where there is none; the default for an absent value; what is the cloud's own
    /// left out.
    /// </summary>
    public static PropertyValue? Effective(PropertyModel property, PropertyValue? value) =>
        IsAbsent(value) ? property.Constant ?? property.Default
        : property.ReservedPrefix is { } reserved && value!.Unwrapped is ObjectValue tags ? Unreserved(tags, reserved)
        : value!.Unwrapped;

    /// <summary>True for none, null and what is empty: an empty text, list or map, which clouds cannot tell from none.</summary>
    public static bool IsAbsent(PropertyValue? value) =>
        value?.Unwrapped
            is null
                or NullValue
                or StringValue { Value: "" }
                or ListValue { Items.IsEmpty: true }
                or ObjectValue { Fields.Count: 0 };

    /// <summary>True for none and null. An element of a list or map may be empty and still be one.</summary>
    public static bool IsNull(PropertyValue? value) => value?.Unwrapped is null or NullValue;

    /// <summary>True when two present, unwrapped or absent values of the type are the same.</summary>
    public static bool Same(TypeModel type, CanonicalFormAttribute? form, PropertyValue? left, PropertyValue? right)
    {
        (left, right) = (left?.Unwrapped, right?.Unwrapped);
        return (type, left, right) switch
        {
            (_, null or NullValue, null or NullValue) => true,
            (_, UnknownValue, _) or (_, _, UnknownValue) => false,
            (ListType list, ListValue a, ListValue b) when a.Items.Length == b.Items.Length => list.Unordered
                ? Unmatched(list, form, a, b).Left.Count == 0
                : a.Items.Zip(b.Items).All(pair => Same(list.Item, form, pair.First, pair.Second)),
            (MapType map, ObjectValue a, ObjectValue b) => a.Fields.Count == b.Fields.Count
                && a.Fields.All(entry =>
                    b.Fields.TryGetValue(entry.Key, out var other) && Same(map.Item, form, entry.Value, other)
                ),
            (ObjectType obj, ObjectValue a, ObjectValue b) => obj.Object.Properties.All(property =>
                Same(property, a.Fields.Find(property.Name), b.Fields.Find(property.Name))
            ),
            (AnyType { Unordered: true }, ListValue { Items: [var only] }, not ListValue) => Same(
                type,
                form,
                only,
                right
            ),
            (AnyType { Unordered: true }, not ListValue, ListValue { Items: [var only] }) => Same(
                type,
                form,
                left,
                only
            ),
            (AnyType any, ListValue, ListValue) => Same(new ListType(any, any.Unordered), form, left, right),
            (AnyType any, ObjectValue, ObjectValue) => Same(new MapType(any), form, left, right),
            (UnionType union, { } a, { } b) when union.CaseOf(a) is { } one && ReferenceEquals(one, union.CaseOf(b)) =>
                Same(one, form, a, b),
            (JsonType, StringValue a, StringValue b) => a.Equals(b)
                || (JsonValues.TryParse(a.Value) is { } first && first.Equals(JsonValues.TryParse(b.Value))),
            (_, AssetValue { Hash: { } hash }, AssetValue { Hash: { } other }) => hash == other,
            (_, ArchiveValue { Hash: { } hash }, ArchiveValue { Hash: { } other }) => hash == other,
            (_, ResourceReferenceValue a, ResourceReferenceValue b) => a.Urn == b.Urn
                && Equals(a.Id, b.Id)
                && a.Id is not UnknownValue,
            (EnumType, StringValue a, StringValue b) => string.Equals(
                a.Value,
                b.Value,
                StringComparison.OrdinalIgnoreCase
            ),
            (_, StringValue a, StringValue b) => Canonical(form, a.Value) == Canonical(form, b.Value),
            _ => Equals(left, right),
        };
    }

    /// <summary>The indices of the elements of two unordered lists that have no equal in the other.</summary>
    public static (List<int> Left, List<int> Right) Unmatched(
        ListType type,
        CanonicalFormAttribute? form,
        ListValue left,
        ListValue right
    )
    {
        var unmatchedRight = Enumerable.Range(0, right.Items.Length).ToList();
        var unmatchedLeft = new List<int>();
        for (var i = 0; i < left.Items.Length; i++)
        {
            var match = unmatchedRight.FindIndex(j => Same(type.Item, form, left.Items[i], right.Items[j]));
            if (match < 0)
            {
                unmatchedLeft.Add(i);
            }
            else
            {
                unmatchedRight.RemoveAt(match);
            }
        }

        return (unmatchedLeft, unmatchedRight);
    }

    private static string Canonical(CanonicalFormAttribute? form, string text) =>
        form is null ? text.Trim() : form.Canonical(text.Trim());

    private static ObjectValue? Unreserved(ObjectValue map, string reserved)
    {
        var own = map.Fields.Where(entry => !entry.Key.StartsWith(reserved, StringComparison.Ordinal)).ToList();
        return own.Count == 0 ? null : new ObjectValue(new PropertyMap(own));
    }
}
