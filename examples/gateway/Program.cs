using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // What the cloud's operator offers. Object storage is a gateway service: its endpoints have no address in a subnet,
    // route tables lead to them.
    var found = GetPublicServices.Invoke(new GetPublicServicesInvokeArgs { Name = config.Get("serviceName") ?? "obs" });
    var serviceId = found.Apply(static found =>
        found.PublicServices.FirstOrDefault(static service => service.ServiceType == "gateway")?.Id
        ?? throw new InvalidOperationException("no gateway service has such a name: see the configuration serviceName")
    );
    var service = GetServiceSummary.Invoke(new GetServiceSummaryInvokeArgs { Id = serviceId });

    var storage = new EndpointArgs { EndpointServiceId = serviceId, VpcId = config.Require("vpcId") };
    if (config.GetObject<string[]>("routeTables") is { } tables)
    {
        storage.RouteTables = tables;
    }

    // On clouds with policies: only this bucket is reached through the endpoint.
    if (config.Get("bucket") is { } bucket)
    {
        storage.PolicyStatements = new PolicyStatementArgs
        {
            Effect = PolicyEffect.Allow,
            Actions = { "obs:*:*" },
            Resources = { $"obs:*:*:bucket:{bucket}", $"obs:*:*:object:{bucket}/*" },
        };
    }

    var endpoint = new Endpoint("storage", storage);

    return new Dictionary<string, object?>
    {
        ["service"] = service.Apply(static service => service.FullName),
        ["takesPolicies"] = service.Apply(static service => service.EnablePolicy ?? false),
        ["status"] = endpoint.Status,
        ["routeTables"] = endpoint.RouteTables,
    };
});
