using Vpcep.Client;

namespace Vpcep.Provider.Adopt;

/// <summary>Who reaches which service through what.</summary>
/// <param name="Services">Services: the project's own, and those that its endpoints lead to.</param>
/// <param name="Paths">The ways to them.</param>
/// <param name="Findings">What a reviewer would ask about.</param>
internal sealed record ConnectionMap(
    IReadOnlyList<MappedService> Services,
    IReadOnlyList<ConnectionPath> Paths,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Where the service stands among <see cref="Services"/>.</summary>
    public int IndexOf(string serviceId)
    {
        for (var i = 0; i < Services.Count; i++)
        {
            if (Same(Services[i].Id, serviceId))
            {
                return i;
            }
        }

        throw new ArgumentException($"the map has no service {serviceId}", nameof(serviceId));
    }

    /// <summary>Draws the map of a project, under the names that an import would give.</summary>
    public static ConnectionMap Of(ProjectContents contents, IReadOnlyList<Adoptable> resources)
    {
        var names = resources.ToDictionary(static one => (one.Kind, one.Id), static one => one.Name);
        var services = contents
            .Services.Select(one => new MappedService(
                one.Service.Id,
                NameOf(ResourceKind.Service, one.Service.Id) ?? one.Service.Name ?? one.Service.Id,
                one.Service.VpcId,
                IsOwn: true,
                one.Service.ApprovalEnabled,
                [.. one.Permissions.Select(static permission => permission.Name)]
            ))
            .ToList();
        services.AddRange(
            contents
                .Endpoints.Where(endpoint => !services.Exists(one => Same(one.Id, endpoint.EndpointServiceId)))
                .DistinctBy(
                    static endpoint => endpoint.EndpointServiceId ?? endpoint.EndpointServiceName,
                    StringComparer.OrdinalIgnoreCase
                )
                .Select(static endpoint => new MappedService(
                    endpoint.EndpointServiceId ?? endpoint.EndpointServiceName ?? "",
                    endpoint.EndpointServiceName ?? endpoint.EndpointServiceId ?? "a service",
                    VpcId: null,
                    IsOwn: false,
                    ApprovalEnabled: null,
                    Permissions: []
                ))
        );
        var own = contents.Endpoints.Select(static one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ConnectionPath[] paths =
        [
            .. contents.Endpoints.Select(endpoint => new ConnectionPath(
                endpoint.VpcId,
                Account: null,
                endpoint.Id,
                NameOf(ResourceKind.Endpoint, endpoint.Id) ?? endpoint.Id,
                endpoint.Ip,
                endpoint.EndpointServiceId ?? endpoint.EndpointServiceName ?? "",
                endpoint.Status
            )),
            .. contents.Services.SelectMany(one =>
                one.Connections.Where(connection => !own.Contains(connection.EndpointId))
                    .Select(connection => new ConnectionPath(
                        VpcId: null,
                        connection.DomainId ?? "an account that is not told",
                        connection.EndpointId,
                        connection.EndpointId,
                        Ip: null,
                        one.Service.Id,
                        connection.Status
                    ))
            ),
        ];
        return new(services, paths, [.. Review.Of(contents, resources)]);

        string? NameOf(ResourceKind kind, string id) => names.GetValueOrDefault((kind, id));
    }

    private static bool Same(string one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A service of the map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="VpcId">The VPC of its server; null for others' services.</param>
/// <param name="IsOwn">Whether it is the project's.</param>
/// <param name="ApprovalEnabled">Whether its owner is asked; null for others' services.</param>
/// <param name="Permissions">Who may connect.</param>
internal sealed record MappedService(
    string Id,
    string Name,
    string? VpcId,
    bool IsOwn,
    bool? ApprovalEnabled,
    IReadOnlyList<string> Permissions
);

/// <summary>A way to a service.</summary>
/// <param name="VpcId">The VPC that it begins in; null when that is not this project's to know.</param>
/// <param name="Account">The account that the endpoint is of; null for the project's own endpoints.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="EndpointName">What it is called.</param>
/// <param name="Ip">Its address, where there is one.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Status">How far the connection is.</param>
internal sealed record ConnectionPath(
    string? VpcId,
    string? Account,
    string EndpointId,
    string EndpointName,
    string? Ip,
    string ServiceId,
    string? Status
)
{
    /// <summary>Where it begins, in words.</summary>
    public string Source => VpcId is not null ? $"VPC {VpcId}" : $"account {Account ?? "of this project"}";

    /// <summary>Whether traffic may pass.</summary>
    public bool IsAccepted => Status.IsStatus(EndpointStatus.Accepted);
}

/// <summary>What a reviewer would ask about.</summary>
/// <param name="Kind">Which question it is.</param>
/// <param name="Resource">What it is about: a service or an endpoint.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Message">What is the matter.</param>
internal sealed record Finding(string Kind, ResourceKind Resource, string Id, string Name, string Message);
