using System.Collections.Frozen;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>Tags as the cloud lists them, and as programs write them.</summary>
internal static class TagMap
{
    /// <summary>No tags.</summary>
    public static IReadOnlyDictionary<string, string> Empty { get; } = FrozenDictionary<string, string>.Empty;

    /// <summary>By key; null stays null.</summary>
    public static IReadOnlyDictionary<string, string>? From(IReadOnlyList<ResourceTag>? tags) =>
        tags
            ?.GroupBy(static tag => tag.Key, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Last().Value ?? "", StringComparer.Ordinal);

    /// <summary>As requests have them; null stays null.</summary>
    public static IReadOnlyList<ResourceTag>? ToRequest(IReadOnlyDictionary<string, string>? tags) =>
        tags is null
            ? null
            :
            [
                .. tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal)
                    .Select(static tag => new ResourceTag(tag.Key, tag.Value)),
            ];
}
