// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The VPC endpoints of the project that match, from all pages.
 *
 * ## Example Usage
 *
 * ### The endpoints of a VPC
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const mine = vpcep.getEndpointsOutput({
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     sortKey: vpcep.SortKey.UpdatedAt,
 *     sortDirection: vpcep.SortDirection.Descending,
 * });
 *
 * export const endpoints = mine.endpoints;
 * ```
 */
export function getEndpoints(args?: GetEndpointsArgs, opts?: pulumi.InvokeOptions): Promise<GetEndpointsResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getEndpoints", {
        "id": args.id,
        "serviceName": args.serviceName,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "vpcId": args.vpcId,
    }, opts);
}

/**
 * The inputs of `getEndpoints`.
 */
export interface GetEndpointsArgs {
    /**
     * The id.
     */
    id?: string;
    /**
     * Part of the service's full name; letter case does not matter.
     */
    serviceName?: string;
    /**
     * Which end comes first.
     *
     * Allowed values: `desc`, `asc`.
     *
     * Default: `desc`.
     */
    sortDirection?: enums.SortDirection;
    /**
     * What to sort by.
     *
     * Allowed values: `createdAt`, `updatedAt`.
     *
     * Default: `createdAt`.
     */
    sortKey?: enums.SortKey;
    /**
     * Id of the VPC.
     */
    vpcId?: string;
}

/**
 * What `getEndpoints` returns.
 */
export interface GetEndpointsResult {
    /**
     * The endpoints.
     */
    readonly endpoints: outputs.EndpointInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The VPC endpoints of the project that match, from all pages.
 *
 * ## Example Usage
 *
 * ### The endpoints of a VPC
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const mine = vpcep.getEndpointsOutput({
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     sortKey: vpcep.SortKey.UpdatedAt,
 *     sortDirection: vpcep.SortDirection.Descending,
 * });
 *
 * export const endpoints = mine.endpoints;
 * ```
 */
export function getEndpointsOutput(args?: GetEndpointsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetEndpointsResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getEndpoints", {
        "id": args.id,
        "serviceName": args.serviceName,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "vpcId": args.vpcId,
    }, opts);
}

/**
 * The inputs of `getEndpointsOutput`.
 */
export interface GetEndpointsOutputArgs {
    /**
     * The id.
     */
    id?: pulumi.Input<string | undefined>;
    /**
     * Part of the service's full name; letter case does not matter.
     */
    serviceName?: pulumi.Input<string | undefined>;
    /**
     * Which end comes first.
     *
     * Allowed values: `desc`, `asc`.
     *
     * Default: `desc`.
     */
    sortDirection?: pulumi.Input<enums.SortDirection | undefined>;
    /**
     * What to sort by.
     *
     * Allowed values: `createdAt`, `updatedAt`.
     *
     * Default: `createdAt`.
     */
    sortKey?: pulumi.Input<enums.SortKey | undefined>;
    /**
     * Id of the VPC.
     */
    vpcId?: pulumi.Input<string | undefined>;
}
