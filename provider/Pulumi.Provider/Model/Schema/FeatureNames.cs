using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Finds declarations that name a feature which the provider does not know: a slip that would gate nothing.</summary>
internal static class FeatureNames
{
    /// <exception cref="InvalidOperationException">Lists every such declaration.</exception>
    public static void Verify(ProviderDefinition provider)
    {
        var models = provider
            .Resources.SelectMany(static entry => Models(entry.Key, entry.Value.Inputs, entry.Value.State))
            .Concat(
                provider.Components.SelectMany(static entry =>
                    Models(entry.Key, entry.Value.Inputs, entry.Value.Outputs)
                )
            )
            .Concat(provider.Lists.SelectMany(static entry => Models(entry.Key, entry.Value.Query)))
            .Concat(
                provider.Methods.SelectMany(static entry => Models(entry.Key, entry.Value.Args, entry.Value.Result))
            )
            .Concat(
                provider.Functions.SelectMany(static entry => Models(entry.Key, entry.Value.Args, entry.Value.Result))
            );
        var slips = models
            .SelectMany(static model => Named(model.Place, model.Model))
            .Where(name => !provider.Features.ContainsKey(name.Feature))
            .Select(static name => $"{name.Place} names the feature '{name.Feature}', which the provider does not list")
            // The configuration decides what there is, so it cannot depend on it.
            .Concat(Named("config", provider.Config).Select(static name => $"{name.Place} cannot depend on a feature"))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (slips.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", slips));
        }
    }

    private static IEnumerable<(string Place, ObjectModel Model)> Models(string token, params ObjectModel[] models) =>
        models.Select(model => (token, model));

    private static IEnumerable<(string Place, string Feature)> Named(string place, ObjectModel model) =>
        model.Properties.SelectMany(property =>
            Named($"{place}.{property.Name}", property.RequiresFeature, property.ReplaceOnChangeUnless)
                .Concat(Named($"{place}.{property.Name}", property.Type))
        );

    private static IEnumerable<(string Place, string Feature)> Named(string place, TypeModel type) =>
        type switch
        {
            ListType list => Named(place, list.Item),
            MapType map => Named(place, map.Item),
            UnionType union => union.Flat.SelectMany(one => Named(place, one)),
            ObjectType nested => Named(place, nested.Object),
            EnumType choices => choices.Enum.Members.SelectMany(member =>
                Named($"{place}.{member.Name}", member.RequiresFeature)
            ),
            _ => [],
        };

    private static IEnumerable<(string Place, string Feature)> Named(string place, params string?[] features) =>
        features.OfType<string>().Select(feature => (place, feature));
}
