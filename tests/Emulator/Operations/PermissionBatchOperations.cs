using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Whitelist records with descriptions, added, removed and described by id.</summary>
internal static class PermissionBatchOperations
{
    private static readonly HashSet<string> CreateFields = ["permissions", "permission_type"];
    private static readonly HashSet<string> DeleteFields = ["permissions"];
    private static readonly HashSet<string> DescribeFields = ["permission"];

    public static Answer Create(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var body = call.Body(CreateFields);
        var type = PermissionOperations.TypeOf(body);
        var items = body.Objects("permissions", "EndPoint.3002") ?? [];
        PermissionOperations.CheckCount(call, items.Count);
        var wanted = items
            .Select(item => (PermissionOperations.Canonical(item.Text("permission"), type), item.Description() ?? ""))
            .ToList();
        var changed = PermissionOperations.WithAdded(call, service, wanted);
        call.Cloud.Put(changed);
        var values = wanted.Select(item => item.Item1).ToHashSet(StringComparer.Ordinal);
        return Show(call, changed.Permissions.Where(permission => values.Contains(permission.Value)));
    }

    public static Answer Delete(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var items = call.Body(DeleteFields).Objects("permissions", "EndPoint.3002") ?? [];
        PermissionOperations.CheckCount(call, items.Count);
        var ids = items
            .Select(item => item.Id("id", "EndPoint.3002") ?? throw new ApiException("EndPoint.3002", "no id"))
            .ToHashSet(StringComparer.Ordinal);
        var removed = service.Permissions.Where(permission => ids.Contains(permission.Id)).ToList();
        call.Cloud.Put(service with { Permissions = [.. service.Permissions.Except(removed)] });
        return Show(call, removed);
    }

    public static Answer Describe(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var body = call.Body(DescribeFields).Object("permission");
        var description = body?.Description() ?? throw new ApiException("EndPoint.2002", "permission.description");
        var id = call.Id("permission_id", "EndPoint.3002");
        var found =
            service.Permissions.FirstOrDefault(permission => permission.Id == id)
            ?? throw new ApiException("EndPoint.0005");
        var described = found with { Description = description };
        call.Cloud.Put(
            service with
            {
                Permissions = [.. service.Permissions.Select(entry => entry == found ? described : entry)],
            }
        );
        return Show(call, [described]);
    }

    private static Answer Show(Call call, IEnumerable<Permission> permissions) =>
        Answer.Ok(() =>
            new JsonObject { ["permissions"] = new JsonArray([.. permissions.Select(call.Dialect.Writer.Permission)]) }
        );
}
