using System.Collections.Immutable;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>
/// What code does with values that are outputs of other resources: takes them apart without losing that they are secret,
/// not known yet or somebody's, and hands them on.
/// </summary>
public static class Lineage
{
    /// <summary>The value as an output: known or not, secret or not, of these resources besides those it names itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="secret">True makes it secret; one that is secret stays so.</param>
    /// <param name="dependencies">URNs of the resources it comes from.</param>
    public static PropertyValue From(
        this PropertyValue value,
        bool secret,
        params ImmutableArray<string> dependencies
    ) =>
        value switch
        {
            _ when !secret && dependencies.IsEmpty => value,
            SecretValue inner => inner.Value.From(secret: true, dependencies),
            OutputValue output => new OutputValue(
                output.Value,
                output.IsSecret || secret,
                [.. output.Dependencies.Union(dependencies, StringComparer.Ordinal)]
            ),
            UnknownValue => new OutputValue(null, secret, dependencies),
            _ => new OutputValue(value, secret, dependencies),
        };

    /// <summary>What the function makes of the value, of the same lineage; not known where the value is not.</summary>
    public static PropertyValue Apply(this PropertyValue value, Func<PropertyValue, PropertyValue> function) =>
        value.Unwrapped is UnknownValue ? value : Inside(value, function(value.Unwrapped));

    /// <summary>The entries of an object, each with what is around them; none where it is absent or not known yet.</summary>
    public static IEnumerable<KeyValuePair<string, PropertyValue>> Entries(this PropertyValue? value) =>
        value?.Unwrapped is ObjectValue obj
            ? obj.Fields.Select(field => KeyValuePair.Create(field.Key, Inside(value, field.Value)))
            : [];

    /// <summary>The elements of a list, each with what is around them; none where it is absent or not known yet.</summary>
    public static IEnumerable<PropertyValue> Elements(this PropertyValue? value) =>
        value?.Unwrapped is ListValue list ? list.Items.Select(item => Inside(value, item)) : [];

    /// <summary>The resources that the value, or anything inside of it, comes from.</summary>
    public static IEnumerable<string> Sources(this PropertyValue value) =>
        value switch
        {
            OutputValue output => output.Dependencies.Concat(output.Value?.Sources() ?? []),
            SecretValue secret => secret.Value.Sources(),
            ListValue list => list.Items.SelectMany(Sources),
            ObjectValue obj => obj.Fields.Values.SelectMany(Sources),
            _ => [],
        };

    /// <summary>The value without its lineage: what is secret is marked so, what is not known is the unknown.</summary>
    public static PropertyValue Plain(this PropertyValue value) =>
        value switch
        {
            OutputValue { IsSecret: true } output => PlainContent(output).AsSecret(),
            OutputValue output => PlainContent(output),
            SecretValue secret => secret.Value.Plain().AsSecret(),
            ListValue list => new ListValue(list.Items.Select(Plain)),
            ObjectValue obj => new ObjectValue(obj.Fields.Plain()),
            _ => value,
        };

    /// <summary>The values without their lineage.</summary>
    public static PropertyMap Plain(this PropertyMap map) =>
        new(map.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value.Plain())));

    /// <summary>The value with nothing of it secret.</summary>
    public static PropertyValue Revealed(this PropertyValue value) =>
        value switch
        {
            SecretValue secret => secret.Value.Revealed(),
            OutputValue output => output with { IsSecret = false, Value = output.Value?.Revealed() },
            ListValue { ContainsSecrets: true } list => new ListValue(list.Items.Select(Revealed)),
            ObjectValue { ContainsSecrets: true } obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(static field => KeyValuePair.Create(field.Key, field.Value.Revealed()))
                )
            ),
            _ => value,
        };

    private static PropertyValue PlainContent(OutputValue output) => output.Value?.Plain() ?? PropertyValue.Unknown;

    private static PropertyValue Inside(PropertyValue outer, PropertyValue inner) =>
        outer switch
        {
            OutputValue { Value: { } value } output => Inside(value, inner).From(output.IsSecret, output.Dependencies),
            SecretValue secret => Inside(secret.Value, inner).From(secret: true),
            _ => inner,
        };
}
