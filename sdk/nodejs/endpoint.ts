// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "./types/input";
import * as outputs from "./types/output";
import * as enums from "./types/enums";
import * as utilities from "./utilities";

/**
 * Connects a VPC privately to a VPC endpoint service.
 *
 * Creating and deleting take the cloud one to two minutes. The resource is done when the endpoint is `accepted`, or `pendingAcceptance` where the service's owner still has to accept it: until then it has neither address nor private names. The next `pulumi up` or preview brings them in; `waitForAcceptance` waits for them.
 *
 * ## Example Usage
 *
 * ### An address and a private name in the VPC
 *
 * The service may belong to another account, which gives its full name out.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const reports = vpcep.getServiceSummaryOutput({ fullName: "eu-de.reports.4189d3c2-8882-4871-a3c2-d380272eed83" });
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: reports.id,
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     enableDns: true,
 * });
 *
 * export const address = endpoint.ip;
 * export const names = endpoint.dnsNames;
 * ```
 *
 * ### An endpoint that only some addresses may use
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: "4189d3c2-8882-4871-a3c2-d380272eed83",
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     portIp: "192.168.0.10",
 *     enableWhitelist: true,
 *     whitelist: ["192.168.0.0/24", "10.1.2.3"],
 *     description: "for the shop's own machines",
 *     waitForAcceptance: true,
 *     tags: { team: "shop" },
 * });
 * ```
 *
 * ### Object storage by way of route tables, one bucket only
 *
 * Gateway services belong to the cloud's operator. Their endpoints have no address: route tables lead to them. Policies exist on Huawei Cloud and Open Telekom Cloud.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const storage = vpcep.getPublicServicesOutput({ name: "obs" });
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: storage.apply(storage => storage.publicServices[0].id),
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     routeTables: ["5b4a3c2d-1e0f-4a9b-8c7d-6e5f4a3b2c66"],
 *     policyStatements: [
 *         {
 *             effect: vpcep.PolicyEffect.Allow,
 *             actions: ["obs:*:*"],
 *             resources: ["obs:*:*:bucket:reports", "obs:*:*:object:reports/*"],
 *         },
 *     ],
 * });
 * ```
 *
 * ### A bucket for one account alone
 *
 * A condition narrows a statement. Operators and keys are the cloud's own and go there as they are. Conditions exist on Huawei Cloud.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const storage = vpcep.getPublicServicesOutput({ name: "obs" });
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: storage.apply(storage => storage.publicServices[0].id),
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     policyStatements: [
 *         {
 *             sid: "readReports",
 *             effect: vpcep.PolicyEffect.Allow,
 *             actions: ["obs:object:GetObject"],
 *             resources: ["obs:*:*:object:reports/*"],
 *             condition: {
 *                 StringEquals: { "g:PrincipalAccount": ["05f2c8a1b3d44e6f9a7b1c2d3e4f5a66"] },
 *             },
 *         },
 *     ],
 * });
 * ```
 *
 * ### A cloud's own service, narrowed by a policy document
 *
 * Interface services of the cloud's operator take a document instead of statements, on Huawei Cloud. `enableDns` lets programs find the service by its name.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const keys = vpcep.getPublicServicesOutput({ name: "kms" });
 *
 * const endpoint = new vpcep.Endpoint("endpoint", {
 *     endpointServiceId: keys.apply(keys => keys.publicServices[0].id),
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     enableDns: true,
 *     policyDocument: {
 *         version: "5.0",
 *         statements: [
 *             {
 *                 sid: "readKeys",
 *                 effect: vpcep.PolicyEffect.Allow,
 *                 principal: "*",
 *                 actions: ["kms:cmk:get", "kms:cmk:list"],
 *                 resources: ["*"],
 *                 condition: {
 *                     StringEquals: { "g:SourceVpc": "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44" },
 *                 },
 *             },
 *             {
 *                 effect: vpcep.PolicyEffect.Deny,
 *                 principal: { IAM: ["urn:iam::05f2c8a1b3d44e6f9a7b1c2d3e4f5a66:root"] },
 *                 notActions: ["kms:cmk:get", "kms:cmk:list"],
 *                 notResources: ["kms:*:*:cmk:shared"],
 *             },
 *         ],
 *     },
 * });
 * ```
 *
 * ### An endpoint with an IPv6 address
 *
 * The service is of the professional edition; dual-stack endpoints are, too.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = new vpcep.EndpointService("web", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     approvalEnabled: false,
 *     edition: vpcep.Edition.Professional,
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 * });
 *
 * const shop = new vpcep.Endpoint("shop", {
 *     endpointServiceId: web.id,
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     ipVersion: vpcep.EndpointIpVersion.DualStack,
 *     ipv6Address: "2001:db8::10",
 * });
 *
 * export const address = shop.ipv6Address;
 * ```
 *
 * ### An endpoint of the professional edition
 *
 * It is made a basic one, and upgraded.
 *
 * ```typescript
 * import * as vpcep from "@pulumi/vpcep";
 *
 * const web = new vpcep.EndpointService("web", {
 *     vpcId: "6d7a6a4e-8a2f-4a86-9d3b-2f4a8a0c1b11",
 *     portId: "0f5b3c1e-58a4-4a0e-9f0c-3f0f6f5f2c22",
 *     serverType: vpcep.ServerType.Lb,
 *     approvalEnabled: false,
 *     edition: vpcep.Edition.Professional,
 *     ports: [{ clientPort: 443, serverPort: 8443 }],
 * });
 *
 * const shop = new vpcep.Endpoint("shop", {
 *     endpointServiceId: web.id,
 *     vpcId: "3f1b2c4d-5e6f-4a7b-8c9d-0e1f2a3b4c44",
 *     subnetId: "9a8b7c6d-5e4f-4d3c-8b2a-1f0e9d8c7b55",
 *     edition: vpcep.Edition.Professional,
 * });
 * ```
 *
 * ## Import
 *
 * An endpoint is imported by its id:
 *
 * ```sh
 * pulumi import vpcep:index:Endpoint example 4189d3c2-8882-4871-a3c2-d380272eed83
 * ```
 *
 * ## Timeouts
 *
 * An operation that takes longer than 10 minutes fails, unless the resource option `customTimeouts` gives it more (or less). What was made by then is kept, and the next `pulumi up` goes on with it.
 */
export class Endpoint extends pulumi.CustomResource {
    /**
     * Reads an existing Endpoint that this stack does not manage.
     *
     * @param name The name the engine knows it by.
     * @param id The id by which the provider finds it.
     * @param opts How the engine manages it.
     */
    public static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Endpoint {
        return new Endpoint(name, undefined as any, { ...opts, id: id });
    }

    /** @internal */
    public static readonly __pulumiType = "vpcep:index:Endpoint";

    /**
     * Whether the object is a Endpoint, also one of another copy of this package.
     */
    public static isInstance(obj: any): obj is Endpoint {
        if (obj === undefined || obj === null) {
            return false;
        }
        return obj["__pulumiType"] === Endpoint.__pulumiType;
    }

    /**
     * The account's states: `active`, or the reasons why the endpoint is frozen.
     */
    declare public /*out*/ readonly activeStatus: pulumi.Output<string[] | undefined>;
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly createdAt: pulumi.Output<string | undefined>;
    /**
     * What the endpoint is for, up to 128 characters without angle brackets. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     */
    declare public readonly description: pulumi.Output<string | undefined>;
    /**
     * The endpoint's private domain names; absent until the connection is accepted.
     */
    declare public /*out*/ readonly dnsNames: pulumi.Output<string[] | undefined>;
    /**
     * The edition; interface services only. The cloud makes a basic endpoint a professional one in place, where its service is of that edition; there is no way back, so that a change to `basic` replaces it. The cloud does not show it: left out, it is as it is, and what others upgrade is not seen. A dual-stack endpoint is professional. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * One of: `basic`, `professional`.
     */
    declare public readonly edition: pulumi.Output<enums.Edition | undefined>;
    /**
     * Whether the endpoint gets private domain names, `dnsNames`; interface services only.
     */
    declare public readonly enableDns: pulumi.Output<boolean>;
    /**
     * Whether the endpoint is switched on: `enable` or `disable`.
     */
    declare public /*out*/ readonly enableStatus: pulumi.Output<string | undefined>;
    /**
     * Whether only the addresses of `whitelist` may use the endpoint; interface services only. Changes in place on Huawei Cloud, Huawei Cloud Europe and Cloud.ru; elsewhere a change replaces the resource.
     */
    declare public readonly enableWhitelist: pulumi.Output<boolean>;
    /**
     * Id of the service to connect to. 1 to 64 characters.
     */
    declare public readonly endpointServiceId: pulumi.Output<string>;
    /**
     * The private address that the endpoint has; absent until the connection is accepted.
     */
    declare public /*out*/ readonly ip: pulumi.Output<string | undefined>;
    /**
     * Which addresses the endpoint has; interface services only. `dualstack` is of the professional edition, which some regions have, and needs a subnet with IPv6 and a service of that edition. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack, where it is `ipv4` unless set.
     *
     * One of: `ipv4`, `dualstack`.
     */
    declare public readonly ipVersion: pulumi.Output<enums.EndpointIpVersion | undefined>;
    /**
     * The IPv6 address that the endpoint shall have in the subnet, for an `ipVersion` of `dualstack`. Left out, the cloud picks a free one. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    declare public readonly ipv6Address: pulumi.Output<string | undefined>;
    /**
     * The number that marks the endpoint's packets, as text: it has up to 64 bits.
     */
    declare public /*out*/ readonly markerId: pulumi.Output<string | undefined>;
    /**
     * What the endpoint's users may do with the service, for the cloud's own interface services that support policies. Left out, everything. Endpoints of gateway services have `policyStatements`, those of private services no policy. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe.
     */
    declare public readonly policyDocument: pulumi.Output<outputs.PolicyDocument | undefined>;
    /**
     * What the endpoint's users may do with the service, at most 10 statements, for gateway services that support policies. Left out or empty, everything. At most 10 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud and Open Telekom Cloud Switzerland. Changes in place on Huawei Cloud, perhaps also on Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    declare public readonly policyStatements: pulumi.Output<outputs.PolicyStatement[] | undefined>;
    /**
     * The address that the endpoint shall have in the subnet; interface services only. Left out, the cloud picks a free one. Either way, `ip` is the one it has.
     */
    declare public readonly portIp: pulumi.Output<string | undefined>;
    /**
     * Id of the project that owns the endpoint.
     */
    declare public /*out*/ readonly projectId: pulumi.Output<string | undefined>;
    /**
     * The edge group of the endpoint, where it belongs to one.
     */
    declare public /*out*/ readonly publicBorderGroup: pulumi.Output<string | undefined>;
    /**
     * Ids of the route tables that lead to the endpoint; gateway services only. Left out, the VPC's default one. Each: 1 to 64 characters. Changes in place on Huawei Cloud and Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    declare public readonly routeTables: pulumi.Output<string[] | undefined>;
    /**
     * The full name of the service.
     */
    declare public /*out*/ readonly serviceName: pulumi.Output<string | undefined>;
    /**
     * The type of the service.
     *
     * One of: `interface`, `gateway`.
     */
    declare public /*out*/ readonly serviceType: pulumi.Output<enums.ServiceType | undefined>;
    /**
     * The specification of the endpoint, where the cloud says so.
     */
    declare public /*out*/ readonly specificationName: pulumi.Output<string | undefined>;
    /**
     * The state of the connection: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
     */
    declare public /*out*/ readonly status: pulumi.Output<string>;
    /**
     * Network id of the subnet, in that VPC, that the endpoint takes its address from. Interface services need it. Its CIDR block must not overlap 198.19.128.0/17. 1 to 64 characters.
     */
    declare public readonly subnetId: pulumi.Output<string | undefined>;
    /**
     * Tags, at most 20. Which characters they may have depends on the cloud. At most 20 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine, Cloud.ru and a private region. Changes in place on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and Cloud.ru; elsewhere a change replaces the resource.
     */
    declare public readonly tags: pulumi.Output<{[key: string]: string} | undefined>;
    /**
     * All tags: those of the program and the provider's `defaultTags`, without those of its `ignoreTags`. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine, Cloud.ru and a private region.
     */
    declare public /*out*/ readonly tagsAll: pulumi.Output<{[key: string]: string} | undefined>;
    /**
     * Names of inputs that an import could not learn: before the connection is accepted, the cloud tells no address, neither `portIp` nor IPv6, nor whether `enableDns` was asked for. What the program says of them is taken for what is there; a refresh after the acceptance tells. Absent when nothing is left to tell.
     */
    declare public /*out*/ readonly untold: pulumi.Output<string[] | undefined>;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    declare public /*out*/ readonly updatedAt: pulumi.Output<string | undefined>;
    /**
     * Id of the VPC to connect. 1 to 64 characters.
     */
    declare public readonly vpcId: pulumi.Output<string>;
    /**
     * Whether to wait until the service's owner has accepted the endpoint, up to the timeout of the create. Being rejected is an error then.
     */
    declare public readonly waitForAcceptance: pulumi.Output<boolean>;
    /**
     * The IPv4 addresses and CIDR blocks that may use the endpoint; interface services only. In force while `enableWhitelist` is true; an empty list then lets nobody in. At most 20 elements. Changes in place on Huawei Cloud, Huawei Cloud Europe and Cloud.ru; elsewhere a change replaces the resource.
     */
    declare public readonly whitelist: pulumi.Output<string[] | undefined>;

    /**
     * Creates it.
     *
     * @param name The name the engine knows it by; unique among its kind in the stack.
     * @param args Its inputs.
     * @param opts How the engine manages it.
     */
    constructor(name: string, args: EndpointArgs, opts?: pulumi.CustomResourceOptions) {
        let resourceInputs: pulumi.Inputs = {};
        opts = opts || {};
        if (opts.id) {
            resourceInputs["activeStatus"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["description"] = undefined /*out*/;
            resourceInputs["dnsNames"] = undefined /*out*/;
            resourceInputs["edition"] = undefined /*out*/;
            resourceInputs["enableDns"] = undefined /*out*/;
            resourceInputs["enableStatus"] = undefined /*out*/;
            resourceInputs["enableWhitelist"] = undefined /*out*/;
            resourceInputs["endpointServiceId"] = undefined /*out*/;
            resourceInputs["ip"] = undefined /*out*/;
            resourceInputs["ipVersion"] = undefined /*out*/;
            resourceInputs["ipv6Address"] = undefined /*out*/;
            resourceInputs["markerId"] = undefined /*out*/;
            resourceInputs["policyDocument"] = undefined /*out*/;
            resourceInputs["policyStatements"] = undefined /*out*/;
            resourceInputs["portIp"] = undefined /*out*/;
            resourceInputs["projectId"] = undefined /*out*/;
            resourceInputs["publicBorderGroup"] = undefined /*out*/;
            resourceInputs["routeTables"] = undefined /*out*/;
            resourceInputs["serviceName"] = undefined /*out*/;
            resourceInputs["serviceType"] = undefined /*out*/;
            resourceInputs["specificationName"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["subnetId"] = undefined /*out*/;
            resourceInputs["tags"] = undefined /*out*/;
            resourceInputs["tagsAll"] = undefined /*out*/;
            resourceInputs["untold"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
            resourceInputs["vpcId"] = undefined /*out*/;
            resourceInputs["waitForAcceptance"] = undefined /*out*/;
            resourceInputs["whitelist"] = undefined /*out*/;
        } else {
            if (args?.endpointServiceId === undefined && !opts.urn) {
                throw new Error("Missing required property 'endpointServiceId'");
            }
            if (args?.vpcId === undefined && !opts.urn) {
                throw new Error("Missing required property 'vpcId'");
            }
            resourceInputs["description"] = args?.description;
            resourceInputs["edition"] = args?.edition;
            resourceInputs["enableDns"] = (args?.enableDns) ?? false;
            resourceInputs["enableWhitelist"] = (args?.enableWhitelist) ?? false;
            resourceInputs["endpointServiceId"] = args?.endpointServiceId;
            resourceInputs["ipVersion"] = args?.ipVersion;
            resourceInputs["ipv6Address"] = args?.ipv6Address;
            resourceInputs["policyDocument"] = args?.policyDocument ? pulumi.output(args.policyDocument).apply(v => v ? inputs.policyDocumentArgsProvideDefaults(v) : undefined) : undefined;
            resourceInputs["policyStatements"] = args?.policyStatements;
            resourceInputs["portIp"] = args?.portIp;
            resourceInputs["routeTables"] = args?.routeTables;
            resourceInputs["subnetId"] = args?.subnetId;
            resourceInputs["tags"] = args?.tags;
            resourceInputs["vpcId"] = args?.vpcId;
            resourceInputs["waitForAcceptance"] = (args?.waitForAcceptance) ?? false;
            resourceInputs["whitelist"] = args?.whitelist;
            resourceInputs["activeStatus"] = undefined /*out*/;
            resourceInputs["createdAt"] = undefined /*out*/;
            resourceInputs["dnsNames"] = undefined /*out*/;
            resourceInputs["enableStatus"] = undefined /*out*/;
            resourceInputs["ip"] = undefined /*out*/;
            resourceInputs["markerId"] = undefined /*out*/;
            resourceInputs["projectId"] = undefined /*out*/;
            resourceInputs["publicBorderGroup"] = undefined /*out*/;
            resourceInputs["serviceName"] = undefined /*out*/;
            resourceInputs["serviceType"] = undefined /*out*/;
            resourceInputs["specificationName"] = undefined /*out*/;
            resourceInputs["status"] = undefined /*out*/;
            resourceInputs["tagsAll"] = undefined /*out*/;
            resourceInputs["untold"] = undefined /*out*/;
            resourceInputs["updatedAt"] = undefined /*out*/;
        }
        opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);
        super(Endpoint.__pulumiType, name, resourceInputs, opts);
    }
}

/**
 * The inputs of `Endpoint`.
 */
export interface EndpointArgs {
    /**
     * What the endpoint is for, up to 128 characters without angle brackets. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Cloud.ru, perhaps also on Flexible Engine and Huawei Cloud Stack.
     *
     * Changing this replaces the resource.
     */
    description?: pulumi.Input<string | undefined>;
    /**
     * The edition; interface services only. The cloud makes a basic endpoint a professional one in place, where its service is of that edition; there is no way back, so that a change to `basic` replaces it. The cloud does not show it: left out, it is as it is, and what others upgrade is not seen. A dual-stack endpoint is professional. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Allowed values: `basic`, `professional`.
     */
    edition?: pulumi.Input<enums.Edition | undefined>;
    /**
     * Whether the endpoint gets private domain names, `dnsNames`; interface services only.
     *
     * Default: `false`.
     *
     * Changing this replaces the resource.
     */
    enableDns?: pulumi.Input<boolean | undefined>;
    /**
     * Whether only the addresses of `whitelist` may use the endpoint; interface services only. Changes in place on Huawei Cloud, Huawei Cloud Europe and Cloud.ru; elsewhere a change replaces the resource.
     *
     * Default: `false`.
     */
    enableWhitelist?: pulumi.Input<boolean | undefined>;
    /**
     * Id of the service to connect to. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    endpointServiceId: pulumi.Input<string>;
    /**
     * Which addresses the endpoint has; interface services only. `dualstack` is of the professional edition, which some regions have, and needs a subnet with IPv6 and a service of that edition. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack, where it is `ipv4` unless set.
     *
     * Allowed values: `ipv4`, `dualstack`.
     *
     * Changing this replaces the resource.
     */
    ipVersion?: pulumi.Input<enums.EndpointIpVersion | undefined>;
    /**
     * The IPv6 address that the endpoint shall have in the subnet, for an `ipVersion` of `dualstack`. Left out, the cloud picks a free one. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe, Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     *
     * Changing this replaces the resource.
     */
    ipv6Address?: pulumi.Input<string | undefined>;
    /**
     * What the endpoint's users may do with the service, for the cloud's own interface services that support policies. Left out, everything. Endpoints of gateway services have `policyStatements`, those of private services no policy. Only on Huawei Cloud, perhaps also on Huawei Cloud Europe.
     */
    policyDocument?: pulumi.Input<inputs.PolicyDocumentArgs | undefined>;
    /**
     * What the endpoint's users may do with the service, at most 10 statements, for gateway services that support policies. Left out or empty, everything. At most 10 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud and Open Telekom Cloud Switzerland. Changes in place on Huawei Cloud, perhaps also on Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    policyStatements?: pulumi.Input<pulumi.Input<inputs.PolicyStatementArgs>[] | undefined>;
    /**
     * The address that the endpoint shall have in the subnet; interface services only. Left out, the cloud picks a free one. Either way, `ip` is the one it has.
     *
     * Changing this replaces the resource.
     */
    portIp?: pulumi.Input<string | undefined>;
    /**
     * Ids of the route tables that lead to the endpoint; gateway services only. Left out, the VPC's default one. Each: 1 to 64 characters. Changes in place on Huawei Cloud and Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    routeTables?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * Network id of the subnet, in that VPC, that the endpoint takes its address from. Interface services need it. Its CIDR block must not overlap 198.19.128.0/17. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    subnetId?: pulumi.Input<string | undefined>;
    /**
     * Tags, at most 20. Which characters they may have depends on the cloud. At most 20 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine, Cloud.ru and a private region. Changes in place on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and Cloud.ru; elsewhere a change replaces the resource.
     */
    tags?: pulumi.Input<{[key: string]: pulumi.Input<string>} | undefined>;
    /**
     * Id of the VPC to connect. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    vpcId: pulumi.Input<string>;
    /**
     * Whether to wait until the service's owner has accepted the endpoint, up to the timeout of the create. Being rejected is an error then.
     *
     * Default: `false`.
     */
    waitForAcceptance?: pulumi.Input<boolean | undefined>;
    /**
     * The IPv4 addresses and CIDR blocks that may use the endpoint; interface services only. In force while `enableWhitelist` is true; an empty list then lets nobody in. At most 20 elements. Changes in place on Huawei Cloud, Huawei Cloud Europe and Cloud.ru; elsewhere a change replaces the resource.
     */
    whitelist?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}
