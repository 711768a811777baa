// *** This file was written by sdk/Generator from schema.json. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
import * as enums from "../types/enums";

/**
 * A statement of an endpoint's policy.
 */
export interface PolicyStatementArgs {
    /**
     * What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything. 1 to 100 elements.
     */
    actions: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * Whether it allows or denies.
     *
     * Allowed values: `Allow`, `Deny`.
     */
    effect: pulumi.Input<enums.PolicyEffect>;
    /**
     * With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything. 1 to 100 elements.
     */
    resources: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * A port that clients connect to, and the port of the server that answers.
 */
export interface PortMappingArgs {
    /**
     * The port that clients connect to. From 1 to 65535.
     */
    clientPort: pulumi.Input<number>;
    /**
     * The protocol.
     *
     * Allowed values: `TCP`, `UDP`.
     *
     * Default: `TCP`.
     */
    protocol?: pulumi.Input<enums.Protocol | undefined>;
    /**
     * The port of the server. From 1 to 65535.
     */
    serverPort: pulumi.Input<number>;
}

/**
 * A PortMappingArgs with its defaults.
 */
export function portMappingArgsProvideDefaults(val: PortMappingArgs): PortMappingArgs {
    return {
        ...val,
        protocol: (val.protocol) ?? "TCP",
    };
}

/**
 * A VPC that a private link connects.
 */
export interface PrivateLinkConsumerArgs {
    /**
     * What the endpoint is for, up to 128 characters without angle brackets. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Flexible Engine.
     *
     * Changing this replaces the resource.
     */
    description?: pulumi.Input<string | undefined>;
    /**
     * Whether the endpoint gets private domain names, `dnsNames`; interface services only.
     *
     * Default: `false`.
     *
     * Changing this replaces the resource.
     */
    enableDns?: pulumi.Input<boolean | undefined>;
    /**
     * Whether only the addresses of `whitelist` may use the endpoint; interface services only. Changes in place on Huawei Cloud and Huawei Cloud Europe; elsewhere a change replaces the resource.
     *
     * Default: `false`.
     */
    enableWhitelist?: pulumi.Input<boolean | undefined>;
    /**
     * What the endpoint's users may do with the service, at most 10 statements, for services that support policies. Left out or empty, everything. At most 10 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud and Open Telekom Cloud Switzerland. Changes in place on Huawei Cloud and Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    policyStatements?: pulumi.Input<pulumi.Input<inputs.PolicyStatementArgs>[] | undefined>;
    /**
     * The address that the endpoint shall have in the subnet; interface services only. Left out, the cloud picks a free one. Either way, `ip` is the one it has.
     *
     * Changing this replaces the resource.
     */
    portIp?: pulumi.Input<string | undefined>;
    /**
     * Network id of the subnet, in that VPC, that the endpoint takes its address from. Its CIDR block must not overlap 198.19.128.0/17. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    subnetId: pulumi.Input<string>;
    /**
     * Tags, at most 20. Which characters they may have depends on the cloud. At most 20 elements. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and a private region. Changes in place on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and Flexible Engine; elsewhere a change replaces the resource.
     */
    tags?: pulumi.Input<{[key: string]: pulumi.Input<string>} | undefined>;
    /**
     * Id of the VPC to connect. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    vpcId: pulumi.Input<string>;
    /**
     * The IPv4 addresses and CIDR blocks that may use the endpoint; interface services only. In force while `enableWhitelist` is true; an empty list then lets nobody in. At most 20 elements. Changes in place on Huawei Cloud and Huawei Cloud Europe; elsewhere a change replaces the resource.
     */
    whitelist?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/**
 * A PrivateLinkConsumerArgs with its defaults.
 */
export function privateLinkConsumerArgsProvideDefaults(val: PrivateLinkConsumerArgs): PrivateLinkConsumerArgs {
    return {
        ...val,
        enableDns: (val.enableDns) ?? false,
        enableWhitelist: (val.enableWhitelist) ?? false,
    };
}

export namespace vpn {
}
