using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Tags of services and endpoints after creation.</summary>
internal static class TagOperations
{
    private static readonly HashSet<string> Fields = ["tags", "action"];
    private static readonly HashSet<string> Actions = ["create", "delete"];

    public static Answer Act(Call call)
    {
        var resource = Resource(call);
        var body = call.Body(Fields);
        var action = body.OneOf("action", Actions, "EndPoint.0007") ?? throw new ApiException("EndPoint.0007");
        var items = body.Objects("tags") ?? [];
        if (items.Count == 0)
        {
            throw new ApiException("EndPoint.3066");
        }
        var tags = action == "create" ? Added(call, resource, items) : Removed(resource, items);
        if (resource is EndpointService service)
        {
            call.Cloud.Put(service with { Tags = tags, UpdatedAt = call.Now });
        }
        else
        {
            call.Cloud.Put((VpcEndpoint)resource with { Tags = tags, UpdatedAt = call.Now });
        }
        return new Answer(call.Dialect.TagStatus);
    }

    public static Answer List(Call call)
    {
        var tags = ResourcesOf(call, call.View)
            .SelectMany(resource => resource.Tags)
            .GroupBy(tag => tag.Key)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                (group.Key, Values: group.Select(tag => tag.Value).Distinct().Order(StringComparer.Ordinal).ToList())
            )
            .ToList();
        return Answer.Ok(() => new JsonObject { ["tags"] = new JsonArray([.. tags.Select(Write)]) });
    }

    /// <summary>The caller's resources of the type in the path.</summary>
    public static IEnumerable<CloudObject> ResourcesOf(Call call, ReadView view) =>
        call.Path("resource_type") switch
        {
            "endpoint_service" => call.Cloud.ServicesOf(call.Caller.ProjectId, view),
            "endpoint" => call.Cloud.EndpointsOf(call.Caller.ProjectId, view),
            var other => throw new ApiException("EndPoint.3070", other),
        };

    private static CloudObject Resource(Call call)
    {
        var id = call.Id("resource_id", "EndPoint.0002");
        // As it is: a lag is a matter of reading.
        return ResourcesOf(call, call.Cloud.View).FirstOrDefault(resource => resource.Id == id)
            ?? throw new ApiException("EndPoint.0005");
    }

    /// <summary>A key that is there gets the new value.</summary>
    private static List<Tag> Added(Call call, CloudObject resource, IReadOnlyList<BodyReader> items)
    {
        var added = items
            .Select(item => new Tag(
                Key(item),
                item.Text("value") ?? throw new ApiException("EndPoint.3068", "no value")
            ))
            .ToList();
        call.Dialect.Tags.Check(added);
        var keys = added.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
        List<Tag> tags = [.. resource.Tags.Where(tag => !keys.Contains(tag.Key)), .. added];
        TagRules.CheckCount(tags.Count);
        return tags;
    }

    /// <summary>By key and value where a value is given, otherwise by key. What is not there is no error.</summary>
    private static List<Tag> Removed(CloudObject resource, IReadOnlyList<BodyReader> items)
    {
        var removed = items.Select(item => (Key: Key(item), Value: item.Text("value"))).ToList();
        return
        [
            .. resource.Tags.Where(tag =>
                !removed.Exists(item => item.Key == tag.Key && (item.Value is null || item.Value == tag.Value))
            ),
        ];
    }

    private static string Key(BodyReader item) =>
        item.Text("key") is { Length: > 0 } key ? key : throw new ApiException("EndPoint.3066", "key is empty");

    private static JsonObject Write((string Key, List<string> Values) tag) =>
        new()
        {
            ["key"] = tag.Key,
            ["values"] = new JsonArray([.. tag.Values.Select(value => JsonValue.Create(value))]),
        };
}
