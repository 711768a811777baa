using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

// So many private paths, each a service, a permission and an endpoint; how many and of what kind is configuration.
return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    var vpc = config.Require("vpcId");
    var subnet = config.Require("subnetId");
    var endpoints = new List<Output<string>>();
    foreach (var port in config.RequireObject<string[]>("ports").Select(static (id, index) => (Id: id, Index: index)))
    {
        var service = new EndpointService(
            $"service-{port.Index}",
            new()
            {
                VpcId = vpc,
                PortId = port.Id,
                ServerType = ServerType.Lb,
                ApprovalEnabled = false,
                Ports =
                {
                    new PortMappingArgs { ClientPort = config.GetInt32("clientPort") ?? 80, ServerPort = 8080 },
                },
            }
        );
        _ = new ServicePermission(
            $"permission-{port.Index}",
            new() { EndpointServiceId = service.Id, Permission = $"iam:domain::{port.Index:00000000}" }
        );
        var endpoint = new Endpoint(
            $"endpoint-{port.Index}",
            new()
            {
                EndpointServiceId = service.Id,
                VpcId = vpc,
                SubnetId = subnet,
                EnableDns = config.GetBoolean("enableDns") ?? true,
            }
        );
        endpoints.Add(endpoint.Ip!);
    }

    return new Dictionary<string, object?> { ["addresses"] = Output.All(endpoints) };
});
