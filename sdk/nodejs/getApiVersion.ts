// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as utilities from "./utilities";

/**
 * A version of the VPCEP API, by its name.
 *
 * ## Example Usage
 *
 * ### Which version the cloud speaks
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const v1 = vpcep.getApiVersionOutput({ version: "v1" });
 *
 * export const status = v1.status;
 * ```
 */
export function getApiVersion(args: GetApiVersionArgs, opts?: pulumi.InvokeOptions): Promise<GetApiVersionResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getApiVersion", {
        "version": args.version,
    }, opts);
}

/**
 * The inputs of `getApiVersion`.
 */
export interface GetApiVersionArgs {
    /**
     * The version, such as `v1`.
     */
    version: string;
}

/**
 * What `getApiVersion` returns.
 */
export interface GetApiVersionResult {
    /**
     * The version, such as `v1`.
     */
    readonly id: string;
    /**
     * Where it is served.
     */
    readonly links: outputs.ApiLink[];
    /**
     * The lowest microversion; empty where there are none.
     */
    readonly minVersion?: string;
    /**
     * `CURRENT`, `SUPPORT` or `DEPRECATED`.
     */
    readonly status?: string;
    /**
     * When it was published, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    readonly updated?: string;
    /**
     * The highest microversion; empty where there are none.
     */
    readonly version?: string;
}

/**
 * A version of the VPCEP API, by its name.
 *
 * ## Example Usage
 *
 * ### Which version the cloud speaks
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const v1 = vpcep.getApiVersionOutput({ version: "v1" });
 *
 * export const status = v1.status;
 * ```
 */
export function getApiVersionOutput(args: GetApiVersionOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetApiVersionResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getApiVersion", {
        "version": args.version,
    }, opts);
}

/**
 * The inputs of `getApiVersionOutput`.
 */
export interface GetApiVersionOutputArgs {
    /**
     * The version, such as `v1`.
     */
    version: pulumi.Input<string>;
}
