// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The connections to a VPC endpoint service, from all pages: also those of other projects and accounts.
 *
 * ## Example Usage
 *
 * ### Who waits to be let in
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const waiting = vpcep.getServiceConnectionsOutput({
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     status: vpcep.ConnectionStatus.PendingAcceptance,
 * });
 *
 * export const connections = waiting.connections;
 * ```
 */
export function getServiceConnections(args: GetServiceConnectionsArgs, opts?: pulumi.InvokeOptions): Promise<GetServiceConnectionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getServiceConnections", {
        "endpointId": args.endpointId,
        "endpointServiceId": args.endpointServiceId,
        "markerId": args.markerId,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "status": args.status,
    }, opts);
}

/**
 * The inputs of `getServiceConnections`.
 */
export interface GetServiceConnectionsArgs {
    /**
     * Id of the endpoint.
     */
    endpointId?: string;
    /**
     * Id of the service. 1 to 64 characters.
     */
    endpointServiceId: string;
    /**
     * The number that marks the endpoint's packets, as text.
     */
    markerId?: string;
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
     * The state; the cloud filters by these only.
     *
     * Allowed values: `pendingAcceptance`, `accepted`, `rejected`, `failed`.
     */
    status?: enums.ConnectionStatus;
}

/**
 * What `getServiceConnections` returns.
 */
export interface GetServiceConnectionsResult {
    /**
     * The connections.
     */
    readonly connections: outputs.ConnectionInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The connections to a VPC endpoint service, from all pages: also those of other projects and accounts.
 *
 * ## Example Usage
 *
 * ### Who waits to be let in
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const waiting = vpcep.getServiceConnectionsOutput({
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     status: vpcep.ConnectionStatus.PendingAcceptance,
 * });
 *
 * export const connections = waiting.connections;
 * ```
 */
export function getServiceConnectionsOutput(args: GetServiceConnectionsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetServiceConnectionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getServiceConnections", {
        "endpointId": args.endpointId,
        "endpointServiceId": args.endpointServiceId,
        "markerId": args.markerId,
        "sortDirection": args.sortDirection,
        "sortKey": args.sortKey,
        "status": args.status,
    }, opts);
}

/**
 * The inputs of `getServiceConnectionsOutput`.
 */
export interface GetServiceConnectionsOutputArgs {
    /**
     * Id of the endpoint.
     */
    endpointId?: pulumi.Input<string | undefined>;
    /**
     * Id of the service. 1 to 64 characters.
     */
    endpointServiceId: pulumi.Input<string>;
    /**
     * The number that marks the endpoint's packets, as text.
     */
    markerId?: pulumi.Input<string | undefined>;
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
     * The state; the cloud filters by these only.
     *
     * Allowed values: `pendingAcceptance`, `accepted`, `rejected`, `failed`.
     */
    status?: pulumi.Input<enums.ConnectionStatus | undefined>;
}
