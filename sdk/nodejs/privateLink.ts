// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "./types/input";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Publishes a server of a VPC and connects its consumers: the endpoint service, who may connect to it, the endpoints in the consumers' VPCs and the acceptance of their connections, in one resource.
 *
 * It is made of an `EndpointService`, a `ServicePermission` for each of `allowedAccounts`, an `Endpoint` and an `EndpointApproval` for each of `consumers`, and an `EndpointApproval` for each of `acceptedEndpoints`. Their names begin with the name of the private link and end with the account, the consumer's name or the endpoint's id: adding, removing and reordering touches no other. Connections are held accepted whether or not the service asks for approval, so that `approvalEnabled` can change without cutting any.
 *
 * Consumers have to be in the project and region of the provider. For those with credentials of their own, list their account in `allowedAccounts` and their endpoint in `acceptedEndpoints`; they make the `Endpoint` themselves. What `allowedAccounts`, `acceptedEndpoints` and the names of `consumers` are decides which resources there are. Where a preview does not know them yet, it shows the permissions and approvals that there are as they are, and leaves out consumers.
 *
 * ## Example Usage
 *
 * ### A server for two VPCs of the same project
 *
 * Each consumer's endpoint has an address in its own subnet; the first also has private domain names.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const link = new vpcep.PrivateLink("link", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     serviceName: "web",
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 *     consumers: {
 *         shop: {
 *             vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *             subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *             enableDns: true,
 *         },
 *         reports: {
 *             vpcId: "7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e66",
 *             subnetId: "1b2c3d4e-5f6a-4b7c-9d8e-0f1a2b3c4d77",
 *         },
 *     },
 * });
 *
 * export const endpoints = link.endpoints;
 * ```
 *
 * ### A server for another account
 *
 * That account makes the endpoint itself, with the full name; its connection is accepted here by the endpoint's id.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const link = new vpcep.PrivateLink("link", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 *     allowedAccounts: ["6e9dfd51d1124e8d8498dce894923a0d"],
 *     acceptedEndpoints: ["4189d3c2-8882-4871-a3c2-d380272eed83"],
 * });
 *
 * export const fullName = link.fullName;
 * ```
 */
export class PrivateLink extends pulumi.ComponentResource {
    /** @internal */
    public static readonly __pulumiType = "vpcep:index:PrivateLink";

    /**
     * Whether the object is a PrivateLink, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is PrivateLink {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === PrivateLink.__pulumiType;
    }

    /**
     * The endpoints of `consumers`, by the names given there.
     */
    declare public /*out*/ readonly endpoints: pulumi.Output<{[key: string]: outputs.PrivateLinkEndpoint}>;
    /**
     * The full name of the service that consumers elsewhere look for: `region.name.id`, or `region.id` for a service without a short name.
     */
    declare public /*out*/ readonly fullName: pulumi.Output<string>;
    /**
     * Id of the endpoint service.
     */
    declare public /*out*/ readonly serviceId: pulumi.Output<string>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args: PrivateLinkArgs, opts?: pulumi.ComponentResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        if (opts.id) {
            resourceInputs["endpoints"] = undefined /*out*/;
            resourceInputs["fullName"] = undefined /*out*/;
            resourceInputs["serviceId"] = undefined /*out*/;
        } else {
            if (args?.portId === undefined && !opts.urn) {
                throw new Error("Missing required property 'portId'");
            }
            if (args?.ports === undefined && !opts.urn) {
                throw new Error("Missing required property 'ports'");
            }
            if (args?.serverType === undefined && !opts.urn) {
                throw new Error("Missing required property 'serverType'");
            }
            if (args?.vpcId === undefined && !opts.urn) {
                throw new Error("Missing required property 'vpcId'");
            }
            resourceInputs["acceptedEndpoints"] = args?.acceptedEndpoints;
            resourceInputs["allowedAccounts"] = args?.allowedAccounts;
            resourceInputs["approvalEnabled"] = (args?.approvalEnabled) ?? true;
            resourceInputs["consumers"] = args?.consumers;
            resourceInputs["description"] = args?.description;
            resourceInputs["edition"] = args?.edition;
            resourceInputs["enablePolicy"] = args?.enablePolicy;
            resourceInputs["ip"] = args?.ip;
            resourceInputs["ipVersion"] = args?.ipVersion;
            resourceInputs["portId"] = args?.portId;
            resourceInputs["ports"] = args?.ports;
            resourceInputs["rejectConnectionsOnDelete"] = (args?.rejectConnectionsOnDelete) ?? false;
            resourceInputs["serverResources"] = args?.serverResources;
            resourceInputs["serverType"] = args?.serverType;
            resourceInputs["serviceName"] = args?.serviceName;
            resourceInputs["serviceType"] = (args?.serviceType) ?? "interface";
            resourceInputs["snatNetworkId"] = args?.snatNetworkId;
            resourceInputs["tags"] = args?.tags;
            resourceInputs["tcpProxy"] = (args?.tcpProxy) ?? "close";
            resourceInputs["vpcId"] = args?.vpcId;
            resourceInputs["endpoints"] = undefined /*out*/;
            resourceInputs["fullName"] = undefined /*out*/;
            resourceInputs["serviceId"] = undefined /*out*/;
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        super(PrivateLink.__pulumiType, name, resourceInputs, opts, true /*remote*/);
    }
}

/**
 * The inputs of `PrivateLink`.
 */
export interface PrivateLinkArgs {
    /**
     * Ids of endpoints of other projects and accounts whose connections are accepted. Not secret, for they are part of resource names. Each: 1 to 64 characters.
     */
    acceptedEndpoints?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * The accounts that may connect: account (domain) ids, `*` for every account, or permissions as `ServicePermission` takes them. The account of the provider needs none. Not secret, for they are part of resource names.
     */
    allowedAccounts?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * Whether the owner must accept each connection. Turning it off lets every permitted account connect unasked.
     *
     * Default: `true`.
     */
    approvalEnabled?: pulumi.Input<boolean | undefined>;
    /**
     * The endpoints to connect, by a name for each consumer.
     */
    consumers?: pulumi.Input<{[key: string]: pulumi.Input<inputs.PrivateLinkConsumerArgs>} | undefined>;
    /**
     * What the service is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     */
    description?: pulumi.Input<string | undefined>;
    /**
     * The edition. A service of `professional`, which some regions have, lets endpoints of that edition connect besides basic ones. Left out, it is as the cloud has it. Changes in place, both ways; takes the cloud a minute or two. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Allowed values: `basic`, `professional`.
     */
    edition?: pulumi.Input<enums.Edition | undefined>;
    /**
     * Whether endpoints of the service may have policies. The cloud takes it only when a service is made. Left out, it is as the cloud has it: they may not. Only on Huawei Cloud and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     *
     * Changing this replaces the resource.
     */
    enablePolicy?: pulumi.Input<boolean | undefined>;
    /**
     * Where the server is, for interface services in a VLAN: its IPv4 address or its domain name. Left out, as the port says. Changes in place. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    ip?: pulumi.Input<string | undefined>;
    /**
     * Which addresses the service has. `ipv6` is of the professional edition, which some regions have, and needs `snatNetworkId`. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack, where it is `ipv4` unless set.
     *
     * Allowed values: `ipv4`, `ipv6`.
     *
     * Changing this replaces the resource.
     */
    ipVersion?: pulumi.Input<enums.ServiceIpVersion | undefined>;
    /**
     * Id of the server's network port: for `LB` the port of the load balancer's private address, for `VM` the network interface of the server. Changes in place. 1 to 64 characters.
     */
    portId: pulumi.Input<string>;
    /**
     * The ports that clients connect to and the ports of the server that answer. The order means nothing; the same mapping may not appear twice. Services that share a port id may not share a server port of one protocol, and on public clouds no client port either. 1 to 200 elements.
     */
    ports: pulumi.Input<pulumi.Input<inputs.PortMappingArgs>[]>;
    /**
     * Whether deleting the service first rejects all connections to it. Otherwise a service in use waits for its endpoints to go until the timeout of the delete, and then says who still uses it.
     *
     * Default: `false`.
     */
    rejectConnectionsOnDelete?: pulumi.Input<boolean | undefined>;
    /**
     * The load balancers behind the service besides that of `portId`, such as those of other availability zones; for a `serverType` of `LB` and an `edition` of `professional`. The cloud adds them in place, and can neither take one off nor list them: a list without one that was there replaces the service, and what others add is not seen. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    serverResources?: pulumi.Input<pulumi.Input<inputs.ServerResourceArgs>[] | undefined>;
    /**
     * What kind of server it is.
     *
     * Allowed values: `VM`, `LB`, `VIP`, `BMS`.
     *
     * Changing this replaces the resource.
     */
    serverType: pulumi.Input<enums.ServerType>;
    /**
     * The short name, a part of the full one: 1 to 16 letters, digits, `_` or `-` (up to 64 on Huawei Cloud Stack). Left out, the full name has only the region and the id. Changes in place; removing it from the program keeps the name the service has. Left out, the stack's `pulumi:autonaming` names it where that is configured.
     */
    serviceName?: pulumi.Input<string | undefined>;
    /**
     * The type of the service. Users can make only interface services; gateway services are the operator's.
     *
     * Allowed values: `interface`, `gateway`.
     *
     * Default: `interface`.
     *
     * Changing this replaces the resource.
     */
    serviceType?: pulumi.Input<enums.ServiceType | undefined>;
    /**
     * Network id of the subnet, in the service's VPC, that the server sees requests come from; for an `ipVersion` of `ipv6`, which needs it. 1 to 64 characters. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Changing this replaces the resource.
     */
    snatNetworkId?: pulumi.Input<string | undefined>;
    /**
     * Tags, at most 20. Which characters they may have depends on the cloud. Change in place. At most 20 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and Cloud.ru.
     */
    tags?: pulumi.Input<{[key: string]: pulumi.Input<string>} | undefined>;
    /**
     * Whether and how the client's address and port reach the server.
     *
     * Allowed values: `close`, `toa_open`, `proxy_open`, `open`, `proxy_vni`.
     *
     * Default: `close`.
     */
    tcpProxy?: pulumi.Input<enums.TcpProxy | undefined>;
    /**
     * Id of the VPC that the server is in. Its CIDR blocks must not overlap 198.19.128.0/17, which the service uses. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    vpcId: pulumi.Input<string>;
}
