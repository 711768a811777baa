// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as utilities from "./utilities";

/**
 * Allows an account, or every account, to connect VPC endpoints to a VPC endpoint service.
 *
 * One record each, so that two programs can manage the permissions of one service without undoing each other's. Creating one that exists already, or deleting one that is gone, succeeds. Projects of the service's own account need none.
 *
 * ## Example Usage
 *
 * ### One account
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const shop = new vpcep.ServicePermission("shop", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0d",
 * });
 * ```
 *
 * ### Every account
 *
 * With a service that wants approval, everyone may ask and nobody is in before the owner says so.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const everyone = new vpcep.ServicePermission("everyone", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     permission: "*",
 * });
 * ```
 *
 * ### Noting whom an account belongs to
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const shop = new vpcep.ServicePermission("shop", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0d",
 *     description: "the shop's account",
 * });
 * ```
 *
 * ## Import
 *
 * A permission is imported by the service's id and the permission:
 *
 * ```sh
 * pulumi import vpcep:index:ServicePermission example 4189d3c2-8882-4871-a3c2-d380272eed83/iam:domain::6e9dfd51d1124e8d8498dce894923a0d
 * ```
 *
 * ## Timeouts
 *
 * An operation that takes longer than 10 minutes fails, unless the resource option `customTimeouts` gives it more (or less). What was made by then is kept, and the next `pulumi up` goes on with it.
 */
export class ServicePermission extends pulumi.CustomResource {
    /**
     * Reads an existing ServicePermission that this stack does not manage.
     *
     * @param name The name the engine knows it by.
     * @param id The id by which the provider finds it.
     * @param opts How the engine manages it.
     */
    public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ServicePermission {
        return new ServicePermission(name, undefined as any, { ...opts, id: id });
    }

    /** @internal */
    public static readonly __pulumiType = "vpcep:index:ServicePermission";

    /**
     * Whether the object is a ServicePermission, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is ServicePermission {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === ServicePermission.__pulumiType;
    }

    /**
     * Tells this resource from another that stands for the same record, such as the one that it replaced: the record stays while one of them does.
     */
    declare public /*out*/ readonly claimId: pulumi.Output<string | undefined>;
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly createdAt: pulumi.Output<string | undefined>;
    /**
     * Who that is, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe, perhaps also on Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly description: pulumi.Output<string | undefined>;
    /**
     * Id of the service. 1 to 64 characters.
     */
    declare public readonly endpointServiceId: pulumi.Output<string>;
    /**
     * Who may connect: `iam:domain::` and the account (domain) id, or `*` for every account. `iam:domain::*` means the same as `*`. Huawei Cloud also takes `organizations:orgPath::` and a path.
     */
    declare public readonly permission: pulumi.Output<string>;
    /**
     * The cloud's own id of the record.
     */
    declare public /*out*/ readonly permissionId: pulumi.Output<string | undefined>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args: ServicePermissionArgs, opts?: pulumi.CustomResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        if (opts.id) {
            resourceInputs["claimId"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["description"] = undefined /*out*/;
            resourceInputs["endpointServiceId"] = undefined /*out*/;
            resourceInputs["permission"] = undefined /*out*/;
            resourceInputs["permissionId"] = undefined /*out*/;
        } else {
            if (args?.endpointServiceId === undefined && !opts.urn) {
                throw new Error("Missing required property 'endpointServiceId'");
            }
            if (args?.permission === undefined && !opts.urn) {
                throw new Error("Missing required property 'permission'");
            }
            resourceInputs["description"] = args?.description;
            resourceInputs["endpointServiceId"] = args?.endpointServiceId;
            resourceInputs["permission"] = args?.permission;
            resourceInputs["claimId"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["permissionId"] = undefined /*out*/;
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        super(ServicePermission.__pulumiType, name, resourceInputs, opts);
    }
}

/**
 * The inputs of `ServicePermission`.
 */
export interface ServicePermissionArgs {
    /**
     * Who that is, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe, perhaps also on Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    description?: pulumi.Input<string | undefined>;
    /**
     * Id of the service. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    endpointServiceId: pulumi.Input<string>;
    /**
     * Who may connect: `iam:domain::` and the account (domain) id, or `*` for every account. `iam:domain::*` means the same as `*`. Huawei Cloud also takes `organizations:orgPath::` and a path.
     *
     * Changing this replaces the resource.
     */
    permission: pulumi.Input<string>;
}
