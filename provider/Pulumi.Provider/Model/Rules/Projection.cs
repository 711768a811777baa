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
            if (!Sameness.IsNull(old))
            {
                // What is said to be nothing, where the cloud chooses, is left to the cloud as what is not said.
                if (Sameness.Same(property, old, current) || (property.Computed && Sameness.IsAbsent(old)))
                {
                    entries.Add(KeyValuePair.Create(property.Name, old!));
                }
                else if (Sameness.Effective(property, current) is { } effective)
                {
                    entries.Add(KeyValuePair.Create(property.Name, Merging.InWordsOf(property, old!, effective)));
                }
            }
            else if (!Sameness.Same(property, null, current) && (oldInputs is null || !property.Computed))
            {
                entries.Add(KeyValuePair.Create(property.Name, Sameness.Effective(property, current)!));
            }
        }

        return new PropertyMap(entries);
    }

    /// <summary>
    /// The state in the user's words: outputs that mean the same as the input of their name are that input, and in the others
    /// what means the same. What is the cloud's own is no output.
    /// </summary>
    public static PropertyMap InTheUsersWords(ObjectModel model, PropertyMap inputs, PropertyMap state)
    {
        foreach (var property in model.Properties)
        {
            var (input, output) = (inputs.Find(property.Name), state.Find(property.Name));
            if (property.ReservedPrefix is not null && !Sameness.IsAbsent(output))
            {
                output = Sameness.Effective(property, output);
                state = output is null ? state.Without(property.Name) : state.With(property.Name, output);
            }

            if (Sameness.IsNull(input) || input!.ContainsUnknowns)
            {
                continue;
            }

            if (Sameness.Same(property, input, output))
            {
                state = state.With(property.Name, input);
            }
            else if (!Sameness.IsNull(output))
            {
                state = state.With(property.Name, Merging.InWordsOf(property, input, output!));
            }
        }

        return state;
    }
}
