namespace Vpcep.Emulator;

/// <summary>Sections 4.2.8 and 4.2.9.</summary>
internal static class PermissionOperations
{
    private const int MostPerPage = 500;
    private static readonly HashSet<string> Types = [PermissionText.DomainType, PermissionText.PathType];

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
            item => call.Dialect.Writer.Permission(item.Permission),
            MostPerPage
        );
    }

    public static Answer Act(Call call)
    {
        var service = call.OwnService("EndPoint.2003", call.Cloud.View);
        var body = call.Body(call.Dialect.PermissionFields);
        var action = body.Text("action", "EndPoint.3035");
        if (action is not ("add" or "remove"))
        {
            throw new ApiException("EndPoint.3035", action);
        }
        var type = TypeOf(body);
        var texts = body.Texts("permissions", "EndPoint.3002") ?? [];
        CheckCount(call, texts.Count);
        var named = texts.Select(text => Canonical(text, type)).ToHashSet(StringComparer.Ordinal);
        // Adding what is there and removing what is not there both succeed: the documents list no code for either.
        var changed =
            action == "remove"
                ? service with
                {
                    Permissions = [.. service.Permissions.Where(entry => !named.Contains(entry.Value))],
                }
                : WithAdded(call, service, named.Select(value => (value, "")));
        call.Cloud.Put(changed);
        return Answer.Ok(() => call.Dialect.Writer.Permissions(changed.Permissions, type));
    }

    /// <summary>The type of the records in a body.</summary>
    public static string TypeOf(BodyReader body) =>
        body.OneOf("permission_type", Types, "EndPoint.3002") ?? PermissionText.DomainType;

    public static string Canonical(string? text, string type) =>
        PermissionText.Canonical(text ?? "", type) ?? throw new ApiException("EndPoint.3002", $"{text} as {type}");

    public static void CheckCount(Call call, int count)
    {
        if (count == 0)
        {
            throw new ApiException("EndPoint.3036");
        }
        if (count > call.Options.PermissionsPerCall)
        {
            throw new ApiException("EndPoint.0016", $"{count}, at most {call.Options.PermissionsPerCall}");
        }
    }

    /// <summary>The service with records for those of the values that have none.</summary>
    public static EndpointService WithAdded(
        Call call,
        EndpointService service,
        IEnumerable<(string Value, string Description)> added
    )
    {
        var present = service.Permissions.Select(permission => permission.Value).ToHashSet(StringComparer.Ordinal);
        var changed = service with
        {
            Permissions =
            [
                .. service.Permissions,
                .. added
                    .Where(entry => present.Add(entry.Value))
                    .Select(entry => new Permission(CloudStore.NewId(), entry.Value, call.Now, entry.Description)),
            ],
        };
        return changed.Permissions.Count <= call.Options.PermissionQuota
            ? changed
            : throw new ApiException("EndPoint.3049");
    }

    private static IEnumerable<Permission> Listed(Call call, EndpointService service) =>
        call.Options.ListsOwnDomain
            ? service.Permissions.Prepend(
                new Permission(service.Id, PermissionText.Prefix + service.DomainId, service.CreatedAt)
            )
            : service.Permissions;
}
