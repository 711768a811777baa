using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // The owner's side. With approval, every connection waits until the owner has decided about it.
    var service = new EndpointService(
        "reports",
        new EndpointServiceArgs
        {
            VpcId = config.Require("serviceVpcId"),
            PortId = config.Require("servicePortId"),
            ServerType = ServerType.Lb,
            ApprovalEnabled = true,
            Ports =
            {
                new PortMappingArgs { ClientPort = 443, ServerPort = 8443 },
            },
        }
    );

    // The consumer's side. Another account has a provider of its own, and a permission to connect at all.
    var consumer = new CustomResourceOptions();
    if (config.Get("consumerProjectId") is { } project)
    {
        consumer.Provider = new Provider(
            "consumer",
            new ProviderArgs
            {
                Cloud = Given(Pulumi.Vpcep.Config.Cloud),
                Region = Given(Pulumi.Vpcep.Config.Region),
                Endpoint = Given(Pulumi.Vpcep.Config.Endpoint),
                ProjectId = project,
                AccessKey = config.RequireSecret("consumerAccessKey"),
                SecretKey = config.RequireSecret("consumerSecretKey"),
            }
        );
        consumer.DependsOn = new ServicePermission(
            "consumer",
            new ServicePermissionArgs
            {
                EndpointServiceId = service.Id,
                Permission = $"iam:domain::{config.Require("consumerDomainId")}",
            }
        );
    }

    var endpoint = new Endpoint(
        "reports",
        new EndpointArgs
        {
            EndpointServiceId = service.Id,
            VpcId = config.Require("consumerVpcId"),
            SubnetId = config.Require("consumerSubnetId"),
            EnableDns = true,
            // The approval below needs this endpoint, which therefore cannot wait for it. A consumer with a program of its
            // own does wait: see ../consumer.
            WaitForAcceptance = false,
        },
        consumer
    );

    // The owner lets this endpoint in. A rejection behind the program's back shows in `pulumi refresh`.
    var approval = new EndpointApproval(
        "reports",
        new EndpointApprovalArgs { EndpointServiceId = service.Id, EndpointId = endpoint.Id }
    );

    // Address and names are assigned on acceptance, after the endpoint was made: ask for them once it is approved.
    var accepted = GetEndpoint.Invoke(
        new GetEndpointInvokeArgs { Id = approval.EndpointId },
        new InvokeOptions { Provider = consumer.Provider }
    );

    return new Dictionary<string, object?>
    {
        ["connection"] = approval.Status,
        ["address"] = accepted.Apply(static endpoint => endpoint.Ip),
        ["names"] = accepted.Apply(static endpoint => endpoint.DnsNames),
    };
});

// What is not there is no input.
static Input<string>? Given(string? value) => value is null ? null : (Input<string>)value;
