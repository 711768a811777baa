// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Accepts the connection of one VPC endpoint to a VPC endpoint service, or holds it rejected, on behalf of the service's owner. The endpoint may be in another project or account.
 *
 * Needed for services with approval. A connection that someone else rejects (or accepts) shows as drift of `decision`, and the next `pulumi up` decides it again. Deleting the resource rejects the connection; the endpoint itself stays.
 *
 * ## Example Usage
 *
 * ### Letting in an endpoint of another account
 *
 * The consumer tells its id; so does `getServiceConnections`.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const shop = new vpcep.EndpointApproval("shop", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     endpointId: "3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11",
 * });
 * ```
 *
 * ### Both sides in one program
 *
 * The consumer is another account, with a provider of its own, which also needs that account's way to sign in, such as `accessKey` and `secretKey` from the stack's configuration. It cannot wait for an approval that waits for it.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const reports = new vpcep.EndpointService("reports", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 * });
 *
 * const permission = new vpcep.ServicePermission("permission", {
 *     endpointServiceId: reports.id,
 *     permission: "iam:domain::6e9dfd51d1124e8d8498dce894923a0e",
 * });
 *
 * const consumer = new vpcep.Provider("consumer", { region: "eu-de", projectId: "295dacf46a4842fcbf7844dc2dc2489d" });
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: reports.id,
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 * }, { provider: consumer, dependsOn: [permission] });
 *
 * const approval = new vpcep.EndpointApproval("approval", {
 *     endpointServiceId: reports.id,
 *     endpointId: endpoint.id,
 *     decision: vpcep.ApprovalDecision.Accept,
 * });
 *
 * export const connection = approval.status;
 * ```
 *
 * ### Noting what a connection is for
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const shop = new vpcep.EndpointApproval("shop", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     endpointId: "3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11",
 *     description: "the shop's orders",
 * });
 * ```
 *
 * ## Import
 *
 * An approval is imported by the service's id and the endpoint's:
 *
 * ```sh
 * pulumi import vpcep:index:EndpointApproval example 4189d3c2-8882-4871-a3c2-d380272eed83/3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11
 * ```
 *
 * ## Timeouts
 *
 * An operation that takes longer than 10 minutes fails, unless the resource option `customTimeouts` gives it more (or less). What was made by then is kept, and the next `pulumi up` goes on with it.
 */
export class EndpointApproval extends pulumi.CustomResource {
    /**
     * Reads an existing EndpointApproval that this stack does not manage.
     *
     * @param name The name the engine knows it by.
     * @param id The id by which the provider finds it.
     * @param opts How the engine manages it.
     */
    public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): EndpointApproval {
        return new EndpointApproval(name, undefined as any, { ...opts, id: id });
    }

    /** @internal */
    public static readonly __pulumiType = "vpcep:index:EndpointApproval";

    /**
     * Whether the object is a EndpointApproval, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is EndpointApproval {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === EndpointApproval.__pulumiType;
    }

    /**
     * Tells this resource from another that stands for the same connection, such as the one that it replaced: the connection stays while one of them does.
     */
    declare public /*out*/ readonly claimId: pulumi.Output<string | undefined>;
    /**
     * When the connection was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly createdAt: pulumi.Output<string | undefined>;
    /**
     * Whether the connection is let in. Changes in place.
     *
     * One of: `accept`, `reject`, `pending`.
     */
    declare public readonly decision: pulumi.Output<enums.ApprovalDecision>;
    /**
     * What the connection is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe, perhaps also on Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly description: pulumi.Output<string | undefined>;
    /**
     * The endpoint's private domain names; absent where this project cannot see the endpoint.
     */
    declare public /*out*/ readonly dnsNames: pulumi.Output<string[] | undefined>;
    /**
     * Id of the account (domain) that owns the endpoint.
     */
    declare public /*out*/ readonly domainId: pulumi.Output<string | undefined>;
    /**
     * Id of the endpoint. 1 to 64 characters.
     */
    declare public readonly endpointId: pulumi.Output<string>;
    /**
     * Id of the service. 1 to 64 characters.
     */
    declare public readonly endpointServiceId: pulumi.Output<string>;
    /**
     * The endpoint's private address; absent where this project cannot see the endpoint.
     */
    declare public /*out*/ readonly ip: pulumi.Output<string | undefined>;
    /**
     * The number that marks the endpoint's packets, as text: it has up to 64 bits.
     */
    declare public /*out*/ readonly markerId: pulumi.Output<string | undefined>;
    /**
     * The state of the connection: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
     */
    declare public /*out*/ readonly status: pulumi.Output<string>;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly updatedAt: pulumi.Output<string | undefined>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args: EndpointApprovalArgs, opts?: pulumi.CustomResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        if (opts.id) {
            resourceInputs["claimId"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["decision"] = undefined /*out*/;
            resourceInputs["description"] = undefined /*out*/;
            resourceInputs["dnsNames"] = undefined /*out*/;
            resourceInputs["domainId"] = undefined /*out*/;
            resourceInputs["endpointId"] = undefined /*out*/;
            resourceInputs["endpointServiceId"] = undefined /*out*/;
            resourceInputs["ip"] = undefined /*out*/;
            resourceInputs["markerId"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
        } else {
            if (args?.endpointId === undefined && !opts.urn) {
                throw new Error("Missing required property 'endpointId'");
            }
            if (args?.endpointServiceId === undefined && !opts.urn) {
                throw new Error("Missing required property 'endpointServiceId'");
            }
            resourceInputs["decision"] = (args?.decision) ?? "accept";
            resourceInputs["description"] = args?.description;
            resourceInputs["endpointId"] = args?.endpointId;
            resourceInputs["endpointServiceId"] = args?.endpointServiceId;
            resourceInputs["claimId"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["dnsNames"] = undefined /*out*/;
            resourceInputs["domainId"] = undefined /*out*/;
            resourceInputs["ip"] = undefined /*out*/;
            resourceInputs["markerId"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        super(EndpointApproval.__pulumiType, name, resourceInputs, opts);
    }
}

/**
 * The inputs of `EndpointApproval`.
 */
export interface EndpointApprovalArgs {
    /**
     * Whether the connection is let in. Changes in place.
     *
     * Allowed values: `accept`, `reject`, `pending`.
     *
     * Default: `accept`.
     */
    decision?: pulumi.Input<enums.ApprovalDecision | undefined>;
    /**
     * What the connection is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe, perhaps also on Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    description?: pulumi.Input<string | undefined>;
    /**
     * Id of the endpoint. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    endpointId: pulumi.Input<string>;
    /**
     * Id of the service. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    endpointServiceId: pulumi.Input<string>;
}
