// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
import * as enums from "../types/enums";

/**
 * An agency: what another account lets this one do in its name.
 */
export interface AssumeRoleArgs {
    /**
     * Name of the agency. Left out, the plugin takes it from `HW_ASSUME_ROLE_AGENCY_NAME`.
     */
    agencyName: pulumi.Input<string>;
    /**
     * Id of the account that the agency belongs to: its keys are the newer STS service's where there is one. Left out, the plugin takes it from `HW_ASSUME_ROLE_DOMAIN_ID`, unless `domainName` is set.
     */
    domainId?: pulumi.Input<string | undefined>;
    /**
     * Name of the account that the agency belongs to, in place of its id: its keys are IAM's. Left out, the plugin takes it from `HW_ASSUME_ROLE_DOMAIN_NAME`, unless `domainId` is set.
     */
    domainName?: pulumi.Input<string | undefined>;
    /**
     * How many seconds the keys hold before they are renewed: an hour from IAM, and what the agency allows from STS, when left out. STS gives no more than an hour to who asks with temporary keys. From 900 to 86400. Left out, the plugin takes it from `HW_ASSUME_ROLE_DURATION`.
     */
    durationSeconds?: pulumi.Input<number | undefined>;
}

/**
 * A sign-in with the token of another identity provider.
 */
export interface AssumeRoleWithOidcArgs {
    /**
     * Name of an agency to take on then, before those of `assumeRole`; with `domainId` or `domainName`.
     */
    agencyName?: pulumi.Input<string | undefined>;
    /**
     * Id of the account that the agency belongs to.
     */
    domainId?: pulumi.Input<string | undefined>;
    /**
     * Name of the account that the agency belongs to.
     */
    domainName?: pulumi.Input<string | undefined>;
    /**
     * How many seconds the agency's keys hold before they are renewed. From 900 to 86400.
     */
    durationSeconds?: pulumi.Input<number | undefined>;
    /**
     * The provider's token (a JWT). It ends soon: a file can be renewed, this cannot. Left out, the plugin takes it from `HW_ASSUME_ROLE_ID_TOKEN`, unless `idTokenFile` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    idToken?: pulumi.Input<string | undefined>;
    /**
     * A file with the provider's token, read anew for each sign-in. Left out, the plugin takes it from `HW_ASSUME_ROLE_ID_TOKEN_FILE` or `HUAWEICLOUD_SDK_ID_TOKEN_FILE`, unless `idToken` is set.
     */
    idTokenFile?: pulumi.Input<string | undefined>;
    /**
     * Id of the identity provider, as the account calls it. Left out, the plugin takes it from `HW_ASSUME_ROLE_IDP_ID` or `HUAWEICLOUD_SDK_IDP_ID`.
     */
    idpId: pulumi.Input<string>;
}

/**
 * Tags that others manage: they are neither shown nor changed.
 */
export interface IgnoreTagsArgs {
    /**
     * How their keys begin. The cloud's own, which begin with `_sys_`, are always left alone.
     */
    keyPrefixes?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * Their keys.
     */
    keys?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/**
 * The policy of an endpoint of a cloud's own interface service.
 */
export interface PolicyDocumentArgs {
    /**
     * Elements of the document that have no property here, as those of a statement.
     */
    otherElements?: pulumi.Input<{[key: string]: pulumi.Input<any>} | undefined>;
    /**
     * The statements. What none of them allows is denied. 1 to 100 elements.
     */
    statements: pulumi.Input<pulumi.Input<inputs.PolicyDocumentStatementArgs>[]>;
    /**
     * The version of the grammar; the clouds document `5.0` only.
     *
     * Default: `5.0`.
     */
    version?: pulumi.Input<string | undefined>;
}

/**
 * A PolicyDocumentArgs with its defaults.
 */
export function policyDocumentArgsProvideDefaults(val: PolicyDocumentArgs): PolicyDocumentArgs {
    return {
        ...val,
        version: (val.version) ?? "5.0",
    };
}

/**
 * A statement of a policy document.
 */
export interface PolicyDocumentStatementArgs {
    /**
     * What may or may not be done, such as `kms:cmk:get`; `*` stands for anything. This or `notActions`. At most 100 elements.
     */
    actions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * When the statement holds: operators, of each the condition keys and their values, such as `{StringEquals: {"g:PrincipalAccount": [...]}}`. Which there are is in the cloud's IAM documentation; the provider sends them as they are. Left out, always.
     */
    condition?: pulumi.Input<any | undefined>;
    /**
     * Whether it allows or denies.
     *
     * Allowed values: `Allow`, `Deny`.
     */
    effect: pulumi.Input<enums.PolicyEffect>;
    /**
     * Everything but this may or may not be done. At most 100 elements.
     */
    notActions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * With all resources but these. At most 100 elements.
     */
    notResources?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * Elements of the statement that have no property here, by the names and with the values that the API gives them. Left out, those that the cloud holds stay.
     */
    otherElements?: pulumi.Input<{[key: string]: pulumi.Input<any>} | undefined>;
    /**
     * Whom it is about: `*`, or an object such as `{IAM: [...]}`. Left out, everyone, `*`.
     */
    principal?: pulumi.Input<any | undefined>;
    /**
     * With which resources; `*` stands for anything. This or `notResources`. At most 100 elements.
     */
    resources?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    /**
     * A label for people; the cloud makes nothing of it.
     */
    sid?: pulumi.Input<string | undefined>;
}

/**
 * A statement of the policy of an endpoint of a gateway service.
 */
export interface PolicyStatementArgs {
    /**
     * What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything. At most 100 elements.
     */
    actions: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * When the statement holds: operators, of each the condition keys and their values, such as `{StringEquals: {"g:PrincipalAccount": [...]}}`. Which there are is in the cloud's IAM documentation; the provider sends them as they are. Left out, always.
     */
    condition?: pulumi.Input<any | undefined>;
    /**
     * Whether it allows or denies.
     *
     * Allowed values: `Allow`, `Deny`.
     */
    effect: pulumi.Input<enums.PolicyEffect>;
    /**
     * Elements of the statement that have no property here, by the names and with the values that the API gives them. Left out, those that the cloud holds stay.
     */
    otherElements?: pulumi.Input<{[key: string]: pulumi.Input<any>} | undefined>;
    /**
     * With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything. At most 100 elements.
     */
    resources: pulumi.Input<pulumi.Input<string>[]>;
    /**
     * A label for people; the cloud makes nothing of it.
     */
    sid?: pulumi.Input<string | undefined>;
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
     * Network id of the subnet, in that VPC, that the endpoint takes its address from. Its CIDR block must not overlap 198.19.128.0/17. 1 to 64 characters.
     *
     * Changing this replaces the resource.
     */
    subnetId: pulumi.Input<string>;
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
     * The IPv4 addresses and CIDR blocks that may use the endpoint; interface services only. In force while `enableWhitelist` is true; an empty list then lets nobody in. At most 20 elements. Changes in place on Huawei Cloud, Huawei Cloud Europe and Cloud.ru; elsewhere a change replaces the resource.
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

/**
 * What a resource is like besides its tags.
 */
export interface ResourceMatchArgs {
    /**
     * What to look at.
     *
     * Allowed values: `resource_name`.
     */
    key: pulumi.Input<enums.ResourceMatchKey>;
    /**
     * A part of it, up to 255 characters; letter case does not matter. An empty text fits nothing. At most 255 characters.
     */
    value: pulumi.Input<string>;
}

/**
 * What a resource is like besides its tags.
 */
export interface ResourceMatch {
    /**
     * What to look at.
     *
     * Allowed values: `resource_name`.
     */
    key: enums.ResourceMatchKey;
    /**
     * A part of it, up to 255 characters; letter case does not matter. An empty text fits nothing. At most 255 characters.
     */
    value: string;
}

/**
 * A load balancer behind a service that has several.
 */
export interface ServerResourceArgs {
    /**
     * The availability zone that it is in, such as `cn-east-4a`. 1 to 64 characters.
     */
    availabilityZoneId?: pulumi.Input<string | undefined>;
    /**
     * Id of the load balancer. 1 to 64 characters.
     */
    resourceId: pulumi.Input<string>;
}

/**
 * Tags to find resources by: a key, with any of some values.
 */
export interface TagFilterArgs {
    /**
     * The key, up to 128 characters; blanks around it do not count. Each key may stand once in a list. 1 to 128 characters.
     */
    key: pulumi.Input<string>;
    /**
     * The values, of up to 255 characters each, at most 10. Left out or empty, any value at all. At most 10 elements. Each: at most 255 characters.
     */
    values?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/**
 * Tags to find resources by: a key, with any of some values.
 */
export interface TagFilter {
    /**
     * The key, up to 128 characters; blanks around it do not count. Each key may stand once in a list. 1 to 128 characters.
     */
    key: string;
    /**
     * The values, of up to 255 characters each, at most 10. Left out or empty, any value at all. At most 10 elements. Each: at most 255 characters.
     */
    values?: string[];
}

export namespace vpn {
}
