namespace Vpcep.Client;

/// <summary>Which services or endpoints to find by their tags; without any filter, all. What is null is not sent.</summary>
public sealed record TagQuery
{
    /// <summary>Those that have all of these.</summary>
    public IReadOnlyList<TagValues>? Tags { get; init; }

    /// <summary>Those that have any of these.</summary>
    public IReadOnlyList<TagValues>? TagsAny { get; init; }

    /// <summary>Those that do not have all of these.</summary>
    public IReadOnlyList<TagValues>? NotTags { get; init; }

    /// <summary>Those that have none of these.</summary>
    public IReadOnlyList<TagValues>? NotTagsAny { get; init; }

    /// <summary>Those with these of the cloud's own tags, on clouds with <see cref="CloudFeatures.SystemTagQueries"/>.</summary>
    public IReadOnlyList<TagValues>? SystemTags { get; init; }

    /// <summary>Those without any tag, whatever the lists say, on clouds with <see cref="CloudFeatures.SystemTagQueries"/>.</summary>
    public bool? WithoutAnyTag { get; init; }

    /// <summary>What the thing is like: by <c>resource_name</c>, part of its name or, where it is empty, no name at all.</summary>
    public IReadOnlyList<ResourceTag>? Matches { get; init; }
}

/// <summary>A key, and values of it: as a filter, any of them, or any value at all where there are none.</summary>
public sealed record TagValues(string Key, IReadOnlyList<string> Values);

/// <summary>What was found by its tags.</summary>
public sealed record TaggedResource
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its full name; the id of one without.</summary>
    public string? Name { get; init; }

    /// <summary>Its tags; null when the answer has none.</summary>
    public IReadOnlyList<ResourceTag>? Tags { get; init; }
}
