// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Who may connect to a VPC endpoint service, from all pages.
 *
 * ## Example Usage
 *
 * ### Who may connect
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const permitted = vpcep.getServicePermissionsOutput({ endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * export const permissions = permitted.permissions;
 * ```
 */
export function getServicePermissions(args: GetServicePermissionsArgs, opts?: pulumi.InvokeOptions): Promise<GetServicePermissionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getServicePermissions", {
        "endpointServiceId": args.endpointServiceId,
        "permission": args.permission,
        "sortDirection": args.sortDirection,
    }, opts);
}

/**
 * The inputs of `getServicePermissions`.
 */
export interface GetServicePermissionsArgs {
    /**
     * Id of the service. 1 to 64 characters.
     */
    endpointServiceId: string;
    /**
     * Part of the permission.
     */
    permission?: string;
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
 * What `getServicePermissions` returns.
 */
export interface GetServicePermissionsResult {
    /**
     * The permissions.
     */
    readonly permissions: outputs.PermissionInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * Who may connect to a VPC endpoint service, from all pages.
 *
 * ## Example Usage
 *
 * ### Who may connect
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const permitted = vpcep.getServicePermissionsOutput({ endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * export const permissions = permitted.permissions;
 * ```
 */
export function getServicePermissionsOutput(args: GetServicePermissionsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetServicePermissionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getServicePermissions", {
        "endpointServiceId": args.endpointServiceId,
        "permission": args.permission,
        "sortDirection": args.sortDirection,
    }, opts);
}

/**
 * The inputs of `getServicePermissionsOutput`.
 */
export interface GetServicePermissionsOutputArgs {
    /**
     * Id of the service. 1 to 64 characters.
     */
    endpointServiceId: pulumi.Input<string>;
    /**
     * Part of the permission.
     */
    permission?: pulumi.Input<string | undefined>;
    /**
     * Which end comes first, by time of creation.
     *
     * Allowed values: `desc`, `asc`.
     *
     * Default: `desc`.
     */
    sortDirection?: pulumi.Input<enums.SortDirection | undefined>;
}
