// *** This file was written by sdk/Generator from schema.json. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Accepts the connection of one VPC endpoint to a VPC endpoint service, or holds it rejected, on behalf of the service's owner. The endpoint may be in another project or account.
 *
 * Needed for services with approval. A connection that someone else rejects (or accepts) shows as drift of `decision`, and the next `pulumi up` decides it again. Deleting the resource rejects the connection; the endpoint itself stays.
 *
 * ## Import
 *
 * An approval is imported by the service's id and the endpoint's:
 *
 * ```sh
 * pulumi import vpcep:index:EndpointApproval example 4189d3c2-8882-4871-a3c2-d380272eed83/3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11
 * ```
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
     * What the connection is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe.
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
     * What the connection is for, up to 128 characters without angle brackets. Changes in place. Only on Huawei Cloud and Huawei Cloud Europe.
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
