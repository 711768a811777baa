using Pulumi;
using Pulumi.Vpcep;

// Every endpoint of a VPC that somebody made by hand, as resources of this stack. Nothing is made, changed or replaced:
// each is described as it is, and imported by its id.
return await Deployment.RunAsync(async () =>
{
    var config = new Pulumi.Config();
    var found = await GetEndpoints.InvokeAsync(
        new GetEndpointsArgs { VpcId = config.Require("vpcId"), SortDirection = SortDirection.Ascending }
    );

    foreach (var endpoint in found.Endpoints.Where(static endpoint => endpoint.ServiceType == "interface"))
    {
        _ = new Endpoint(
            $"endpoint-{endpoint.Id[..8]}",
            new EndpointArgs
            {
                EndpointServiceId = endpoint.EndpointServiceId!,
                VpcId = endpoint.VpcId!,
                SubnetId = endpoint.SubnetId!,
                EnableDns = endpoint.EnableDns ?? false,
                Whitelist = [.. endpoint.Whitelist],
                EnableWhitelist = endpoint.EnableWhitelist ?? false,
            },
            new CustomResourceOptions { ImportId = endpoint.Id }
        );
    }

    return new Dictionary<string, object?> { ["adopted"] = found.TotalCount };
});
