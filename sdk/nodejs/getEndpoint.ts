// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as utilities from "./utilities";

/**
 * A VPC endpoint of the project, by its id.
 *
 * ## Example Usage
 *
 * ### The address of an endpoint
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = vpcep.getEndpointOutput({ id: "3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11" });
 *
 * export const address = web.ip;
 * ```
 */
export function getEndpoint(args: GetEndpointArgs, opts?: pulumi.InvokeOptions): Promise<GetEndpointResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getEndpoint", {
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getEndpoint`.
 */
export interface GetEndpointArgs {
    /**
     * The id. 1 to 64 characters.
     */
    id: string;
}

/**
 * What `getEndpoint` returns.
 */
export interface GetEndpointResult {
    /**
     * The account's states: `active`, or the reasons why the endpoint is frozen.
     */
    readonly activeStatus?: string[];
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly createdAt?: string;
    /**
     * The description.
     */
    readonly description?: string;
    /**
     * The private domain names; absent until the connection is accepted.
     */
    readonly dnsNames?: string[];
    /**
     * Whether it has a private domain name.
     */
    readonly enableDns?: boolean;
    /**
     * Whether the endpoint is switched on: `enable` or `disable`.
     */
    readonly enableStatus?: string;
    /**
     * Whether only those of `whitelist` may use it.
     */
    readonly enableWhitelist?: boolean;
    /**
     * Id of the pool behind it; the clouds are giving it up.
     */
    readonly endpointPoolId?: string;
    /**
     * Id of the service.
     */
    readonly endpointServiceId?: string;
    /**
     * Why it failed; empty unless it did.
     */
    readonly errors: outputs.CloudError[];
    /**
     * The id.
     */
    readonly id: string;
    /**
     * The private address; absent until the connection is accepted.
     */
    readonly ip?: string;
    /**
     * `ipv4` or `dualstack`.
     */
    readonly ipVersion?: string;
    /**
     * The private IPv6 address, of dual-stack endpoints.
     */
    readonly ipv6Address?: string;
    /**
     * The number that marks the endpoint's packets, as text: it has up to 64 bits.
     */
    readonly markerId?: string;
    /**
     * Its policy document, a JSON object.
     */
    readonly policyDocument?: string;
    /**
     * The statements of its policy as the cloud has them, a JSON array.
     */
    readonly policyStatement?: string;
    /**
     * The statements of its policy, as the resource `Endpoint` takes them; absent for the one that the cloud sets by itself, which allows everything.
     */
    readonly policyStatements?: outputs.PolicyStatement[];
    /**
     * Id of the project that owns it.
     */
    readonly projectId?: string;
    /**
     * The edge group.
     */
    readonly publicBorderGroup?: string;
    /**
     * Ids of the route tables that lead to it, of gateway endpoints.
     */
    readonly routeTables?: string[];
    /**
     * The full name of the service.
     */
    readonly serviceName?: string;
    /**
     * The type of the service: `interface` or `gateway`.
     */
    readonly serviceType?: string;
    /**
     * The specification.
     */
    readonly specificationName?: string;
    /**
     * The state: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
     */
    readonly status?: string;
    /**
     * Network id of the subnet that its address is from.
     */
    readonly subnetId?: string;
    /**
     * The tags.
     */
    readonly tags?: {[key: string]: string};
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly updatedAt?: string;
    /**
     * Id of the VPC that it connects.
     */
    readonly vpcId?: string;
    /**
     * The addresses and CIDR blocks that may use it.
     */
    readonly whitelist?: string[];
}

/**
 * A VPC endpoint of the project, by its id.
 *
 * ## Example Usage
 *
 * ### The address of an endpoint
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = vpcep.getEndpointOutput({ id: "3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11" });
 *
 * export const address = web.ip;
 * ```
 */
export function getEndpointOutput(args: GetEndpointOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetEndpointResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getEndpoint", {
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getEndpointOutput`.
 */
export interface GetEndpointOutputArgs {
    /**
     * The id. 1 to 64 characters.
     */
    id: pulumi.Input<string>;
}
