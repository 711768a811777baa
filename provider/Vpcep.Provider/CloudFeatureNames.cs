using System.Collections.Frozen;
using Vpcep.Client;

namespace Vpcep.Provider;

/// <summary>The names that declarations call the clouds' features by.</summary>
internal static class CloudFeatureNames
{
    private static readonly FrozenDictionary<string, CloudFeatures> ByName = Enum.GetValues<CloudFeatures>()
        .Where(static feature => feature != CloudFeatures.None)
        .ToFrozenDictionary(static feature => feature.ToString(), StringComparer.Ordinal);

    /// <summary>Where each feature exists, in words.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } =
        ByName.ToFrozenDictionary(static entry => entry.Key, static entry => Words(entry.Value));

    /// <summary>The feature of that name.</summary>
    public static CloudFeatures Find(string name) => ByName[name];

    private static string Words(CloudFeatures feature)
    {
        string[] titles = [.. CloudHosts.With(feature).Select(static cloud => cloud.Title)];
        return titles is [.. var first, var last] && first.Length > 0
            ? $"{string.Join(", ", first)} and {last}"
            : string.Concat(titles);
    }
}
