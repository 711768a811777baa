using Vpcep.Client;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.ServicePermission;

namespace Vpcep.Provider.Adopt;

/// <summary>What of a project becomes a resource, under which name.</summary>
/// <param name="Resources">In an order in which each comes after what it names.</param>
/// <param name="LeftOut">What does not, and why.</param>
internal sealed record Adoption(IReadOnlyList<Adoptable> Resources, IReadOnlyList<string> LeftOut)
{
    /// <summary>Chooses, and names after what the cloud calls things.</summary>
    /// <param name="contents">What there is.</param>
    /// <param name="given">Names that people gave, by token and id.</param>
    public static Adoption Of(ProjectContents contents, IReadOnlyDictionary<(string Token, string Id), string> given)
    {
        var names = new ResourceNames(given);
        var leftOut = new List<string>();
        var services = contents.Services.Where(one => IsSettled(one.Service, leftOut)).ToList();
        var endpoints = contents.Endpoints.Where(one => IsSettled(one, leftOut)).ToList();
        foreach (var service in services)
        {
            names.Add(ResourceKind.Service, service.Service.Id, NameOf(service), service.Service.Id);
            foreach (var permission in service.Permissions)
            {
                names.Add(
                    ResourceKind.Permission,
                    new PermissionId(service.Service.Id, permission.Name).ToString(),
                    $"{NameOf(service)}-for-{Whom(permission.Name)}",
                    $"{service.Service.Id}-{permission.Name}"
                );
            }
        }

        foreach (var endpoint in endpoints)
        {
            var service = services.Find(one => Same(one.Service.Id, endpoint.EndpointServiceId));
            names.Add(ResourceKind.Endpoint, endpoint.Id, NameOf(endpoint, service), endpoint.Id);
        }

        foreach (var service in services)
        {
            foreach (var connection in service.Connections.Where(one => IsDecided(service.Service, one)))
            {
                names.Add(
                    ResourceKind.Approval,
                    new ApprovalId(service.Service.Id, connection.EndpointId).ToString(),
                    $"{NameOf(service)}-{Start(connection.EndpointId)}-approval",
                    connection.EndpointId
                );
            }
        }

        return new(names.Choose(), leftOut);
    }

    private static string NameOf(HeldService service) => service.ShortName ?? $"service-{Start(service.Service.Id)}";

    private static string NameOf(Client.Endpoint endpoint, HeldService? service) =>
        $"{service?.ShortName ?? LastWord(endpoint.EndpointServiceName) ?? "endpoint"}-{Start(endpoint.Id)}";

    // region.name.id, region.id, or names of the operator's with more parts, such as com.example.region.obs.
    private static string? LastWord(string? fullName)
    {
        var parts = (fullName ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => null,
            [.. var before, var last] when IsId(last) => before.Length > 1 ? before[^1] : null,
            _ => parts[^1],
        };
    }

    private static bool IsId(string text) => text.Length >= 32 && Guid.TryParse(text, out _);

    private static string Whom(string permission) =>
        permission == PermissionName.Everyone ? "everyone"
        : permission.StartsWith(PermissionName.DomainPrefix, StringComparison.Ordinal)
            ? Start(permission[PermissionName.DomainPrefix.Length..])
        : permission.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, .., var unit] ? unit
        : permission[(permission.LastIndexOf(':') + 1)..];

    private static string Start(string id) => id.Length > 8 ? id[..8] : id;

    // Where nobody has to be asked, only a refusal is somebody's decision.
    private static bool IsDecided(EndpointService service, Connection connection) =>
        connection.Status.IsStatus(EndpointStatus.Rejected)
        || (
            service.ApprovalEnabled is not false
            && (
                connection.Status.IsStatus(EndpointStatus.Accepted)
                || connection.Status.IsStatus(EndpointStatus.PendingAcceptance)
            )
        );

    private static bool IsSettled(EndpointService service, List<string> leftOut) =>
        service.Status is null
        || service.Status.IsStatus(ServiceStatus.Available)
        || Without(leftOut, ResourceKind.Service, service.Id, service.Status);

    private static bool IsSettled(Client.Endpoint endpoint, List<string> leftOut) =>
        endpoint.Status is null
        || endpoint.Status.IsStatus(EndpointStatus.Accepted)
        || endpoint.Status.IsStatus(EndpointStatus.PendingAcceptance)
        || endpoint.Status.IsStatus(EndpointStatus.Rejected)
        || Without(leftOut, ResourceKind.Endpoint, endpoint.Id, endpoint.Status);

    private static bool Without(List<string> leftOut, ResourceKind kind, string id, string status)
    {
        leftOut.Add($"left out {kind.Word} {id}: its status is {status}");
        return false;
    }

    private static bool Same(string one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
