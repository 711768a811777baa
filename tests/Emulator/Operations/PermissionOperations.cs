using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Sections 4.2.8 and 4.2.9.</summary>
internal static class PermissionOperations
{
    private const int MostPerPage = 500;
    private static readonly HashSet<string> Fields = ["permissions", "action"];

    public static Answer List(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.View);
        var filter = call.Query.Text("permission");
        var found = Listed(call, service)
            .Select((permission, order) => (Permission: permission, Order: (long)order))
            .Where(item =>
                filter is null || item.Permission.Value.Contains(filter, StringComparison.OrdinalIgnoreCase)
            );
        return Listing.Page(
            call,
            "permissions",
            found,
            new(item => item.Permission.CreatedAt, Updated: null, item => item.Order),
            item => call.Dialect.Permission(item.Permission),
            MostPerPage
        );
    }

    public static Answer Act(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var body = call.Body(Fields);
        var action = body.Text("action", "EndPoint.3035");
        if (action is not ("add" or "remove"))
        {
            throw new ApiException("EndPoint.3035", action);
        }
        var named = Named(call, body);
        // Adding what is there and removing what is not there both succeed: the documents list no code for either.
        var kept =
            action == "remove"
                ? service.Permissions.Where(permission => !named.Contains(permission.Value))
                : service.Permissions.Concat(
                    named
                        .Except(service.Permissions.Select(permission => permission.Value))
                        .Select(value => new Permission(CloudStore.NewId(), value, call.Now))
                );
        var changed = service with { Permissions = [.. kept] };
        if (changed.Permissions.Count > call.Options.PermissionQuota)
        {
            throw new ApiException("EndPoint.3049");
        }
        call.Cloud.Put(changed);
        return Answer.Ok(() =>
            new JsonObject
            {
                ["permissions"] = new JsonArray([
                    .. changed.Permissions.Select(permission => JsonValue.Create(permission.Value)),
                ]),
            }
        );
    }

    private static HashSet<string> Named(Call call, BodyReader body)
    {
        var texts = body.Texts("permissions", "EndPoint.3002") ?? [];
        if (texts.Count == 0)
        {
            throw new ApiException("EndPoint.3036");
        }
        if (texts.Count > call.Options.PermissionsPerCall)
        {
            throw new ApiException("EndPoint.0016", $"{texts.Count}, at most {call.Options.PermissionsPerCall}");
        }
        return texts
            .Select(text => PermissionText.Canonical(text) ?? throw new ApiException("EndPoint.3002", text))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<Permission> Listed(Call call, EndpointService service) =>
        call.Options.ListsOwnDomain
            ? service.Permissions.Prepend(
                new Permission(service.Id, PermissionText.Prefix + service.DomainId, service.CreatedAt)
            )
            : service.Permissions;
}
