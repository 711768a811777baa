using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

// So many private paths, each a service, a permission and an endpoint. How many and of what kind is configuration; what
// only some clouds have is used where there is any.
return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    var vpc = config.Require("vpcId");
    var stage = config.Get("stage") ?? "dev";
    var approval = config.GetBoolean("approval") ?? false;
    var hasLabels = Pulumi.Vpcep.Config.Cloud is "huaweicloud" or "otc";
    var hasNotes = Pulumi.Vpcep.Config.Cloud is "huaweicloud";
    var note = config.GetSecret("note");
    var team = config.GetSecret("team");
    var endpoints = new List<Output<string?>>();
    var names = new List<Output<string>>();
    foreach (var (index, port) in config.RequireObject<string[]>("ports").Index())
    {
        var serving = new EndpointServiceArgs
        {
            VpcId = vpc,
            PortId = port,
            ServerType = ServerType.Lb,
            ApprovalEnabled = approval,
            ServiceName = config.GetSecret("serviceName") is { } name ? name : (Input<string>?)null,
            Description = hasLabels ? Note($"the way to {index}") : null,
            Ports =
            {
                new PortMappingArgs
                {
                    ClientPort = config.GetInt32("clientPort") ?? 80,
                    ServerPort = config.GetInt32("serverPort") ?? 8080,
                },
            },
        };
        if (hasLabels)
        {
            serving.Tags = new() { ["stage"] = stage, ["team"] = team ?? Output.Create("network") };
        }

        var service = new EndpointService($"service-{index}", serving);
        _ = new ServicePermission(
            $"permission-{index}",
            new()
            {
                EndpointServiceId = service.Id,
                Permission = $"iam:domain::{index:00000000}",
                Description = hasNotes ? Note($"customer {index}") : null,
            }
        );
        var endpoint = new Endpoint(
            $"endpoint-{index}",
            new()
            {
                EndpointServiceId = service.Id,
                VpcId = vpc,
                SubnetId = config.Require("subnetId"),
                EnableDns = true,
                EnableWhitelist = config.Get("whitelist") is not null,
                Whitelist = config.GetObject<string[]>("whitelist") ?? [],
                Description = hasLabels ? Note($"the way from {index}") : null,
                Tags = { ["stage"] = hasLabels ? stage : "any" },
            }
        );
        endpoints.Add(endpoint.Ip);
        names.Add(service.FullName);
        if (approval && (config.GetBoolean("approves") ?? true))
        {
            _ = new EndpointApproval(
                $"approval-{index}",
                new()
                {
                    EndpointServiceId = service.Id,
                    EndpointId = endpoint.Id,
                    Description = hasNotes ? Note($"customer {index}") : null,
                }
            );
        }
    }

    if (config.Get("gatewayServiceId") is { } gateway)
    {
        var leading = new EndpointArgs
        {
            EndpointServiceId = gateway,
            VpcId = vpc,
            RouteTables = config.RequireObject<string[]>("routeTables"),
        };
        if (hasLabels)
        {
            leading.PolicyStatements = new PolicyStatementArgs
            {
                Effect = PolicyEffect.Allow,
                Actions = { "obs:*:*" },
                Resources = { "obs:*:*:*:my-bucket", "obs:*:*:*:my-bucket/*" },
            };
        }

        _ = new Endpoint("gateway", leading);
    }

    return new Dictionary<string, object?> { ["addresses"] = Output.All(endpoints), ["names"] = Output.All(names) };

    Input<string> Note(string plain) => note ?? Output.Create(plain);
});
