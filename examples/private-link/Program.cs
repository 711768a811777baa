using Pulumi;
using Pulumi.Vpcep;
using Pulumi.Vpcep.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    // Who is to be connected, by name: adding one to the configuration connects it and touches no other.
    var consumers = new InputMap<PrivateLinkConsumerArgs>();
    foreach (var (name, consumer) in config.RequireObject<Dictionary<string, Dictionary<string, string>>>("consumers"))
    {
        consumers.Add(
            name,
            new PrivateLinkConsumerArgs
            {
                VpcId = consumer["vpcId"],
                SubnetId = consumer["subnetId"],
                EnableDns = true,
            }
        );
    }

    var link = new PrivateLink(
        "web",
        new PrivateLinkArgs
        {
            VpcId = config.Require("serviceVpcId"),
            PortId = config.Require("servicePortId"),
            ServerType = ServerType.Lb,
            ServiceName = "web",
            Ports =
            {
                new PortMappingArgs { ClientPort = 443, ServerPort = 8443 },
            },
            Consumers = consumers,
            // Other accounts make their endpoints themselves; these may, and these endpoints of theirs are let in.
            AllowedAccounts = config.GetObject<List<string>>("allowedAccounts") ?? [],
            AcceptedEndpoints = config.GetObject<List<string>>("acceptedEndpoints") ?? [],
        }
    );

    return new Dictionary<string, object?>
    {
        ["serviceName"] = link.FullName,
        ["addresses"] = link.Endpoints.Apply(endpoints =>
            endpoints.ToDictionary(endpoint => endpoint.Key, endpoint => endpoint.Value.Ip)
        ),
    };
});
