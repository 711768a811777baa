using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // The publisher's side: a load balancer of one VPC becomes a service, and one account may connect to it.
    var service = new EndpointService(
        "web",
        new EndpointServiceArgs
        {
            VpcId = config.Require("serviceVpcId"),
            PortId = config.Require("servicePortId"),
            ServerType = ServerType.Lb,
            ServiceName = config.Get("serviceName") ?? "web",
            ApprovalEnabled = false,
            Ports =
            {
                new PortMappingArgs
                {
                    ClientPort = config.GetInt32("clientPort") ?? 443,
                    ServerPort = config.GetInt32("serverPort") ?? 8443,
                },
            },
        }
    );
    var permission = new ServicePermission(
        "consumer",
        new ServicePermissionArgs
        {
            EndpointServiceId = service.Id,
            Permission = $"iam:domain::{config.Require("consumerDomainId")}",
        }
    );

    // The consumer's side: an address and a private name in the other VPC that lead to the service.
    var endpoint = new Endpoint(
        "web",
        new EndpointArgs
        {
            EndpointServiceId = service.Id,
            VpcId = config.Require("consumerVpcId"),
            SubnetId = config.Require("consumerSubnetId"),
            EnableDns = true,
        },
        // Only needed when the consumer is another account, which cannot connect before it has the permission.
        new CustomResourceOptions { DependsOn = { permission } }
    );

    return new Dictionary<string, object?>
    {
        ["serviceId"] = service.Id,
        ["serviceName"] = service.FullName,
        ["endpointId"] = endpoint.Id,
        ["endpointStatus"] = endpoint.Status,
        ["address"] = endpoint.Ip,
        ["names"] = endpoint.DnsNames,
    };
});
