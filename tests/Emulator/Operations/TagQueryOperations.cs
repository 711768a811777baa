using System.Globalization;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Resources by tag. Limit and offset are strings here.</summary>
internal static class TagQueryOperations
{
    private const int Most = 1000;
    private static readonly HashSet<string> Actions = ["filter", "count"];

    public static Answer Query(Call call)
    {
        var resources = TagOperations.ResourcesOf(call, call.View);
        var body = call.Body(call.Dialect.TagQueryFields);
        var action = body.OneOf("action", Actions, "EndPoint.0007") ?? throw new ApiException("EndPoint.0007");
        if (action == "count" && (body.Has("limit") || body.Has("offset")))
        {
            throw new ApiException("EndPoint.0002", "limit and offset are for filter");
        }
        var limit = Number(body, "limit", 1, Most, "EndPoint.0006") ?? Most;
        var offset = Number(body, "offset", 0, int.MaxValue, "EndPoint.0010") ?? 0;
        var query = TagQuery.Read(body, call.Dialect);
        var found = resources.Where(query.Fits).OrderByDescending(resource => resource.Sequence).ToList();
        if (action == "count")
        {
            return Answer.Ok(() => new JsonObject { ["total_count"] = found.Count });
        }
        var page = found.Skip(offset).Take(limit).ToList();
        return Answer.Ok(() =>
            new JsonObject
            {
                ["resources"] = new JsonArray([
                    .. page.Select(resource =>
                        call.Dialect.Writer.TaggedResource(resource.Id, TagQuery.NameOf(resource), resource.Tags)
                    ),
                ]),
                ["total_count"] = found.Count,
            }
        );
    }

    private static int? Number(BodyReader body, string name, int least, int most, string code) =>
        body.Text(name, code) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
        : throw new ApiException(code, $"{name}={text}");
}
