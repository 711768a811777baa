namespace Vpcep.Emulator;

/// <summary>The conditions of a query for resources by tag.</summary>
internal sealed record TagQuery
{
    private const int MostValues = 10;
    private const int LongestValue = 255;

    private bool WithoutAnyTag { get; init; }
    private IReadOnlyList<Condition> All { get; init; } = [];
    private IReadOnlyList<Condition> Any { get; init; } = [];
    private IReadOnlyList<Condition> NotAll { get; init; } = [];
    private IReadOnlyList<Condition> NotAny { get; init; } = [];
    private IReadOnlyList<Condition> System { get; init; } = [];
    private string? Name { get; init; }

    public static TagQuery Read(BodyReader body, Dialect dialect)
    {
        // "When it is true, tags, tags_any, not_tags and not_tags_any are ignored."
        var withoutAnyTag = body.Flag("without_any_tag") ?? false;
        IReadOnlyList<Condition> Conditions(string name) => withoutAnyTag ? [] : ConditionsOf(body, name, dialect);
        return new TagQuery
        {
            WithoutAnyTag = withoutAnyTag,
            All = Conditions("tags"),
            Any = Conditions("tags_any"),
            NotAll = Conditions("not_tags"),
            NotAny = Conditions("not_tags_any"),
            System = ConditionsOf(body, "sys_tags", dialect),
            Name = NameOf(body),
        };
    }

    public bool Fits(CloudObject resource) =>
        (!WithoutAnyTag || resource.Tags.Count == 0)
        && All.All(condition => condition.Fits(resource))
        && (Any.Count == 0 || Any.Any(condition => condition.Fits(resource)))
        && (NotAll.Count == 0 || !NotAll.All(condition => condition.Fits(resource)))
        && !NotAny.Any(condition => condition.Fits(resource))
        && System.All(condition => condition.Fits(resource))
        && (Name is null || NameFits(NameOf(resource)));

    /// <summary>"If the resource does not have a name, the ID is returned."</summary>
    public static string NameOf(CloudObject resource) =>
        resource is EndpointService service ? service.ServiceName : resource.Id;

    // Fuzzy, but exact when empty, and then nothing fits.
    private bool NameFits(string name) => Name!.Length > 0 && name.Contains(Name, StringComparison.OrdinalIgnoreCase);

    private static List<Condition> ConditionsOf(BodyReader body, string name, Dialect dialect)
    {
        var conditions = (body.Objects(name) ?? []).Select(item => ConditionOf(item, dialect)).ToList();
        if (conditions.Count > dialect.MostTagKeys)
        {
            throw new ApiException("EndPoint.3069", $"{name}: {conditions.Count} keys, at most {dialect.MostTagKeys}");
        }
        return conditions.DistinctBy(condition => condition.Key).Count() == conditions.Count
            ? conditions
            : throw new ApiException("EndPoint.3067", name);
    }

    private static Condition ConditionOf(BodyReader item, Dialect dialect)
    {
        var key = item.Text("key")?.Trim();
        var values = item.Texts("values")?.Select(value => value.Trim()).ToList();
        return key switch
        {
            null or "" => throw new ApiException("EndPoint.3066", "key"),
            _ when key.Length > dialect.LongestTagKey => throw new ApiException("EndPoint.3066", key),
            _ when values is null => throw new ApiException("EndPoint.3068", $"{key}: values are missing"),
            _ when values.Count > MostValues => throw new ApiException(
                "EndPoint.3069",
                $"{key}: {values.Count} values"
            ),
            _ when values.Exists(value => value.Length > LongestValue) => throw new ApiException("EndPoint.3068", key),
            _ when values.Distinct().Count() != values.Count => throw new ApiException("EndPoint.3071", key),
            _ => new Condition(key, values),
        };
    }

    private static string? NameOf(BodyReader body)
    {
        string? name = null;
        foreach (var match in body.Objects("matches") ?? [])
        {
            if (match.Text("key") != "resource_name" || name is not null)
            {
                throw new ApiException("EndPoint.0002", "matches: resource_name, once");
            }
            name = match.Text("value") ?? throw new ApiException("EndPoint.0002", "matches: no value");
        }
        return name;
    }

    /// <summary>A key with one of some values; with any value when there are none.</summary>
    private sealed record Condition(string Key, IReadOnlyList<string> Values)
    {
        public bool Fits(CloudObject resource) =>
            resource.Tags.Any(tag => tag.Key == Key && (Values.Count == 0 || Values.Contains(tag.Value)));
    }
}
