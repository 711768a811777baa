using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // The owner's side. With approval, which is the default, every connection waits for the owner.
    var service = new EndpointService(
        "reports",
        new EndpointServiceArgs
        {
            VpcId = config.Require("serviceVpcId"),
            PortId = config.Require("servicePortId"),
            ServerType = ServerType.Lb,
            Ports =
            {
                new PortMappingArgs { ClientPort = 443, ServerPort = 8443 },
            },
            // Whoever still uses the service is cut off when it is deleted.
            RejectConnectionsOnDelete = true,
        }
    );
    var permission = new ServicePermission(
        "partner",
        new ServicePermissionArgs
        {
            EndpointServiceId = service.Id,
            Permission = $"iam:domain::{config.Require("partnerDomainId")}",
        }
    );

    // The partner's side, with credentials of its own. Without partnerProjectId, both sides are the same account.
    var options = new CustomResourceOptions { DependsOn = { permission } };
    if (config.Get("partnerProjectId") is { } project)
    {
        options.Provider = new Provider(
            "partner",
            new ProviderArgs
            {
                ProjectId = project,
                AccessKey = config.RequireSecret("partnerAccessKey"),
                SecretKey = config.RequireSecret("partnerSecretKey"),
            }
        );
    }

    var endpoint = new Endpoint(
        "reports",
        new EndpointArgs
        {
            EndpointServiceId = service.Id,
            VpcId = config.Require("partnerVpcId"),
            SubnetId = config.Require("partnerSubnetId"),
        },
        options
    );

    // The owner lets this one in. Rejected behind the program's back, `pulumi refresh` finds it and `pulumi up` mends it.
    var approval = new EndpointApproval(
        "partner",
        new EndpointApprovalArgs
        {
            EndpointServiceId = service.Id,
            EndpointId = endpoint.Id,
            Decision = ApprovalDecision.Accept,
        }
    );

    return new Dictionary<string, object?> { ["status"] = approval.Status, ["packets"] = approval.MarkerId };
});
