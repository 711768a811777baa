// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "./types/input";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * The VPC endpoint services, or the VPC endpoints, of the project that have certain tags, from all pages.
 *
 * ## Example Usage
 *
 * ### The services of two teams that are not for tests
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const found = vpcep.getResourcesByTagsOutput({
 *     resourceType: vpcep.TaggedResourceType.EndpointService,
 *     tags: [{ key: "team", values: ["net", "core"] }],
 *     tagsAny: [{ key: "stage", values: ["live"] }, { key: "owner" }],
 *     notTags: [{ key: "stage", values: ["test"] }, { key: "temporary" }],
 *     notTagsAny: [{ key: "retired" }],
 *     matches: [{ key: vpcep.ResourceMatchKey.ResourceName, value: "web" }],
 * });
 *
 * export const resources = found.resources;
 * export const count = found.totalCount;
 * ```
 *
 * ### How many endpoints of an enterprise project have no tag
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const untagged = vpcep.getResourcesByTagsOutput({
 *     resourceType: vpcep.TaggedResourceType.Endpoint,
 *     withoutAnyTag: true,
 *     sysTags: [{ key: "_sys_enterprise_project_id", values: ["0"] }],
 *     countOnly: true,
 * });
 *
 * export const count = untagged.totalCount;
 * ```
 */
export function getResourcesByTags(args: GetResourcesByTagsArgs, opts?: pulumi.InvokeOptions): Promise<GetResourcesByTagsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invoke("vpcep:index:getResourcesByTags", {
        "countOnly": args.countOnly,
        "matches": args.matches,
        "notTags": args.notTags,
        "notTagsAny": args.notTagsAny,
        "resourceType": args.resourceType,
        "sysTags": args.sysTags,
        "tags": args.tags,
        "tagsAny": args.tagsAny,
        "withoutAnyTag": args.withoutAnyTag,
    }, opts);
}

/**
 * The inputs of `getResourcesByTags`.
 */
export interface GetResourcesByTagsArgs {
    /**
     * Whether to count them only: `resources` is empty then, and the cloud is asked once, however many they are.
     */
    countOnly?: boolean;
    /**
     * What they are like besides. At most 1 elements.
     */
    matches?: inputs.ResourceMatch[];
    /**
     * Those that do not have all of these. At most 20 elements.
     */
    notTags?: inputs.TagFilter[];
    /**
     * Those that have none of these. At most 20 elements.
     */
    notTagsAny?: inputs.TagFilter[];
    /**
     * What to find.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    resourceType: enums.TaggedResourceType;
    /**
     * Those that have these of the cloud's own tags, whose keys begin with `_sys_`. At most 10 elements. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    sysTags?: inputs.TagFilter[];
    /**
     * Those that have all of these. At most 20 elements.
     */
    tags?: inputs.TagFilter[];
    /**
     * Those that have any of these. At most 20 elements.
     */
    tagsAny?: inputs.TagFilter[];
    /**
     * Whether to find those without any tag. Then the cloud does not look at the lists of tags above. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    withoutAnyTag?: boolean;
}

/**
 * What `getResourcesByTags` returns.
 */
export interface GetResourcesByTagsResult {
    /**
     * What was found.
     */
    readonly resources: outputs.TaggedResourceInfo[];
    /**
     * How many there are.
     */
    readonly totalCount: number;
}

/**
 * The VPC endpoint services, or the VPC endpoints, of the project that have certain tags, from all pages.
 *
 * ## Example Usage
 *
 * ### The services of two teams that are not for tests
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const found = vpcep.getResourcesByTagsOutput({
 *     resourceType: vpcep.TaggedResourceType.EndpointService,
 *     tags: [{ key: "team", values: ["net", "core"] }],
 *     tagsAny: [{ key: "stage", values: ["live"] }, { key: "owner" }],
 *     notTags: [{ key: "stage", values: ["test"] }, { key: "temporary" }],
 *     notTagsAny: [{ key: "retired" }],
 *     matches: [{ key: vpcep.ResourceMatchKey.ResourceName, value: "web" }],
 * });
 *
 * export const resources = found.resources;
 * export const count = found.totalCount;
 * ```
 *
 * ### How many endpoints of an enterprise project have no tag
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const untagged = vpcep.getResourcesByTagsOutput({
 *     resourceType: vpcep.TaggedResourceType.Endpoint,
 *     withoutAnyTag: true,
 *     sysTags: [{ key: "_sys_enterprise_project_id", values: ["0"] }],
 *     countOnly: true,
 * });
 *
 * export const count = untagged.totalCount;
 * ```
 */
export function getResourcesByTagsOutput(args: GetResourcesByTagsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetResourcesByTagsResult> {
    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});
    return pulumi.runtime.invokeOutput("vpcep:index:getResourcesByTags", {
        "countOnly": args.countOnly,
        "matches": args.matches,
        "notTags": args.notTags,
        "notTagsAny": args.notTagsAny,
        "resourceType": args.resourceType,
        "sysTags": args.sysTags,
        "tags": args.tags,
        "tagsAny": args.tagsAny,
        "withoutAnyTag": args.withoutAnyTag,
    }, opts);
}

/**
 * The inputs of `getResourcesByTagsOutput`.
 */
export interface GetResourcesByTagsOutputArgs {
    /**
     * Whether to count them only: `resources` is empty then, and the cloud is asked once, however many they are.
     */
    countOnly?: pulumi.Input<boolean | undefined>;
    /**
     * What they are like besides. At most 1 elements.
     */
    matches?: pulumi.Input<pulumi.Input<inputs.ResourceMatchArgs>[] | undefined>;
    /**
     * Those that do not have all of these. At most 20 elements.
     */
    notTags?: pulumi.Input<pulumi.Input<inputs.TagFilterArgs>[] | undefined>;
    /**
     * Those that have none of these. At most 20 elements.
     */
    notTagsAny?: pulumi.Input<pulumi.Input<inputs.TagFilterArgs>[] | undefined>;
    /**
     * What to find.
     *
     * Allowed values: `endpoint_service`, `endpoint`.
     */
    resourceType: pulumi.Input<enums.TaggedResourceType>;
    /**
     * Those that have these of the cloud's own tags, whose keys begin with `_sys_`. At most 10 elements. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    sysTags?: pulumi.Input<pulumi.Input<inputs.TagFilterArgs>[] | undefined>;
    /**
     * Those that have all of these. At most 20 elements.
     */
    tags?: pulumi.Input<pulumi.Input<inputs.TagFilterArgs>[] | undefined>;
    /**
     * Those that have any of these. At most 20 elements.
     */
    tagsAny?: pulumi.Input<pulumi.Input<inputs.TagFilterArgs>[] | undefined>;
    /**
     * Whether to find those without any tag. Then the cloud does not look at the lists of tags above. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    withoutAnyTag?: pulumi.Input<boolean | undefined>;
}
