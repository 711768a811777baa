// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "./types/input";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Publishes a server of one VPC, so that VPC endpoints of other VPCs, projects or accounts can reach it privately.
 *
 * Creating and deleting take the cloud one to two minutes; the resource is done when the service is `available`, or gone. A service that endpoints still use cannot be deleted: see `rejectConnectionsOnDelete`.
 *
 * A service without approval lets every permitted account connect at once. With approval, which is the default, each connection waits for the service's owner.
 *
 * ## Example Usage
 *
 * ### A load balancer for one other account
 *
 * Without approval, the permitted account connects at once. Give it the full name.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = new vpcep.EndpointService("web", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     serviceName: "web",
 *     approvalEnabled: false,
 *     ports: [
 *         { clientPort: 443, serverPort: 8443 },
 *         { clientPort: 80, serverPort: 8080 },
 *     ],
 * });
 *
 * const consumer = new vpcep.ServicePermission("consumer", {
 *     endpointServiceId: web.id,
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0d",
 * });
 *
 * export const fullName = web.fullName;
 * ```
 *
 * ### A server whose owner lets each connection in
 *
 * With approval, which is the default, every account may ask. The server learns the client's address by the Proxy Protocol. Deleting the service cuts the connections it has.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const reports = new vpcep.EndpointService("reports", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "7c1d9a52-3f0e-4c7b-8a91-5d2e6b4f3a33",
 *     serverType: vpcep.ServerType.Vm,
 *     serviceName: "reports",
 *     description: "the reports of the month",
 *     tags: { team: "reports" },
 *     tcpProxy: vpcep.TcpProxy.ProxyOpen,
 *     rejectConnectionsOnDelete: true,
 *     ports: [{ clientPort: 5432, serverPort: 5432 }],
 * });
 *
 * const anyone = new vpcep.ServicePermission("anyone", { endpointServiceId: reports.id, permission: "*" });
 * ```
 *
 * ### IPv6, and a load balancer in each of two zones
 *
 * Both are of the professional edition, which some regions of Huawei Cloud have.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = new vpcep.EndpointService("web", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     edition: vpcep.Edition.Professional,
 *     ipVersion: vpcep.ServiceIpVersion.Ipv6,
 *     snatNetworkId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     serverResources: [
 *         {
 *             resourceId: "2b6c9d10-4e5f-4a7b-8c9d-0e1f2a3b4c66",
 *             availabilityZoneId: "cn-east-4b",
 *         },
 *     ],
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 * });
 *
 * export const editions = web.supportedEditions;
 * ```
 *
 * ### A server that is found by its name
 *
 * For interface services in a VLAN.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const db = new vpcep.EndpointService("db", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Vm,
 *     ip: "db.example.com",
 *     ports: [{ clientPort: 5432, serverPort: 5432 }],
 * });
 * ```
 *
 * ### Endpoints with policies
 *
 * Who connects says in a policy what its endpoint lets through, where the service allows that.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const storage = new vpcep.EndpointService("storage", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     enablePolicy: true,
 *     ports: [{ clientPort: 443, serverPort: 9000 }],
 * });
 *
 * export const serviceName = storage.fullName;
 * ```
 *
 * ## Import
 *
 * A service is imported by its id or its full name:
 *
 * ```sh
 * pulumi import vpcep:index:EndpointService example 4189d3c2-8882-4871-a3c2-d380272eed83
 * ```
 *
 * ## Timeouts
 *
 * An operation that takes longer than 10 minutes fails, unless the resource option `customTimeouts` gives it more (or less). What was made by then is kept, and the next `pulumi up` goes on with it.
 */
export class EndpointService extends pulumi.CustomResource {
    /**
     * Reads an existing EndpointService that this stack does not manage.
     *
     * @param name The name the engine knows it by.
     * @param id The id by which the provider finds it.
     * @param opts How the engine manages it.
     */
    public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): EndpointService {
        return new EndpointService(name, undefined as any, { ...opts, id: id });
    }

    /** @internal */
    public static readonly __pulumiType = "vpcep:index:EndpointService";

    /**
     * Whether the object is a EndpointService, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is EndpointService {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === EndpointService.__pulumiType;
    }

    /**
     * Whether the owner must accept each connection. Turning it off lets every permitted account connect unasked.
     */
    declare public readonly approvalEnabled: pulumi.Output<boolean>;
    /**
     * How many endpoints are connected or being connected, where the cloud says so.
     */
    declare public /*out*/ readonly connectionCount: pulumi.Output<number | undefined>;
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly createdAt: pulumi.Output<string | undefined>;
    /**
     * What the service is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     */
    declare public readonly description: pulumi.Output<string | undefined>;
    /**
     * The edition. A service of `professional`, which some regions have, lets endpoints of that edition connect besides basic ones. Left out, it is as the cloud has it. Changes in place, both ways; takes the cloud a minute or two. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * One of: `basic`, `professional`.
     */
    declare public readonly edition: pulumi.Output<enums.Edition | undefined>;
    /**
     * Whether endpoints of the service may have policies. The cloud takes it only when a service is made. Left out, it is as the cloud has it: they may not. Only on Huawei Cloud and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     */
    declare public readonly enablePolicy: pulumi.Output<boolean | undefined>;
    /**
     * The full name that consumers look for: `region.name.id`, or `region.id` for a service without a short name.
     */
    declare public /*out*/ readonly fullName: pulumi.Output<string>;
    /**
     * Where the server is, for interface services in a VLAN: its IPv4 address or its domain name. Left out, as the port says. Changes in place. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly ip: pulumi.Output<string | undefined>;
    /**
     * Which addresses the service has. `ipv6` is of the professional edition, which some regions have, and needs `snatNetworkId`. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack, where it is `ipv4` unless set.
     *
     * One of: `ipv4`, `ipv6`.
     */
    declare public readonly ipVersion: pulumi.Output<enums.ServiceIpVersion | undefined>;
    /**
     * Id of the server's network port: for `LB` the port of the load balancer's private address, for `VM` the network interface of the server. Changes in place. 1 to 64 characters.
     */
    declare public readonly portId: pulumi.Output<string>;
    /**
     * The ports that clients connect to and the ports of the server that answer. The order means nothing; the same mapping may not appear twice. Services that share a port id may not share a server port of one protocol, and on public clouds no client port either. 1 to 200 elements.
     */
    declare public readonly ports: pulumi.Output<outputs.PortMapping[]>;
    /**
     * Id of the project that owns the service.
     */
    declare public /*out*/ readonly projectId: pulumi.Output<string | undefined>;
    /**
     * The edge group of the service, where it belongs to one.
     */
    declare public /*out*/ readonly publicBorderGroup: pulumi.Output<string | undefined>;
    /**
     * Whether deleting the service first rejects all connections to it. Otherwise a service in use waits for its endpoints to go until the timeout of the delete, and then says who still uses it.
     */
    declare public readonly rejectConnectionsOnDelete: pulumi.Output<boolean>;
    /**
     * The load balancers behind the service besides that of `portId`, such as those of other availability zones; for a `serverType` of `LB` and an `edition` of `professional`. The cloud adds them in place, and can neither take one off nor list them: a list without one that was there replaces the service, and what others add is not seen. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly serverResources: pulumi.Output<outputs.ServerResource[] | undefined>;
    /**
     * What kind of server it is.
     *
     * One of: `VM`, `LB`, `VIP`, `BMS`.
     */
    declare public readonly serverType: pulumi.Output<enums.ServerType>;
    /**
     * The short name, a part of the full one: 1 to 16 letters, digits, `_` or `-` (up to 64 on Huawei Cloud Stack). Left out, the full name has only the region and the id. Changes in place; removing it from the program keeps the name the service has. Left out, the stack's `pulumi:autonaming` names it where that is configured.
     */
    declare public readonly serviceName: pulumi.Output<string | undefined>;
    /**
     * The type of the service. Users can make only interface services; gateway services are the operator's.
     *
     * One of: `interface`, `gateway`.
     */
    declare public readonly serviceType: pulumi.Output<enums.ServiceType>;
    /**
     * Network id of the subnet, in the service's VPC, that the server sees requests come from; for an `ipVersion` of `ipv6`, which needs it. 1 to 64 characters. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly snatNetworkId: pulumi.Output<string | undefined>;
    /**
     * The state of the service: `creating`, `available`, `failed` or `deleting`.
     */
    declare public /*out*/ readonly status: pulumi.Output<string>;
    /**
     * The editions of endpoints that may connect, as the cloud names them: `basic`, `profession`. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public /*out*/ readonly supportedEditions: pulumi.Output<string[] | undefined>;
    /**
     * Tags, at most 20. Which characters they may have depends on the cloud. Change in place. At most 20 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and Cloud.ru.
     */
    declare public readonly tags: pulumi.Output<{[key: string]: string} | undefined>;
    /**
     * All tags: those of the program and the provider's `defaultTags`, without those of its `ignoreTags`. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and Cloud.ru.
     */
    declare public /*out*/ readonly tagsAll: pulumi.Output<{[key: string]: string} | undefined>;
    /**
     * Whether and how the client's address and port reach the server.
     *
     * One of: `close`, `toa_open`, `proxy_open`, `open`, `proxy_vni`.
     */
    declare public readonly tcpProxy: pulumi.Output<enums.TcpProxy>;
    /**
     * Names of inputs that an import could not learn, for the cloud did not tell them. What the program says of them is taken for what is there. Absent when nothing is left to tell. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public /*out*/ readonly untold: pulumi.Output<string[] | undefined>;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly updatedAt: pulumi.Output<string | undefined>;
    /**
     * Id of the VPC that the server is in. Its CIDR blocks must not overlap 198.19.128.0/17, which the service uses. 1 to 64 characters.
     */
    declare public readonly vpcId: pulumi.Output<string>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args: EndpointServiceArgs, opts?: pulumi.CustomResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        if (opts.id) {
            resourceInputs["approvalEnabled"] = undefined /*out*/;
            resourceInputs["connectionCount"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["description"] = undefined /*out*/;
            resourceInputs["edition"] = undefined /*out*/;
            resourceInputs["enablePolicy"] = undefined /*out*/;
            resourceInputs["fullName"] = undefined /*out*/;
            resourceInputs["ip"] = undefined /*out*/;
            resourceInputs["ipVersion"] = undefined /*out*/;
            resourceInputs["portId"] = undefined /*out*/;
            resourceInputs["ports"] = undefined /*out*/;
            resourceInputs["projectId"] = undefined /*out*/;
            resourceInputs["publicBorderGroup"] = undefined /*out*/;
            resourceInputs["rejectConnectionsOnDelete"] = undefined /*out*/;
            resourceInputs["serverResources"] = undefined /*out*/;
            resourceInputs["serverType"] = undefined /*out*/;
            resourceInputs["serviceName"] = undefined /*out*/;
            resourceInputs["serviceType"] = undefined /*out*/;
            resourceInputs["snatNetworkId"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["supportedEditions"] = undefined /*out*/;
            resourceInputs["tags"] = undefined /*out*/;
            resourceInputs["tagsAll"] = undefined /*out*/;
            resourceInputs["tcpProxy"] = undefined /*out*/;
            resourceInputs["untold"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
            resourceInputs["vpcId"] = undefined /*out*/;
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
            resourceInputs["approvalEnabled"] = (args?.approvalEnabled) ?? true;
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
            resourceInputs["connectionCount"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["fullName"] = undefined /*out*/;
            resourceInputs["projectId"] = undefined /*out*/;
            resourceInputs["publicBorderGroup"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["supportedEditions"] = undefined /*out*/;
            resourceInputs["tagsAll"] = undefined /*out*/;
            resourceInputs["untold"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        super(EndpointService.__pulumiType, name, resourceInputs, opts);
    }
}

/**
 * The inputs of `EndpointService`.
 */
export interface EndpointServiceArgs {
    /**
     * Whether the owner must accept each connection. Turning it off lets every permitted account connect unasked.
     *
     * Default: `true`.
     */
    approvalEnabled?: pulumi.Input<boolean | undefined>;
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
