using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>
/// An input as rules may see it: set, not set, or not known yet, and then it is neither and has nothing to read. A rule that
/// sees inputs only so cannot judge what a preview does not know.
/// </summary>
/// <param name="path">Where it is.</param>
/// <param name="value">What is there, or null.</param>
public readonly struct InputView(PropertyPath path, PropertyValue? value)
{
    /// <summary>All inputs of a resource.</summary>
    public static InputView Of(PropertyMap inputs) => new(PropertyPath.Root, new ObjectValue(inputs));

    /// <summary>Where it is.</summary>
    public PropertyPath Path => path;

    /// <summary>True when it is known to be something: no null, and not empty.</summary>
    public bool IsSet => value?.Unwrapped is not UnknownValue && !Sameness.IsAbsent(value);

    /// <summary>True when it is known to be nothing.</summary>
    public bool IsUnset => Sameness.IsAbsent(value);

    /// <summary>True when it is not known yet: it may turn out to be something or nothing.</summary>
    public bool IsUnknown => value?.Unwrapped is UnknownValue;

    /// <summary>True when it, or anything inside of it, is secret: not for messages, not for names.</summary>
    public bool IsSecret => value is { ContainsSecrets: true };

    /// <summary>The text; null where it is none, or not known.</summary>
    public string? Text => (value?.Unwrapped as StringValue)?.Value;

    /// <summary>The number; null where it is none, or not known.</summary>
    public double? Number => (value?.Unwrapped as NumberValue)?.Value;

    /// <summary>True or false; null where it is neither, or not known.</summary>
    public bool? Flag => (value?.Unwrapped as BoolValue)?.Value;

    /// <summary>A property of the object; not known either, where the object is not.</summary>
    public InputView this[string name] =>
        new(
            path.Append(name),
            value?.Unwrapped switch
            {
                ObjectValue known => known.Fields.Find(name),
                UnknownValue unknown => unknown,
                _ => null,
            }
        );

    /// <summary>The elements of the list, as far as it is known.</summary>
    public IEnumerable<InputView> Elements
    {
        get
        {
            var place = path;
            return value.Elements().Select((item, index) => new InputView(place.Append(index), item));
        }
    }

    /// <summary>The entries of the map, as far as it is known.</summary>
    public IEnumerable<KeyValuePair<string, InputView>> Entries
    {
        get
        {
            var place = path;
            return value
                .Entries()
                .Select(entry => KeyValuePair.Create(entry.Key, new InputView(place.Append(entry.Key), entry.Value)));
        }
    }
}
