using Pulumi;
using Pulumi.Vpcep;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // What the cloud's operator offers: object storage is a gateway service, reached through route tables.
    var found = GetPublicServices.Invoke(new GetPublicServicesInvokeArgs { Name = config.Get("serviceName") ?? "obs" });
    var serviceId = found.Apply(static result =>
        result.PublicServices.FirstOrDefault(static service => service.ServiceType == "gateway")?.Id
        ?? throw new InvalidOperationException("no gateway service has such a name; see serviceName")
    );

    var endpoint = new Endpoint(
        "storage",
        new EndpointArgs
        {
            EndpointServiceId = serviceId,
            VpcId = config.Require("vpcId"),
            // Left out, it is the default route table of the VPC.
            RouteTables = config.GetObject<string[]>("routeTables") ?? [],
        }
    );

    return new Dictionary<string, object?>
    {
        ["service"] = endpoint.ServiceName,
        ["status"] = endpoint.Status,
        ["routeTables"] = endpoint.RouteTables,
    };
});
