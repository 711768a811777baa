// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "../types/output";
import * as utilities from "../utilities";

/**
 * The clients that are connected to a point-to-client (P2C) VPN gateway, from all pages. The VPN service is asked, at the address that the cloud and the region give or that `vpnEndpoint` of the configuration sets.
 *
 * ## Example Usage
 *
 * ### Who is connected to a VPN gateway
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const clients = vpcep.vpn.getP2cGatewayConnectionsOutput({ p2cGatewayId: "620fadcf-5b35-4b5c-8d1c-9a3a0d3b1c0e" });
 *
 * export const count = clients.totalCount;
 * ```
 */
export function getP2cGatewayConnections(args: GetP2cGatewayConnectionsArgs, opts?: pulumi.InvokeOptions): Promise<GetP2cGatewayConnectionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:vpn:getP2cGatewayConnections", {
        "p2cGatewayId": args.p2cGatewayId,
    }, opts);
}

/**
 * The inputs of `getP2cGatewayConnections`.
 */
export interface GetP2cGatewayConnectionsArgs {
    /**
     * Id of the point-to-client (P2C) VPN gateway. 1 to 64 characters.
     */
    p2cGatewayId: string;
}

/**
 * What `getP2cGatewayConnections` returns.
 */
export interface GetP2cGatewayConnectionsResult {
    /**
     * The connections.
     */
    readonly connections: outputs.vpn.P2cConnectionInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The clients that are connected to a point-to-client (P2C) VPN gateway, from all pages. The VPN service is asked, at the address that the cloud and the region give or that `vpnEndpoint` of the configuration sets.
 *
 * ## Example Usage
 *
 * ### Who is connected to a VPN gateway
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const clients = vpcep.vpn.getP2cGatewayConnectionsOutput({ p2cGatewayId: "620fadcf-5b35-4b5c-8d1c-9a3a0d3b1c0e" });
 *
 * export const count = clients.totalCount;
 * ```
 */
export function getP2cGatewayConnectionsOutput(args: GetP2cGatewayConnectionsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetP2cGatewayConnectionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:vpn:getP2cGatewayConnections", {
        "p2cGatewayId": args.p2cGatewayId,
    }, opts);
}

/**
 * The inputs of `getP2cGatewayConnectionsOutput`.
 */
export interface GetP2cGatewayConnectionsOutputArgs {
    /**
     * Id of the point-to-client (P2C) VPN gateway. 1 to 64 characters.
     */
    p2cGatewayId: pulumi.Input<string>;
}
