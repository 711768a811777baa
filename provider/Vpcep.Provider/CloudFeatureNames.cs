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

    /// <summary>What to warn of whoever uses the feature in the cloud; null where it is certain, or not there.</summary>
    public static string? DoubtIn(CloudHosts cloud, CloudFeatures feature) =>
        cloud.DoubtOf(feature) is { } reason
            ? $"not confirmed for {cloud.Title}: {reason}. It may be refused, or do nothing"
            : null;

    private static string Words(CloudFeatures feature)
    {
        var certain = Listed(CloudHosts.With(feature));
        var perhaps = Listed(CloudHosts.All.Where(cloud => cloud.DoubtOf(feature) is not null));
        return perhaps.Length == 0 ? certain : $"{certain}, perhaps also on {perhaps}";
    }

    private static string Listed(IEnumerable<CloudHosts> clouds)
    {
        string[] titles = [.. clouds.Select(static cloud => cloud.Title)];
        return titles is [.. var first, var last] && first.Length > 0
            ? $"{string.Join(", ", first)} and {last}"
            : string.Concat(titles);
    }
}
