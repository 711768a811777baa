using System.Globalization;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>The small pieces that generated marshalling code is made of.</summary>
public static class Marshal
{
    /// <summary>The required property of the map, read by the given reader.</summary>
    public static T Required<T>(PropertyMap map, string name, Func<PropertyValue, T> read) =>
        Present(map, name) is { } value
            ? Read(name, value, read)
            : throw new FormatException($"required property '{name}' is missing");

    /// <summary>The optional reference property of the map, or null; an empty text is none.</summary>
    public static T? Optional<T>(PropertyMap map, string name, Func<PropertyValue, T> read)
        where T : class =>
        Present(map, name) is { Unwrapped: not StringValue { Value: "" } } value ? Read(name, value, read) : null;

    /// <summary>The optional value property of the map, or null; an empty text is none.</summary>
    public static T? OptionalValue<T>(PropertyMap map, string name, Func<PropertyValue, T> read)
        where T : struct =>
        Present(map, name) is { Unwrapped: not StringValue { Value: "" } } value ? Read(name, value, read) : null;

    /// <summary>Reads a text.</summary>
    public static string String(PropertyValue value) =>
        value.Unwrapped is StringValue text ? text.Value : throw Mismatch("a string", value);

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(PropertyValue value) =>
        value.Unwrapped is BoolValue flag ? flag.Value : throw Mismatch("true or false", value);

    /// <summary>Reads a whole number.</summary>
    public static int Integer(PropertyValue value) =>
        value.Unwrapped is NumberValue { Value: var number }
        && number == Math.Truncate(number)
        && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw Mismatch("a whole number", value);

    /// <summary>Reads a whole number of up to 53 bits, which is what numbers of the protocol hold.</summary>
    public static long Long(PropertyValue value) =>
        value.Unwrapped is NumberValue { Value: var number }
        && number == Math.Truncate(number)
        && Math.Abs(number) <= 1L << 53
            ? (long)number
            : throw Mismatch("a whole number", value);

    /// <summary>Reads a number.</summary>
    public static double Number(PropertyValue value) =>
        value.Unwrapped is NumberValue number ? number.Value : throw Mismatch("a number", value);

    /// <summary>Reads any value, secrets in it still wrapped.</summary>
    public static PropertyValue Any(PropertyValue value) => value;

    /// <summary>Reads a text that is JSON.</summary>
    public static JsonText Json(PropertyValue value) => new(String(value));

    /// <summary>Reads the content of a file.</summary>
    public static AssetValue Asset(PropertyValue value) =>
        value.Unwrapped as AssetValue ?? throw Mismatch("an asset", value);

    /// <summary>Reads the content of a folder.</summary>
    public static ArchiveValue Archive(PropertyValue value) =>
        value.Unwrapped as ArchiveValue ?? throw Mismatch("an archive", value);

    /// <summary>Reads a reference to a resource.</summary>
    public static ResourceReferenceValue Reference(PropertyValue value) =>
        value.Unwrapped as ResourceReferenceValue ?? throw Mismatch("a resource reference", value);

    /// <summary>Reads a value of one of two types.</summary>
    public static Union<TFirst, TSecond> Union<TFirst, TSecond>(
        PropertyValue value,
        UnionType type,
        Func<PropertyValue, TFirst> first,
        Func<PropertyValue, TSecond> second
    ) =>
        type.CaseOf(value) is not { } one ? throw Mismatch(TypeWords.Of(type), value)
        : ReferenceEquals(one, type.Cases[0]) ? new(first(value))
        : new(second(value));

    /// <summary>Reads a list.</summary>
    public static IReadOnlyList<T> List<T>(PropertyValue value, Func<PropertyValue, T> read) =>
        value.Unwrapped is ListValue list
            ?
            [
                .. list.Items.Select(
                    (item, index) => Read(string.Create(CultureInfo.InvariantCulture, $"[{index}]"), item, read)
                ),
            ]
            : throw Mismatch("a list", value);

    /// <summary>Reads a map.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(PropertyValue value, Func<PropertyValue, T> read) =>
        value.Unwrapped is ObjectValue obj
            ? obj.Fields.ToDictionary(
                static entry => entry.Key,
                entry => Read(entry.Key, entry.Value, read),
                StringComparer.Ordinal
            )
            : throw Mismatch("an object", value);

    /// <summary>Reads a nested object.</summary>
    public static T Object<T>(PropertyValue value)
        where T : IPropertyObject<T> =>
        value.Unwrapped is ObjectValue obj ? T.Decode(obj.Fields) : throw Mismatch("an object", value);

    /// <summary>The model of a nested object.</summary>
    public static ObjectModel Model<T>()
        where T : IPropertyObject<T> => T.Model;

    /// <summary>Writes a list.</summary>
    public static PropertyValue List<T>(IEnumerable<T> items, Func<T, PropertyValue> write) =>
        new ListValue(items.Select(write));

    /// <summary>Writes a map.</summary>
    public static PropertyValue Map<T>(IEnumerable<KeyValuePair<string, T>> entries, Func<T, PropertyValue> write) =>
        new ObjectValue(new PropertyMap(entries.Select(entry => KeyValuePair.Create(entry.Key, write(entry.Value)))));

    /// <summary>Writes a nested object.</summary>
    public static PropertyValue Object<T>(T value)
        where T : IPropertyObject<T> => new ObjectValue(value.Encode());

    /// <summary>The failure of reading a value of another kind; never quotes the value, which may be secret.</summary>
    public static FormatException Mismatch(string expected, PropertyValue actual) =>
        new($"expected {expected}, got {Kind(actual)}");

    /// <summary>What kind of value it is, in words for messages.</summary>
    public static string Kind(PropertyValue value) =>
        value.Unwrapped switch
        {
            NullValue => "null",
            BoolValue => "a boolean",
            NumberValue => "a number",
            StringValue => "a string",
            ListValue => "a list",
            ObjectValue => "an object",
            UnknownValue => "an unknown value",
            AssetValue => "an asset",
            ArchiveValue => "an archive",
            ResourceReferenceValue => "a resource reference",
            _ => "another kind of value",
        };

    private static PropertyValue? Present(PropertyMap map, string name) =>
        map.TryGetValue(name, out var value) && value.Unwrapped is not NullValue ? value : null;

    private static T Read<T>(string name, PropertyValue value, Func<PropertyValue, T> read)
    {
        try
        {
            return read(value);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"property '{name}': {problem.Message}", problem);
        }
    }
}
