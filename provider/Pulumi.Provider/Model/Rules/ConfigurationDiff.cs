using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Compares two configurations of a provider by where they lead.</summary>
internal static class ConfigurationDiff
{
    /// <summary>
    /// What changes; it replaces the provider, and with it all of its resources, only where both places are known and differ.
    /// Never silent about a setting that counts: after "no change" the engine configures with the old ones once more.
    /// </summary>
    /// <param name="provider">The provider.</param>
    /// <param name="before">The inputs of the state.</param>
    /// <param name="after">The inputs as CheckConfig answered them, unknowns included.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="ignored">Paths whose changes do not count.</param>
    public static ImmutableArray<Change> Between(
        ProviderDefinition provider,
        PropertyMap before,
        PropertyMap after,
        Func<string, string?> environment,
        IgnoredPaths ignored
    )
    {
        var model = provider.Config;
        (before, after) = (Configuration.ToNative(model, before), Configuration.ToNative(model, after));
        // What the environment says now, it may have said then, unless CheckConfig has seen that it did not.
        var there = provider.PlaceOf(
            before,
            Configuration.IsChecked(before)
                ? []
                : model
                    .Properties.Where(property =>
                        IsAbsent(before.Find(property.Name))
                        && Configuration.VariableOf(property, after, environment) is not null
                    )
                    .Select(static property => property.Name)
        );
        var changes = InputDiff.Between(model, before, PropertyMap.Empty, after, ignored, Features.All);
        var moves = provider.PlaceOf(after).DiffersFrom(there);
        return
        [
            .. changes.Select(change =>
                change with
                {
                    Replaces = moves && (change.Replaces || TellsPlace(model, change.Path)),
                }
            ),
        ];
    }

    private static bool TellsPlace(ObjectModel model, PropertyPath path) =>
        path.Head is { } name && model.Find(name) is { TellsPlace: true };

    private static bool IsAbsent(PropertyValue? value) => value?.Unwrapped is null or NullValue;
}
