// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The VPC endpoint services of the project that match, from all pages.
 *
 * ## Example Usage
 *
 * ### The services that are ready, newest first
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const ready = vpcep.getEndpointServicesOutput({ status: vpcep.ServiceStatus.Available });
 *
 * export const services = ready.endpointServices;
 * export const count = ready.totalCount;
 * ```
 *
 * ### The services of an edge group that serve VLANs
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const edge = vpcep.getEndpointServicesOutput({ publicBorderGroup: "edge-1", netType: vpcep.NetType.Vlan });
 *
 * export const services = edge.endpointServices;
 * ```
 */
export function getEndpointServices(args?: GetEndpointServicesArgs, opts?: pulumi.InvokeOptions): Promise<GetEndpointServicesResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getEndpointServices", {
        "id": args.id,
        "name": args.name,
        "netType": args.netType,
        "publicBorderGroup": args.publicBorderGroup,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "status": args.status,
    }, opts);
}

/**
 * The inputs of `getEndpointServices`.
 */
export interface GetEndpointServicesArgs {
    /**
     * The id.
     */
    id?: string;
    /**
     * Part of the full name; letter case does not matter.
     */
    name?: string;
    /**
     * The kind of network that they serve. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Allowed values: `vlan`, `vxlan`, `all`.
     */
    netType?: enums.NetType;
    /**
     * The edge group. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    publicBorderGroup?: string;
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
     * The state.
     *
     * Allowed values: `creating`, `available`, `failed`.
     */
    status?: enums.ServiceStatus;
}

/**
 * What `getEndpointServices` returns.
 */
export interface GetEndpointServicesResult {
    /**
     * The services.
     */
    readonly endpointServices: outputs.EndpointServiceInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The VPC endpoint services of the project that match, from all pages.
 *
 * ## Example Usage
 *
 * ### The services that are ready, newest first
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const ready = vpcep.getEndpointServicesOutput({ status: vpcep.ServiceStatus.Available });
 *
 * export const services = ready.endpointServices;
 * export const count = ready.totalCount;
 * ```
 *
 * ### The services of an edge group that serve VLANs
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const edge = vpcep.getEndpointServicesOutput({ publicBorderGroup: "edge-1", netType: vpcep.NetType.Vlan });
 *
 * export const services = edge.endpointServices;
 * ```
 */
export function getEndpointServicesOutput(args?: GetEndpointServicesOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetEndpointServicesResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getEndpointServices", {
        "id": args.id,
        "name": args.name,
        "netType": args.netType,
        "publicBorderGroup": args.publicBorderGroup,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "status": args.status,
    }, opts);
}

/**
 * The inputs of `getEndpointServicesOutput`.
 */
export interface GetEndpointServicesOutputArgs {
    /**
     * The id.
     */
    id?: pulumi.Input<string | undefined>;
    /**
     * Part of the full name; letter case does not matter.
     */
    name?: pulumi.Input<string | undefined>;
    /**
     * The kind of network that they serve. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Allowed values: `vlan`, `vxlan`, `all`.
     */
    netType?: pulumi.Input<enums.NetType | undefined>;
    /**
     * The edge group. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    publicBorderGroup?: pulumi.Input<string | undefined>;
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
     * The state.
     *
     * Allowed values: `creating`, `available`, `failed`.
     */
    status?: pulumi.Input<enums.ServiceStatus | undefined>;
}
