using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>The elements of a policy or of a statement, taken out one by one; what nobody can take stays among the others.</summary>
internal sealed class PolicyElements(PropertyValue value)
{
    private PropertyMap _left = value is ObjectValue obj ? obj.Fields : PropertyMap.Empty.With("", value);

    /// <summary>What was not taken; null when all was.</summary>
    public IReadOnlyDictionary<string, PropertyValue>? Others => _left.Count > 0 ? _left : null;

    /// <summary>The values that one value or a list of them means.</summary>
    public static ImmutableArray<PropertyValue> Items(PropertyValue? value) =>
        value switch
        {
            null or NullValue => [],
            ListValue list => list.Items,
            _ => [value],
        };

    /// <summary>Takes whatever it is; null for nothing.</summary>
    public PropertyValue? Any(string name)
    {
        var found = _left.Find(name);
        _left = _left.Without(name);
        return Sameness.IsAbsent(found) ? null : found;
    }

    /// <summary>Takes a text.</summary>
    public string? Text(string name) => _left.Find(name) is StringValue ? (Any(name) as StringValue)?.Value : null;

    /// <summary>Takes one text or a list of texts.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        !Items(_left.Find(name)).All(static item => item is StringValue) ? null
        : Any(name) is { } texts ? [.. Items(texts).Select(static item => ((StringValue)item).Value)]
        : null;

    /// <summary>Takes the effect, which every statement has.</summary>
    public OpenEnum<PolicyEffect> Effect() => PolicyEffectWire.Open(Text("Effect")) ?? PolicyEffect.Allow;
}
