// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * How many endpoint services and endpoints the project has and may have.
 *
 * ## Example Usage
 *
 * ### How many endpoints there are and may be
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const endpoints = vpcep.getQuotasOutput({ type: vpcep.QuotaType.Endpoint });
 *
 * export const used = endpoints.apply(endpoints => endpoints.quotas[0].used);
 * export const limit = endpoints.apply(endpoints => endpoints.quotas[0].quota);
 * ```
 */
export function getQuotas(args?: GetQuotasArgs, opts?: pulumi.InvokeOptions): Promise<GetQuotasResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getQuotas", {
        "type": args.type,
    }, opts);
}

/**
 * The inputs of `getQuotas`.
 */
export interface GetQuotasArgs {
    /**
     * The kind of thing.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    type?: enums.QuotaType;
}

/**
 * What `getQuotas` returns.
 */
export interface GetQuotasResult {
    /**
     * The quotas.
     */
    readonly quotas: outputs.QuotaInfo[];
}

/**
 * How many endpoint services and endpoints the project has and may have.
 *
 * ## Example Usage
 *
 * ### How many endpoints there are and may be
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const endpoints = vpcep.getQuotasOutput({ type: vpcep.QuotaType.Endpoint });
 *
 * export const used = endpoints.apply(endpoints => endpoints.quotas[0].used);
 * export const limit = endpoints.apply(endpoints => endpoints.quotas[0].quota);
 * ```
 */
export function getQuotasOutput(args?: GetQuotasOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetQuotasResult> {
    args = args || {};
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getQuotas", {
        "type": args.type,
    }, opts);
}

/**
 * The inputs of `getQuotasOutput`.
 */
export interface GetQuotasOutputArgs {
    /**
     * The kind of thing.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    type?: pulumi.Input<enums.QuotaType | undefined>;
}
