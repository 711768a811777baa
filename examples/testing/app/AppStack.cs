using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

namespace App;

/// <summary>An interface that other accounts may use, and our own way to it.</summary>
public sealed class AppStack : Stack
{
    public AppStack()
    {
        var config = new Pulumi.Config();
        var service = new EndpointService(
            "api",
            new EndpointServiceArgs
            {
                VpcId = config.Require("serviceVpcId"),
                PortId = config.Require("servicePortId"),
                ServerType = ServerType.Lb,
                ApprovalEnabled = false,
                Ports =
                {
                    new PortMappingArgs { ClientPort = 443, ServerPort = 8443 },
                },
            }
        );
        foreach (var account in config.GetObject<string[]>("accounts") ?? [])
        {
            _ = new ServicePermission(
                $"api-{account}",
                new ServicePermissionArgs { EndpointServiceId = service.Id, Permission = $"iam:domain::{account}" }
            );
        }

        var endpoint = new Endpoint(
            "api",
            new EndpointArgs
            {
                EndpointServiceId = service.Id,
                VpcId = config.Require("vpcId"),
                SubnetId = config.Require("subnetId"),
                EnableDns = true,
            }
        );
        Address = endpoint.Ip.Apply(static ip => $"https://{ip}");
    }

    [Output("address")]
    public Output<string> Address { get; private set; }
}
