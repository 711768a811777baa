using Vpcep.Client;

namespace Vpcep.Provider.Adopt;

/// <summary>What a reviewer of private connections would ask about.</summary>
internal static class Review
{
    /// <summary>The findings: of each service, then of each endpoint.</summary>
    public static IEnumerable<Finding> Of(ProjectContents contents, IReadOnlyList<Adoptable> resources)
    {
        var names = resources.ToDictionary(static one => (one.Kind, one.Id), static one => one.Name);
        var own = contents.Endpoints.Select(static one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var service in contents.Services)
        {
            foreach (var (kind, message) in Of(service, own))
            {
                yield return About(ResourceKind.Service, service.Service.Id, kind, message);
            }
        }

        foreach (var endpoint in contents.Endpoints)
        {
            if (WhyUnusable(endpoint) is { } reason)
            {
                yield return About(ResourceKind.Endpoint, endpoint.Id, "unusable", $"nobody can use it: {reason}");
            }

            foreach (var reach in PolicyReach.Of(endpoint.PolicyStatement, endpoint.PolicyDocument))
            {
                yield return About(ResourceKind.Endpoint, endpoint.Id, "wildcardPolicy", $"its policy allows {reach}");
            }
        }

        Finding About(ResourceKind kind, string id, string question, string message) =>
            new(question, kind, id, names.GetValueOrDefault((kind, id)) ?? id, message);
    }

    private static IEnumerable<(string Kind, string Message)> Of(HeldService held, HashSet<string> own)
    {
        var permissions = held.Permissions.Select(static permission => permission.Name).ToList();
        var isOpen = permissions.Contains(PermissionName.Everyone);
        if (isOpen)
        {
            yield return ("everyone", "any account may connect: it has a permission for everyone");
        }

        if (held.Service.ApprovalEnabled is false)
        {
            yield return ("noApproval", "connections need no approval");
        }

        // Whom a path of an organization lets in, only the organization knows.
        if (isOpen || permissions.Exists(static name => PermissionName.TypeOf(name) == "orgPath"))
        {
            yield break;
        }

        var account =
            held.Service.DomainId
            ?? held.Connections.FirstOrDefault(connection => own.Contains(connection.EndpointId))?.DomainId;
        foreach (var connection in held.Connections)
        {
            var isKnown =
                own.Contains(connection.EndpointId)
                || (
                    connection.DomainId is { } domain
                    && (domain == account || permissions.Contains(PermissionName.DomainPrefix + domain))
                );
            if (!isKnown)
            {
                yield return (
                    "unknownAccount",
                    $"no permission names the account {connection.DomainId ?? "(which is not told)"} of endpoint {connection.EndpointId}, {connection.Status ?? "connected"}"
                );
            }
        }
    }

    private static string? WhyUnusable(Client.Endpoint endpoint) =>
        endpoint.Status.IsStatus(EndpointStatus.Rejected) ? "the owner of the service has rejected it"
        : endpoint.Status.IsStatus(EndpointStatus.Failed) ? "it could not be made"
        : endpoint is { EnableWhitelist: true, Whitelist: null or { Count: 0 } } ? "its whitelist is on and empty"
        : endpoint is { ServiceType: "gateway", RouteTables.Count: 0 } ? "no route table leads to it"
        : string.Equals(endpoint.EnableStatus, "disable", StringComparison.OrdinalIgnoreCase) ? "it is switched off"
        : PolicyReach.DeniesAll(endpoint.PolicyStatement, endpoint.PolicyDocument) ? "its policy denies everything"
        : endpoint.ActiveStatus is { Count: > 0 } states && !states.Contains("active", StringComparer.OrdinalIgnoreCase)
            ? $"the account is {string.Join(", ", states)}"
        : null;
}
