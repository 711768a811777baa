// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The services that the cloud's operator offers to everyone, such as object storage or DNS, from all pages.
 *
 * ## Example Usage
 *
 * ### The services of the operator that have to do with DNS
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const dns = vpcep.getPublicServicesOutput({ name: "dns" });
 *
 * export const services = dns.publicServices;
 * ```
 */
export function getPublicServices(args?: GetPublicServicesArgs, opts?: pulumi.InvokeOptions): Promise<GetPublicServicesResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getPublicServices", {
        "id": args.id,
        "name": args.name,
        "sortDirection": args.sortDirection,
    }, opts);
}

/**
 * The inputs of `getPublicServices`.
 */
export interface GetPublicServicesArgs {
    /**
     * The id.
     */
    id?: string;
    /**
     * Part of the full name; letter case does not matter.
     */
    name?: string;
    /**
     * Which end comes first, by time of creation.
     *
     * Allowed values: `desc`, `asc`.
     *
     * Default: `desc`.
     */
    sortDirection?: enums.SortDirection;
}

/**
 * What `getPublicServices` returns.
 */
export interface GetPublicServicesResult {
    /**
     * The services.
     */
    readonly publicServices: outputs.PublicServiceInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The services that the cloud's operator offers to everyone, such as object storage or DNS, from all pages.
 *
 * ## Example Usage
 *
 * ### The services of the operator that have to do with DNS
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const dns = vpcep.getPublicServicesOutput({ name: "dns" });
 *
 * export const services = dns.publicServices;
 * ```
 */
export function getPublicServicesOutput(args?: GetPublicServicesOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetPublicServicesResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getPublicServices", {
        "id": args.id,
        "name": args.name,
        "sortDirection": args.sortDirection,
    }, opts);
}

/**
 * The inputs of `getPublicServicesOutput`.
 */
export interface GetPublicServicesOutputArgs {
    /**
     * The id.
     */
    id?: pulumi.Input<string | undefined>;
    /**
     * Part of the full name; letter case does not matter.
     */
    name?: pulumi.Input<string | undefined>;
    /**
     * Which end comes first, by time of creation.
     *
     * Allowed values: `desc`, `asc`.
     *
     * Default: `desc`.
     */
    sortDirection?: pulumi.Input<enums.SortDirection | undefined>;
}
