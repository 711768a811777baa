using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Sorting and paging, the same for every list.</summary>
internal static class Listing
{
    /// <summary>A page of <paramref name="found"/>, written by <paramref name="write"/> under <paramref name="name"/>.</summary>
    public static Answer Page<T>(
        Call call,
        string name,
        IEnumerable<T> found,
        SortKeys<T> keys,
        Func<T, JsonNode> write,
        int most = 1000
    )
    {
        var sorted = Sort(call, found, keys);
        var limit = call.Query.Limit(most);
        var page = sorted.Skip(call.Query.Offset(sorted.Count)).Take(limit).ToList();
        return Answer.Ok(() =>
            new JsonObject { [name] = new JsonArray([.. page.Select(write)]), ["total_count"] = sorted.Count }
        );
    }

    private static List<T> Sort<T>(Call call, IEnumerable<T> found, SortKeys<T> keys)
    {
        var key = call.Query.Text("sort_key") ?? call.Dialect.CreatedKey;
        var value =
            key == call.Dialect.CreatedKey ? keys.Created
            : key == call.Dialect.UpdatedKey && keys.Updated is { } updated ? updated
            : throw new ApiException("EndPoint.0017", $"sort_key={key}");
        var ascending = call.Query.OneOf("sort_dir", "EndPoint.0018", "asc", "desc") == "asc";
        return
        [
            .. ascending
                ? found.OrderBy(value).ThenBy(keys.Order)
                : found.OrderByDescending(value).ThenByDescending(keys.Order),
        ];
    }
}

/// <summary>What a list can be sorted by; <paramref name="Order"/> decides between equals.</summary>
internal sealed record SortKeys<T>(
    Func<T, DateTimeOffset> Created,
    Func<T, DateTimeOffset>? Updated,
    Func<T, long> Order
)
{
    public static SortKeys<T> Of<TObject>()
        where TObject : CloudObject, T =>
        new(item => ((TObject)item!).CreatedAt, item => ((TObject)item!).UpdatedAt, item => ((TObject)item!).Sequence);
}
