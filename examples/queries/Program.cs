using Pulumi;
using Pulumi.Vpcep;

// Asks, makes nothing: what a team wants to know before it plans.
return await Deployment.RunAsync(() =>
{
    var quotas = GetQuotas.Invoke();
    var versions = GetApiVersions.Invoke();
    var services = GetPublicServices.Invoke();
    var endpoints = GetEndpoints.Invoke(
        new GetEndpointsInvokeArgs { SortKey = SortKey.UpdatedAt, SortDirection = SortDirection.Descending }
    );

    return new Dictionary<string, object?>
    {
        ["quotas"] = quotas.Apply(static result =>
            result.Quotas.Select(static quota => $"{quota.Type}: {quota.Used} of {quota.Quota}").ToArray()
        ),
        ["versions"] = versions.Apply(static result =>
            result.Versions.Select(static version => $"{version.Id} {version.Status}").ToArray()
        ),
        ["publicServices"] = services.Apply(static result =>
            result.PublicServices.Select(static service => $"{service.FullName} ({service.ServiceType})").ToArray()
        ),
        ["endpoints"] = endpoints.Apply(static result =>
            result.Endpoints.Select(static endpoint => $"{endpoint.Id} {endpoint.Status} {endpoint.Ip}").ToArray()
        ),
    };
});
