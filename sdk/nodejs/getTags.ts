// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * All tags of the VPC endpoint services, or of the VPC endpoints, of the project.
 *
 * ## Example Usage
 *
 * ### The keys of all tags that endpoints have
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const used = vpcep.getTagsOutput({ resourceType: vpcep.TaggedResourceType.Endpoint });
 *
 * export const tags = used.tags;
 * ```
 */
export function getTags(args: GetTagsArgs, opts?: pulumi.InvokeOptions): Promise<GetTagsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getTags", {
        "resourceType": args.resourceType,
    }, opts);
}

/**
 * The inputs of `getTags`.
 */
export interface GetTagsArgs {
    /**
     * What has the tags.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    resourceType: enums.TaggedResourceType;
}

/**
 * What `getTags` returns.
 */
export interface GetTagsResult {
    /**
     * The keys, with all their values.
     */
    readonly tags: outputs.TagInfo[];
}

/**
 * All tags of the VPC endpoint services, or of the VPC endpoints, of the project.
 *
 * ## Example Usage
 *
 * ### The keys of all tags that endpoints have
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const used = vpcep.getTagsOutput({ resourceType: vpcep.TaggedResourceType.Endpoint });
 *
 * export const tags = used.tags;
 * ```
 */
export function getTagsOutput(args: GetTagsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetTagsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getTags", {
        "resourceType": args.resourceType,
    }, opts);
}

/**
 * The inputs of `getTagsOutput`.
 */
export interface GetTagsOutputArgs {
    /**
     * What has the tags.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    resourceType: pulumi.Input<enums.TaggedResourceType>;
}
