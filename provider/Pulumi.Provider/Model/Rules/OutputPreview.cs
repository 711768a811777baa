using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>
/// What can be said of a resource's outputs before the operation runs. What may turn out otherwise is unknown; what the
/// place does not offer is absent.
/// </summary>
public static class OutputPreview
{
    /// <summary>The outputs of a create: the inputs that are given, and unknowns.</summary>
    public static PropertyMap OfCreate(
        ObjectModel inputModel,
        ObjectModel stateModel,
        PropertyMap inputs,
        Features features
    ) =>
        new(
            stateModel
                .Properties.Where(output => features.Offers(output.RequiresFeature))
                .Select(output =>
                    KeyValuePair.Create(output.Name, Given(inputModel, inputs, output) ?? Unknown(output))
                )
        );

    /// <summary>The outputs of an update: inputs as they will be, outputs that the changes leave alone, and unknowns.</summary>
    public static PropertyMap OfUpdate(
        ObjectModel inputModel,
        ObjectModel stateModel,
        PropertyMap oldState,
        PropertyMap inputs,
        IReadOnlySet<string> changed,
        Features features
    )
    {
        var entries = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var output in stateModel.Properties.Where(output => features.Offers(output.RequiresFeature)))
        {
            if (Given(inputModel, inputs, output) is { } given)
            {
                entries.Add(KeyValuePair.Create(output.Name, given));
            }
            else if (!Survives(inputModel, output, oldState, inputs, changed))
            {
                entries.Add(KeyValuePair.Create(output.Name, Unknown(output)));
            }
            else if (oldState.Find(output.Name) is { } old)
            {
                entries.Add(KeyValuePair.Create(output.Name, old));
            }
        }

        return new PropertyMap(entries);
    }

    /// <summary>True when an update that changes the named inputs leaves the output's value alone.</summary>
    public static bool Survives(
        ObjectModel inputModel,
        PropertyModel output,
        PropertyMap oldState,
        PropertyMap inputs,
        IReadOnlySet<string> changed
    ) =>
        inputModel.Find(output.Name) is { } input
            ? !changed.Contains(output.Name) && !IsNoLongerWrittenEmpty(input, oldState, inputs)
            : output.ChangesWith is { } causes && !causes.Any(changed.Contains);

    // The program said ``, `[]` or `{}` and now says nothing: no change, but no longer its words.
    private static bool IsNoLongerWrittenEmpty(PropertyModel input, PropertyMap oldState, PropertyMap inputs) =>
        inputs.Find(input.Name) is null
        && oldState.Find(input.Name) is { Unwrapped: not NullValue } empty
        && Sameness.IsAbsent(empty);

    private static PropertyValue? Given(ObjectModel inputModel, PropertyMap inputs, PropertyModel output) =>
        inputModel.Find(output.Name) is { } && inputs.Find(output.Name) is { Unwrapped: not NullValue } value
            ? value
            : null;

    private static PropertyValue Unknown(PropertyModel output) =>
        (output.Constant ?? PropertyValue.Unknown) is var value && output.Secret ? value.AsSecret() : value;
}
