using Pulumi;
using Pulumi.Vpcep;

// Asks, and makes nothing: what there is, what there may be, and who is connected. Every function reads all pages.
return await Deployment.RunAsync(async () =>
{
    var versions = await GetApiVersions.InvokeAsync();
    var quotas = await GetQuotas.InvokeAsync();
    var offered = await GetPublicServices.InvokeAsync(
        new GetPublicServicesArgs { SortDirection = SortDirection.Ascending }
    );
    var endpoints = await GetEndpoints.InvokeAsync(
        new GetEndpointsArgs { SortKey = SortKey.UpdatedAt, SortDirection = SortDirection.Descending }
    );
    var services = await GetEndpointServices.InvokeAsync();

    // Those who connect to our services, of any account, and those who wait to be let in.
    var connections = new List<string>();
    foreach (var service in services.EndpointServices)
    {
        var users = await GetServiceConnections.InvokeAsync(
            new GetServiceConnectionsArgs { EndpointServiceId = service.Id }
        );
        connections.AddRange(
            users.Connections.Select(user =>
                $"{service.FullName}: endpoint {user.EndpointId} of account {user.DomainId} is {user.Status}"
            )
        );
    }

    return new Dictionary<string, object?>
    {
        ["versions"] = versions.Versions.Select(static version => $"{version.Id} {version.Status}").ToArray(),
        ["quotas"] = quotas.Quotas.ToDictionary(
            static quota => quota.Type,
            static quota => $"{quota.Used} of {quota.Quota}"
        ),
        ["publicServices"] = offered
            .PublicServices.Select(static service => $"{service.FullName} ({service.ServiceType})")
            .ToArray(),
        ["services"] = services
            .EndpointServices.Select(static service => $"{service.FullName} is {service.Status}")
            .ToArray(),
        ["endpoints"] = endpoints
            .Endpoints.Select(static endpoint => $"{endpoint.Id} {endpoint.Ip} is {endpoint.Status}")
            .ToArray(),
        ["connections"] = connections,
    };
});
