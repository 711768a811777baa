// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

/**
 * What everyone who may connect can know about a VPC endpoint service, by its id or its full name; it may belong to another project or account, or be public.
 *
 * ## Example Usage
 *
 * ### Whether a service of another account takes policies
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const reports = vpcep.getServiceSummaryOutput({ fullName: "eu-de.reports.4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * export const id = reports.id;
 * export const takesPolicies = reports.enablePolicy;
 * ```
 */
export function getServiceSummary(args?: GetServiceSummaryArgs, opts?: pulumi.InvokeOptions): Promise<GetServiceSummaryResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getServiceSummary", {
        "fullName": args.fullName,
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getServiceSummary`.
 */
export interface GetServiceSummaryArgs {
    /**
     * The full name. 1 to 256 characters.
     */
    fullName?: string;
    /**
     * The id. 1 to 64 characters.
     */
    id?: string;
}

/**
 * What `getServiceSummary` returns.
 */
export interface GetServiceSummaryResult {
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly createdAt?: string;
    /**
     * Whether endpoints of it may have a policy.
     */
    readonly enablePolicy?: boolean;
    /**
     * The full name.
     */
    readonly fullName?: string;
    /**
     * The id, to make endpoints with.
     */
    readonly id: string;
    /**
     * Whether endpoints of it cost money.
     */
    readonly isCharge?: boolean;
    /**
     * The edge group of the service.
     */
    readonly publicBorderGroup?: string;
    /**
     * The type: `interface` or `gateway`.
     */
    readonly serviceType?: string;
}

/**
 * What everyone who may connect can know about a VPC endpoint service, by its id or its full name; it may belong to another project or account, or be public.
 *
 * ## Example Usage
 *
 * ### Whether a service of another account takes policies
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const reports = vpcep.getServiceSummaryOutput({ fullName: "eu-de.reports.4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * export const id = reports.id;
 * export const takesPolicies = reports.enablePolicy;
 * ```
 */
export function getServiceSummaryOutput(args?: GetServiceSummaryOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetServiceSummaryResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getServiceSummary", {
        "fullName": args.fullName,
        "id": args.id,
    }, opts);
}

/**
 * The inputs of `getServiceSummaryOutput`.
 */
export interface GetServiceSummaryOutputArgs {
    /**
     * The full name. 1 to 256 characters.
     */
    fullName?: pulumi.Input<string | undefined>;
    /**
     * The id. 1 to 64 characters.
     */
    id?: pulumi.Input<string | undefined>;
}
