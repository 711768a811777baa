using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>
/// Keeps secret what was. A step may move a secret, cut it or build something of it: what is at its path stays secret, and so
/// does what repeats it; where neither is found, all that the step touched is.
/// </summary>
internal sealed class Keeping
{
    // Shorter ones are parts of ordinary words.
    private const int ShortestPart = 3;

    private readonly List<Secret> _secrets = [];

    private Keeping() { }

    /// <summary>What a step made, with what was secret before it marked.</summary>
    public static PropertyMap Secrets(PropertyMap old, PropertyMap made)
    {
        if (!new ObjectValue(old).ContainsSecrets)
        {
            return made;
        }

        var keeping = new Keeping();
        keeping.Learn(new ObjectValue(old), within: null);
        var marked = ((ObjectValue)keeping.Marked(new ObjectValue(made), new ObjectValue(old))).Fields;
        return keeping._secrets.TrueForAll(static secret => secret.IsKept) ? marked : Touched(old, marked);
    }

    private static PropertyMap Touched(PropertyMap old, PropertyMap made)
    {
        foreach (var (name, value) in made)
        {
            made = value.Equals(old.Find(name)) ? made : made.With(name, value.AsSecret());
        }

        return made;
    }

    private void Learn(PropertyValue value, Secret? within)
    {
        if (within is null && value is SecretValue or OutputValue { IsSecret: true })
        {
            _secrets.Add(within = new Secret(value));
        }

        switch (value)
        {
            case SecretValue secret:
                Learn(secret.Value, within);
                break;
            case OutputValue { Value: { } inner }:
                Learn(inner, within);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Learn(item, within);
                }

                break;
            case ObjectValue obj:
                foreach (var field in obj.Fields.Values)
                {
                    Learn(field, within);
                }

                break;
            case not (NullValue or StringValue { Value: "" }):
                within?.Lost.Add(value);
                within?.Leaves.Add(value);
                break;
        }
    }

    private PropertyValue Marked(PropertyValue made, PropertyValue? was)
    {
        if (
            was is not null
            && made is not NullValue
            && _secrets.Find(secret => ReferenceEquals(secret.Whole, was)) is { } here
        )
        {
            here.Lost.Clear();
            return made.AsSecret();
        }

        if (made is SecretValue || made.Equals(was))
        {
            _ = made.ContainsSecrets && Repeats(made);
            return made; // it holds no secret but its own, which are wrapped
        }

        switch (made)
        {
            case ListValue list:
                var items = (was?.Unwrapped as ListValue)?.Items ?? [];
                return new ListValue(list.Items.Select((item, i) => Marked(item, items.ElementAtOrDefault(i))));
            case ObjectValue obj:
                var fields = (was?.Unwrapped as ObjectValue)?.Fields;
                return new ObjectValue(
                    new PropertyMap(
                        obj.Fields.Select(field =>
                            KeyValuePair.Create(field.Key, Marked(field.Value, fields?.Find(field.Key)))
                        )
                    )
                );
            default:
                return Repeats(made) ? made.AsSecret() : made;
        }
    }

    // Whether any secret is in it; each that is, is not lost.
    private bool Repeats(PropertyValue made)
    {
        switch (made.Unwrapped)
        {
            case ListValue list:
                return list.Items.Aggregate(false, (found, item) => Repeats(item) || found); // each may hold another
            case ObjectValue obj:
                return obj.Fields.Values.Aggregate(false, (found, field) => Repeats(field) || found);
            default:
                var found = false;
                foreach (var secret in _secrets)
                {
                    found |= secret.Leaves.Exists(leaf => IsIn(leaf, made.Unwrapped));
                    secret.Lost.RemoveAll(leaf => IsIn(leaf, made.Unwrapped));
                }

                return found;
        }
    }

    private static bool IsIn(PropertyValue leaf, PropertyValue made) =>
        leaf.Equals(made)
        || leaf is StringValue { Value: { Length: >= ShortestPart } text }
            && made is StringValue whole
            && whole.Value.Contains(text, StringComparison.Ordinal);

    private sealed class Secret(PropertyValue whole)
    {
        public PropertyValue Whole => whole;

        public List<PropertyValue> Leaves { get; } = [];

        public List<PropertyValue> Lost { get; } = [];

        public bool IsKept => Lost.Count == 0;
    }
}
