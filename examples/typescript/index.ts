import * as pulumi from "@pulumi/pulumi";
import * as vpcep from "@pulumi/vpcep";

const config = new pulumi.Config();

// The publisher's side: a load balancer of one VPC becomes a service, and one account may connect to it.
const service = new vpcep.EndpointService("web", {
  vpcId: config.require("serviceVpcId"),
  portId: config.require("servicePortId"),
  serverType: vpcep.ServerType.Lb,
  serviceName: config.get("serviceName") ?? "web",
  approvalEnabled: false,
  ports: [
    {
      clientPort: config.getNumber("clientPort") ?? 443,
      serverPort: config.getNumber("serverPort") ?? 8443,
    },
  ],
});
const permission = new vpcep.ServicePermission("consumer", {
  endpointServiceId: service.id,
  permission: `iam:domain::${config.require("consumerDomainId")}`,
});

// The consumer's side: an address and a private name in the other VPC that lead to the service.
const endpoint = new vpcep.Endpoint(
  "web",
  {
    endpointServiceId: service.id,
    vpcId: config.require("consumerVpcId"),
    subnetId: config.require("consumerSubnetId"),
    enableDns: true,
  },
  // Only needed when the consumer is another account, which cannot connect before it has the permission.
  { dependsOn: [permission] },
);

// What the cloud says of the service, once it is there.
const found = vpcep.getEndpointServiceOutput({ id: service.id });

export const serviceId = service.id;
export const serviceName = service.fullName;
export const foundName = found.fullName;
export const endpointId = endpoint.id;
export const endpointStatus = endpoint.status;
export const address = endpoint.ip;
export const names = endpoint.dnsNames;
