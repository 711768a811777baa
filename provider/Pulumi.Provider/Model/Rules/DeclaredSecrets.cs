using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>What declarations say of secrets, whatever the program said of the values.</summary>
internal static class DeclaredSecrets
{
    /// <summary>The values with those marked that are declared secret, at any depth.</summary>
    public static PropertyMap Mark(ObjectModel model, PropertyMap values)
    {
        foreach (var (name, value) in values)
        {
            if (model.Find(name) is { } property)
            {
                var marked = property.Secret ? value.AsSecret() : Mark(property.Type, value);
                values = ReferenceEquals(marked, value) ? values : values.With(name, marked);
            }
        }

        return values;
    }

    /// <summary>
    /// The outputs with those marked that are secret by themselves or with one of the inputs, and those revealed that never
    /// are.
    /// </summary>
    /// <param name="model">The outputs' model.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="inputModel">The inputs' model.</param>
    /// <param name="inputs">The inputs, where they are known.</param>
    public static PropertyMap MarkOutputs(
        ObjectModel model,
        PropertyMap outputs,
        ObjectModel inputModel,
        PropertyMap? inputs
    )
    {
        outputs = Mark(model, outputs);
        foreach (var property in model.Properties)
        {
            if (outputs.Find(property.Name) is not { } value)
            {
                continue;
            }

            if (property.NeverSecret)
            {
                outputs = outputs.With(property.Name, value.Revealed());
            }
            else if (property.SecretWith.Any(IsSecret))
            {
                outputs = outputs.With(property.Name, value.AsSecret());
            }
        }

        return outputs;

        bool IsSecret(string input) =>
            inputModel.Find(input) is { Secret: true } || inputs?.Find(input) is { ContainsSecrets: true };
    }

    private static PropertyValue Mark(TypeModel type, PropertyValue value)
    {
        switch (type, value)
        {
            case (UnionType union, _) when union.CaseOf(value) is { } one:
                return Mark(one, value);
            case (ObjectType nested, ObjectValue obj):
                var fields = Mark(nested.Object, obj.Fields);
                return ReferenceEquals(fields, obj.Fields) ? value : new ObjectValue(fields);
            case (MapType map, ObjectValue obj):
                var entries = obj.Fields;
                foreach (var (key, entry) in entries)
                {
                    var marked = Mark(map.Item, entry);
                    entries = ReferenceEquals(marked, entry) ? entries : entries.With(key, marked);
                }

                return ReferenceEquals(entries, obj.Fields) ? value : new ObjectValue(entries);
            case (ListType list, ListValue items):
                var elements = items.Items.Select(item => Mark(list.Item, item)).ToImmutableArray();
                return elements.Zip(items.Items).All(static pair => ReferenceEquals(pair.First, pair.Second))
                    ? value
                    : new ListValue(elements);
            default:
                return value; // a secret has no secrets within
        }
    }
}
