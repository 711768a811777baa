using Pulumi;
using Pulumi.Vpcep;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // Somebody else's service, by the full name that its owner gives out.
    var service = GetServiceSummary.Invoke(
        new GetServiceSummaryInvokeArgs { FullName = config.Require("serviceName") }
    );

    var endpoint = new Endpoint(
        "reports",
        new EndpointArgs
        {
            EndpointServiceId = service.Apply(static service => service.Id),
            VpcId = config.Require("vpcId"),
            SubnetId = config.Require("subnetId"),
            EnableDns = true,
            // `pulumi up` ends when the owner has accepted, and fails when they reject.
            WaitForAcceptance = true,
        },
        // People take longer than clouds. When the time is up the endpoint stays, and the next `pulumi up` waits on.
        new CustomResourceOptions
        {
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromHours(1), Update = TimeSpan.FromHours(1) },
        }
    );

    return new Dictionary<string, object?>
    {
        ["endpointId"] = endpoint.Id,
        ["address"] = endpoint.Ip,
        ["names"] = endpoint.DnsNames,
    };
});
