// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as utilities from "./utilities";

/**
 * The versions of the VPCEP API that the cloud offers.
 *
 * ## Example Usage
 *
 * ### All versions
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const offered = vpcep.getApiVersionsOutput();
 *
 * export const versions = offered.versions;
 * ```
 */
export function getApiVersions(args?: GetApiVersionsArgs, opts?: pulumi.InvokeOptions): Promise<GetApiVersionsResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getApiVersions", {
    }, opts);
}

/**
 * The inputs of `getApiVersions`.
 */
export interface GetApiVersionsArgs {
}

/**
 * What `getApiVersions` returns.
 */
export interface GetApiVersionsResult {
    /**
     * The versions.
     */
    readonly versions: outputs.ApiVersionInfo[];
}

/**
 * The versions of the VPCEP API that the cloud offers.
 *
 * ## Example Usage
 *
 * ### All versions
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const offered = vpcep.getApiVersionsOutput();
 *
 * export const versions = offered.versions;
 * ```
 */
export function getApiVersionsOutput(opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetApiVersionsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getApiVersions", {
    }, opts);
}
