using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider.Functions;

/// <summary>What to find, by which tags; without any filter, all. What fits has to fit all that is given.</summary>
[PropertyObject]
[TerraformName("vpcep_resources_by_tags")]
public sealed partial record GetResourcesByTagsArgs
{
    /// <summary>What to find.</summary>
    public required TaggedResourceType ResourceType { get; init; }

    /// <summary>Those that have all of these.</summary>
    [Count(0, 20)]
    public IReadOnlyList<TagFilter>? Tags { get; init; }

    /// <summary>Those that have any of these.</summary>
    [Count(0, 20)]
    public IReadOnlyList<TagFilter>? TagsAny { get; init; }

    /// <summary>Those that do not have all of these.</summary>
    [Count(0, 20)]
    public IReadOnlyList<TagFilter>? NotTags { get; init; }

    /// <summary>Those that have none of these.</summary>
    [Count(0, 20)]
    public IReadOnlyList<TagFilter>? NotTagsAny { get; init; }

    /// <summary>Those that have these of the cloud's own tags, whose keys begin with `_sys_`.</summary>
    [RequiresFeature(nameof(CloudFeatures.SystemTagQueries))]
    [Count(0, 10)]
    public IReadOnlyList<TagFilter>? SysTags { get; init; }

    /// <summary>Whether to find those without any tag. Then the cloud does not look at the lists of tags above.</summary>
    [RequiresFeature(nameof(CloudFeatures.SystemTagQueries))]
    public bool? WithoutAnyTag { get; init; }

    /// <summary>What they are like besides.</summary>
    [Count(0, 1)]
    public IReadOnlyList<ResourceMatch>? Matches { get; init; }

    /// <summary>Whether to count them only: `resources` is empty then, and the cloud is asked once, however many they are.</summary>
    public bool? CountOnly { get; init; }
}

/// <summary>The VPC endpoint services, or the VPC endpoints, of the project that have certain tags, from all pages.</summary>
[PropertyObject]
public sealed partial record GetResourcesByTagsResult
{
    /// <summary>What was found.</summary>
    public required IReadOnlyList<TaggedResourceInfo> Resources { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Finds resources by tags.</summary>
internal sealed class GetResourcesByTags(Session session) : IFunction<GetResourcesByTagsArgs, GetResourcesByTagsResult>
{
    private const int MostHuaweiKeys = 10;

    public async Task<GetResourcesByTagsResult> InvokeAsync(Invocation call, GetResourcesByTagsArgs args)
    {
        session.Require(CloudFeatures.TagQueries, "finding resources by tags");
        var (tags, kind, token) = (session.Client.Tags, GetTags.KindOf(args.ResourceType), call.CancellationToken);
        var query = new TagQuery
        {
            Tags = Values(args.Tags, "tags"),
            TagsAny = Values(args.TagsAny, "tagsAny"),
            NotTags = Values(args.NotTags, "notTags"),
            NotTagsAny = Values(args.NotTagsAny, "notTagsAny"),
            SystemTags = Values(args.SysTags, "sysTags"),
            WithoutAnyTag = args.WithoutAnyTag,
            Matches = args
                .Matches?.Select(static match => new ResourceTag(ResourceMatchKeyWire.Write(match.Key), match.Value))
                .ToList(),
        };
        if (args.CountOnly is true)
        {
            var count = await tags.CountAsync(kind, query, token).ConfigureAwait(false);
            return new() { Resources = [], TotalCount = checked((int)count) };
        }

        var found = await tags.FindAsync(kind, query, token).CollectAsync(token).ConfigureAwait(false);
        return new()
        {
            Resources =
            [
                .. found.Select(static item => new TaggedResourceInfo
                {
                    ResourceId = item.Id,
                    ResourceName = item.Name,
                    Tags = TagMap.From(item.Tags) ?? TagMap.Empty,
                }),
            ],
            TotalCount = found.Count,
        };
    }

    // The cloud refuses them, with codes that name no place.
    private List<TagValues>? Values(IReadOnlyList<TagFilter>? filters, string name)
    {
        if (filters is null)
        {
            return null;
        }

        if (filters.Count > MostHuaweiKeys && session.Cloud.Allows(CloudFeatures.SystemTagQueries))
        {
            throw Refused(name, $"has {filters.Count} keys, and {session.Place} takes at most {MostHuaweiKeys}");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, filter) in filters.Index())
        {
            var values = filter.Values ?? [];
            if (filter.Key.Trim() is not { Length: > 0 } key)
            {
                throw Refused($"{name}[{index}].key", "is empty; give the key of a tag");
            }

            if (!keys.Add(key))
            {
                throw Refused($"{name}[{index}].key", $"'{key}' stands there twice; give its values in one element");
            }

            if (values.Select(static value => value.Trim()).Distinct(StringComparer.Ordinal).Count() < values.Count)
            {
                throw Refused($"{name}[{index}].values", "one of them stands there twice; remove it");
            }
        }

        return [.. filters.Select(static filter => new TagValues(filter.Key.Trim(), filter.Values ?? []))];
    }

    private static OperationException Refused(string path, string problem) =>
        new(FailureKind.InvalidInput, $"{path}: {problem}");
}
