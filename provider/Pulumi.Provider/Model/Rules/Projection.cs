using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Carries what the cloud holds back onto what a user wrote, so that a refresh shows drift and nothing else.</summary>
public static class Projection
{
    /// <summary>
    /// The inputs that would give this state. What still means the same keeps the user's spelling, order and secrecy;
    /// what the user left to the cloud or to a default stays out while the cloud agrees. An import has what the cloud chose
    /// too: its inputs would make the same thing again.
    /// </summary>
    /// <param name="model">The inputs' model.</param>
    /// <param name="oldInputs">The inputs of the last operation; null for an import, which has none.</param>
    /// <param name="state">The state as just read.</param>
    public static PropertyMap ToInputs(ObjectModel model, PropertyMap? oldInputs, PropertyMap state)
    {
        var entries = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var property in model.Properties)
        {
            var old = oldInputs?.Find(property.Name);
            var current = state.Find(property.Name);
            if (old is { Unwrapped: not NullValue })
            {
                if (Sameness.Same(property, old, current))
                {
                    entries.Add(KeyValuePair.Create(property.Name, old));
                }
                else if (current is { Unwrapped: not NullValue })
                {
                    entries.Add(KeyValuePair.Create(property.Name, old.ContainsSecrets ? current.AsSecret() : current));
                }
            }
            else if (
                current is not null
                && !Sameness.Same(property, null, current)
                && (oldInputs is null || !property.Computed)
            )
            {
                entries.Add(KeyValuePair.Create(property.Name, current));
            }
        }

        return new PropertyMap(entries);
    }

    /// <summary>The state in the user's words: outputs that mean the same as the input of their name are that input.</summary>
    public static PropertyMap InTheUsersWords(ObjectModel model, PropertyMap inputs, PropertyMap state)
    {
        foreach (var property in model.Properties)
        {
            if (
                inputs.Find(property.Name) is { Unwrapped: not NullValue } input
                && state.Find(property.Name) is { } output
                && !input.ContainsUnknowns
            )
            {
                var said = Sameness.Same(property, input, output) ? input : output;
                state = state.With(property.Name, input.ContainsSecrets ? said.AsSecret() : said);
            }
        }

        return state;
    }
}
