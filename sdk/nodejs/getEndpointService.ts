// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as utilities from "./utilities";

/**
 * A VPC endpoint service of the project, by its id or its full name.
 *
 * ## Example Usage
 *
 * ### A permission for a service that another program made
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = vpcep.getEndpointServiceOutput({ fullName: "eu-de.web.4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * const shop = new vpcep.ServicePermission("shop", {
 *     endpointServiceId: web.id,
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0d",
 * });
 * ```
 */
export function getEndpointService(args?: GetEndpointServiceArgs, opts?: pulumi.InvokeOptions): Promise<GetEndpointServiceResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getEndpointService", {
        "fullName": args.fullName,
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getEndpointService`.
 */
export interface GetEndpointServiceArgs {
    /**
     * The full name: `region.name.id` or `region.id`. 1 to 256 characters.
     */
    fullName?: string;
    /**
     * The id. 1 to 64 characters.
     */
    id?: string;
}

/**
 * What `getEndpointService` returns.
 */
export interface GetEndpointServiceResult {
    /**
     * Whether the owner must accept each connection.
     */
    readonly approvalEnabled?: boolean;
    /**
     * The type of the service's address range.
     */
    readonly cidrType?: string;
    /**
     * How many endpoints are connected or being connected; only lists report it.
     */
    readonly connectionCount?: number;
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly createdAt?: string;
    /**
     * The description.
     */
    readonly description?: string;
    /**
     * Id of the account (domain) that owns the service.
     */
    readonly domainId?: string;
    /**
     * Whether endpoints of the service may have a policy.
     */
    readonly enablePolicy?: boolean;
    /**
     * Why it failed; empty unless it did.
     */
    readonly errors: outputs.CloudError[];
    /**
     * The full name: `region.name.id`, or `region.id` without a short name.
     */
    readonly fullName?: string;
    /**
     * The id.
     */
    readonly id: string;
    /**
     * The server's IPv4 address or domain name, of interface services in a VLAN.
     */
    readonly ip?: string;
    /**
     * `ipv4` or `ipv6`.
     */
    readonly ipVersion?: string;
    /**
     * Id of the cluster, on dedicated sites.
     */
    readonly poolId?: string;
    /**
     * Id of the server's network port.
     */
    readonly portId?: string;
    /**
     * The ports that clients connect to, and those of the server that answer.
     */
    readonly ports?: outputs.PortMapping[];
    /**
     * Id of the project that owns the service.
     */
    readonly projectId?: string;
    /**
     * The edge group of the service.
     */
    readonly publicBorderGroup?: string;
    /**
     * The kind of server: `VM`, `LB`, `VIP` or `BMS`.
     */
    readonly serverType?: string;
    /**
     * The short name.
     */
    readonly serviceName?: string;
    /**
     * The type: `interface` or `gateway`.
     */
    readonly serviceType?: string;
    /**
     * Network id of the subnet that the server of an IPv6 service sees requests come from.
     */
    readonly snatNetworkId?: string;
    /**
     * The state: `creating`, `available`, `failed` or `deleting`.
     */
    readonly status?: string;
    /**
     * The editions of endpoints that may connect, as the cloud names them: `basic`, `profession`.
     */
    readonly supportedEditions?: string[];
    /**
     * The tags.
     */
    readonly tags?: {[key: string]: string};
    /**
     * Whether and how the client's address and port reach the server.
     */
    readonly tcpProxy?: string;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly updatedAt?: string;
    /**
     * Id of the port of the virtual address, for `VIP`.
     */
    readonly vipPortId?: string;
    /**
     * Id of the VPC that the server is in.
     */
    readonly vpcId?: string;
}

/**
 * A VPC endpoint service of the project, by its id or its full name.
 *
 * ## Example Usage
 *
 * ### A permission for a service that another program made
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = vpcep.getEndpointServiceOutput({ fullName: "eu-de.web.4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * const shop = new vpcep.ServicePermission("shop", {
 *     endpointServiceId: web.id,
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0d",
 * });
 * ```
 */
export function getEndpointServiceOutput(args?: GetEndpointServiceOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetEndpointServiceResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getEndpointService", {
        "fullName": args.fullName,
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getEndpointServiceOutput`.
 */
export interface GetEndpointServiceOutputArgs {
    /**
     * The full name: `region.name.id` or `region.id`. 1 to 256 characters.
     */
    fullName?: pulumi.Input<string | undefined>;
    /**
     * The id. 1 to 64 characters.
     */
    id?: pulumi.Input<string | undefined>;
}
