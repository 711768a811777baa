import * as pulumi from "@pulumi/pulumi";
import * as vpcep from "@pulumi/vpcep";

const config = new pulumi.Config();
const mine = new vpcep.Provider("mine", { cloud: vpcep.config.cloud, endpoint: vpcep.config.endpoint });

// Something to depend on, whose outputs previews do not know.
const upstream = new vpcep.EndpointService(
  "upstream",
  {
    vpcId: config.require("serviceVpcId"),
    portId: config.require("consumerVpcId"),
    serverType: vpcep.ServerType.Vm,
    ports: [{ clientPort: 80, serverPort: 80 }],
  },
  { provider: mine },
);

const link = new vpcep.PrivateLink(
  "link",
  {
    vpcId: config.require("serviceVpcId"),
    portId: pulumi.secret(config.require("servicePortId")),
    serverType: vpcep.ServerType.Lb,
    ports: upstream.status.apply(() => [{ clientPort: config.getNumber("clientPort") ?? 443, serverPort: 8443 }]),
    allowedAccounts: [config.require("consumerDomainId")],
    consumers: {
      shop: {
        vpcId: upstream.id.apply(() => config.require("consumerVpcId")),
        subnetId: config.require("consumerSubnetId"),
        enableDns: true,
      },
    },
  },
  { provider: mine, dependsOn: [upstream] },
);

export const fullName = link.fullName;
export const address = link.endpoints["shop"].ip;
