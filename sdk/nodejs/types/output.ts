// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as outputs from "../types/output";
import * as enums from "../types/enums";

/**
 * A link of an API version.
 */
export interface ApiLink {
    /**
     * The address; empty where the cloud leaves it out.
     */
    href?: string;
    /**
     * What the link leads to; `self` is the version itself.
     */
    rel?: string;
    /**
     * The media type.
     */
    type?: string;
}

/**
 * A version of the VPCEP API.
 */
export interface ApiVersionInfo {
    /**
     * The version, such as `v1`.
     */
    id: string;
    /**
     * Where it is served.
     */
    links: outputs.ApiLink[];
    /**
     * The lowest microversion; empty where there are none.
     */
    minVersion?: string;
    /**
     * `CURRENT`, `SUPPORT` or `DEPRECATED`.
     */
    status?: string;
    /**
     * When it was published, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    updated?: string;
    /**
     * The highest microversion; empty where there are none.
     */
    version?: string;
}

/**
 * An agency: what another account lets this one do in its name.
 */
export interface AssumeRole {
    /**
     * Name of the agency. Left out, the plugin takes it from `HW_ASSUME_ROLE_AGENCY_NAME`.
     */
    agencyName: string;
    /**
     * Id of the account that the agency belongs to: its keys are the newer STS service's where there is one. Left out, the plugin takes it from `HW_ASSUME_ROLE_DOMAIN_ID`, unless `domainName` is set.
     */
    domainId?: string;
    /**
     * Name of the account that the agency belongs to, in place of its id: its keys are IAM's. Left out, the plugin takes it from `HW_ASSUME_ROLE_DOMAIN_NAME`, unless `domainId` is set.
     */
    domainName?: string;
    /**
     * How many seconds the keys hold before they are renewed: an hour from IAM, and what the agency allows from STS, when left out. STS gives no more than an hour to who asks with temporary keys. From 900 to 86400. Left out, the plugin takes it from `HW_ASSUME_ROLE_DURATION`.
     */
    durationSeconds?: number;
}

/**
 * A sign-in with the token of another identity provider.
 */
export interface AssumeRoleWithOidc {
    /**
     * Name of an agency to take on then, before those of `assumeRole`; with `domainId` or `domainName`.
     */
    agencyName?: string;
    /**
     * Id of the account that the agency belongs to.
     */
    domainId?: string;
    /**
     * Name of the account that the agency belongs to.
     */
    domainName?: string;
    /**
     * How many seconds the agency's keys hold before they are renewed. From 900 to 86400.
     */
    durationSeconds?: number;
    /**
     * The provider's token (a JWT). It ends soon: a file can be renewed, this cannot. Left out, the plugin takes it from `HW_ASSUME_ROLE_ID_TOKEN`, unless `idTokenFile` is set.
     *
     * A secret: encrypted in the state and never shown.
     */
    idToken?: string;
    /**
     * A file with the provider's token, read anew for each sign-in. Left out, the plugin takes it from `HW_ASSUME_ROLE_ID_TOKEN_FILE` or `HUAWEICLOUD_SDK_ID_TOKEN_FILE`, unless `idToken` is set.
     */
    idTokenFile?: string;
    /**
     * Id of the identity provider, as the account calls it. Left out, the plugin takes it from `HW_ASSUME_ROLE_IDP_ID` or `HUAWEICLOUD_SDK_IDP_ID`.
     */
    idpId: string;
}

/**
 * Why the cloud failed to make something.
 */
export interface CloudError {
    /**
     * The error code, such as `EndPoint.3010`.
     */
    code?: string;
    /**
     * The cloud's own words.
     */
    message?: string;
}

/**
 * A connection to a VPC endpoint service, as the service's owner sees it.
 */
export interface ConnectionInfo {
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    createdAt?: string;
    /**
     * The description that the service's owner gave the connection.
     */
    description?: string;
    /**
     * Id of the account (domain) that owns the endpoint.
     */
    domainId?: string;
    /**
     * Id of the endpoint.
     */
    endpointId: string;
    /**
     * Why it failed; empty unless it did.
     */
    errors: outputs.CloudError[];
    /**
     * The number that marks the endpoint's packets, as text: it has up to 64 bits.
     */
    markerId?: string;
    /**
     * The state: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
     */
    status?: string;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    updatedAt?: string;
}

/**
 * A VPC endpoint of the project. What the cloud at hand does not report is absent.
 */
export interface EndpointInfo {
    /**
     * The account's states: `active`, or the reasons why the endpoint is frozen.
     */
    activeStatus?: string[];
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    createdAt?: string;
    /**
     * The description.
     */
    description?: string;
    /**
     * The private domain names; absent until the connection is accepted.
     */
    dnsNames?: string[];
    /**
     * Whether it has a private domain name.
     */
    enableDns?: boolean;
    /**
     * Whether the endpoint is switched on: `enable` or `disable`.
     */
    enableStatus?: string;
    /**
     * Whether only those of `whitelist` may use it.
     */
    enableWhitelist?: boolean;
    /**
     * Id of the pool behind it; the clouds are giving it up.
     */
    endpointPoolId?: string;
    /**
     * Id of the service.
     */
    endpointServiceId?: string;
    /**
     * Why it failed; empty unless it did.
     */
    errors: outputs.CloudError[];
    /**
     * The id.
     */
    id: string;
    /**
     * The private address; absent until the connection is accepted.
     */
    ip?: string;
    /**
     * `ipv4` or `dualstack`.
     */
    ipVersion?: string;
    /**
     * The private IPv6 address, of dual-stack endpoints.
     */
    ipv6Address?: string;
    /**
     * The number that marks the endpoint's packets, as text: it has up to 64 bits.
     */
    markerId?: string;
    /**
     * Its policy document, a JSON object.
     */
    policyDocument?: string;
    /**
     * The statements of its policy as the cloud has them, a JSON array.
     */
    policyStatement?: string;
    /**
     * The statements of its policy, as the resource `Endpoint` takes them; absent for the one that the cloud sets by itself, which allows everything.
     */
    policyStatements?: outputs.PolicyStatement[];
    /**
     * Id of the project that owns it.
     */
    projectId?: string;
    /**
     * The edge group.
     */
    publicBorderGroup?: string;
    /**
     * Ids of the route tables that lead to it, of gateway endpoints.
     */
    routeTables?: string[];
    /**
     * The full name of the service.
     */
    serviceName?: string;
    /**
     * The type of the service: `interface` or `gateway`.
     */
    serviceType?: string;
    /**
     * The specification.
     */
    specificationName?: string;
    /**
     * The state: `creating`, `pendingAcceptance`, `accepted`, `rejected`, `failed` or `deleting`.
     */
    status?: string;
    /**
     * Network id of the subnet that its address is from.
     */
    subnetId?: string;
    /**
     * The tags.
     */
    tags?: {[key: string]: string};
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    updatedAt?: string;
    /**
     * Id of the VPC that it connects.
     */
    vpcId?: string;
    /**
     * The addresses and CIDR blocks that may use it.
     */
    whitelist?: string[];
}

/**
 * A VPC endpoint service of the project. What the cloud at hand does not report is absent.
 */
export interface EndpointServiceInfo {
    /**
     * Whether the owner must accept each connection.
     */
    approvalEnabled?: boolean;
    /**
     * The type of the service's address range.
     */
    cidrType?: string;
    /**
     * How many endpoints are connected or being connected; only lists report it.
     */
    connectionCount?: number;
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    createdAt?: string;
    /**
     * The description.
     */
    description?: string;
    /**
     * Id of the account (domain) that owns the service.
     */
    domainId?: string;
    /**
     * Whether endpoints of the service may have a policy.
     */
    enablePolicy?: boolean;
    /**
     * Why it failed; empty unless it did.
     */
    errors: outputs.CloudError[];
    /**
     * The full name: `region.name.id`, or `region.id` without a short name.
     */
    fullName?: string;
    /**
     * The id.
     */
    id: string;
    /**
     * The server's IPv4 address or domain name, of interface services in a VLAN.
     */
    ip?: string;
    /**
     * `ipv4` or `ipv6`.
     */
    ipVersion?: string;
    /**
     * Id of the cluster, on dedicated sites.
     */
    poolId?: string;
    /**
     * Id of the server's network port.
     */
    portId?: string;
    /**
     * The ports that clients connect to, and those of the server that answer.
     */
    ports?: outputs.PortMapping[];
    /**
     * Id of the project that owns the service.
     */
    projectId?: string;
    /**
     * The edge group of the service.
     */
    publicBorderGroup?: string;
    /**
     * The kind of server: `VM`, `LB`, `VIP` or `BMS`.
     */
    serverType?: string;
    /**
     * The short name.
     */
    serviceName?: string;
    /**
     * The type: `interface` or `gateway`.
     */
    serviceType?: string;
    /**
     * Network id of the subnet that the server of an IPv6 service sees requests come from.
     */
    snatNetworkId?: string;
    /**
     * The state: `creating`, `available`, `failed` or `deleting`.
     */
    status?: string;
    /**
     * The editions of endpoints that may connect, as the cloud names them: `basic`, `profession`.
     */
    supportedEditions?: string[];
    /**
     * The tags.
     */
    tags?: {[key: string]: string};
    /**
     * Whether and how the client's address and port reach the server.
     */
    tcpProxy?: string;
    /**
     * When it was changed last, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    updatedAt?: string;
    /**
     * Id of the port of the virtual address, for `VIP`.
     */
    vipPortId?: string;
    /**
     * Id of the VPC that the server is in.
     */
    vpcId?: string;
}

/**
 * Tags that others manage: they are neither shown nor changed.
 */
export interface IgnoreTags {
    /**
     * How their keys begin. The cloud's own, which begin with `_sys_`, are always left alone.
     */
    keyPrefixes?: string[];
    /**
     * Their keys.
     */
    keys?: string[];
}

/**
 * Who may connect to a VPC endpoint service.
 */
export interface PermissionInfo {
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    createdAt?: string;
    /**
     * The description.
     */
    description?: string;
    /**
     * The cloud's id of the record.
     */
    id?: string;
    /**
     * Who: `iam:domain::` and an account id, `*` for everyone, or `organizations:orgPath::` and a path.
     */
    permission: string;
    /**
     * `domainId` or `orgPath`.
     */
    permissionType?: string;
}

/**
 * The policy of an endpoint of a cloud's own interface service.
 */
export interface PolicyDocument {
    /**
     * Elements of the document that have no property here, as those of a statement.
     */
    otherElements?: {[key: string]: any};
    /**
     * The statements. What none of them allows is denied. 1 to 100 elements.
     */
    statements: outputs.PolicyDocumentStatement[];
    /**
     * The version of the grammar; the clouds document `5.0` only.
     */
    version?: string;
}

/**
 * A PolicyDocument with its defaults.
 */
export function policyDocumentProvideDefaults(val: PolicyDocument): PolicyDocument {
    return {
        ...val,
        version: (val.version) ?? "5.0",
    };
}

/**
 * A statement of a policy document.
 */
export interface PolicyDocumentStatement {
    /**
     * What may or may not be done, such as `kms:cmk:get`; `*` stands for anything. This or `notActions`. At most 100 elements.
     */
    actions?: string[];
    /**
     * When the statement holds: operators, of each the condition keys and their values, such as `{StringEquals: {"g:PrincipalAccount": [...]}}`. Which there are is in the cloud's IAM documentation; the provider sends them as they are. Left out, always.
     */
    condition?: any;
    /**
     * Whether it allows or denies.
     *
     * One of: `Allow`, `Deny`.
     */
    effect: enums.PolicyEffect;
    /**
     * Everything but this may or may not be done. At most 100 elements.
     */
    notActions?: string[];
    /**
     * With all resources but these. At most 100 elements.
     */
    notResources?: string[];
    /**
     * Elements of the statement that have no property here, by the names and with the values that the API gives them. Left out, those that the cloud holds stay.
     */
    otherElements?: {[key: string]: any};
    /**
     * Whom it is about: `*`, or an object such as `{IAM: [...]}`. Left out, everyone, `*`.
     */
    principal?: any;
    /**
     * With which resources; `*` stands for anything. This or `notResources`. At most 100 elements.
     */
    resources?: string[];
    /**
     * A label for people; the cloud makes nothing of it.
     */
    sid?: string;
}

/**
 * A statement of the policy of an endpoint of a gateway service.
 */
export interface PolicyStatement {
    /**
     * What may or may not be done, such as `obs:bucket:ListBucket`; `*` stands for anything. At most 100 elements.
     */
    actions: string[];
    /**
     * When the statement holds: operators, of each the condition keys and their values, such as `{StringEquals: {"g:PrincipalAccount": [...]}}`. Which there are is in the cloud's IAM documentation; the provider sends them as they are. Left out, always.
     */
    condition?: any;
    /**
     * Whether it allows or denies.
     *
     * One of: `Allow`, `Deny`.
     */
    effect: enums.PolicyEffect;
    /**
     * Elements of the statement that have no property here, by the names and with the values that the API gives them. Left out, those that the cloud holds stay.
     */
    otherElements?: {[key: string]: any};
    /**
     * With which resources, such as `obs:*:*:bucket:my-bucket`; `*` stands for anything. At most 100 elements.
     */
    resources: string[];
    /**
     * A label for people; the cloud makes nothing of it.
     */
    sid?: string;
}

/**
 * A port that clients connect to, and the port of the server that answers.
 */
export interface PortMapping {
    /**
     * The port that clients connect to. From 1 to 65535.
     */
    clientPort: number;
    /**
     * The protocol.
     *
     * One of: `TCP`, `UDP`.
     */
    protocol?: enums.Protocol;
    /**
     * The port of the server. From 1 to 65535.
     */
    serverPort: number;
}

/**
 * A PortMapping with its defaults.
 */
export function portMappingProvideDefaults(val: PortMapping): PortMapping {
    return {
        ...val,
        protocol: (val.protocol) ?? "TCP",
    };
}

/**
 * A consumer's endpoint.
 */
export interface PrivateLinkEndpoint {
    /**
     * The endpoint's private domain names, with `enableDns`.
     */
    dnsNames?: string[];
    /**
     * Id of the endpoint.
     */
    endpointId: string;
    /**
     * The private address that the consumer's VPC reaches the server at.
     */
    ip?: string;
}

/**
 * A service that the cloud's operator offers to everyone.
 */
export interface PublicServiceInfo {
    /**
     * When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.
     */
    createdAt?: string;
    /**
     * Whether endpoints of it may have a policy.
     */
    enablePolicy?: boolean;
    /**
     * The full name.
     */
    fullName?: string;
    /**
     * The id, to make endpoints with.
     */
    id: string;
    /**
     * Whether endpoints of it cost money.
     */
    isCharge?: boolean;
    /**
     * Who runs it.
     */
    owner?: string;
    /**
     * The type: `interface` or `gateway`.
     */
    serviceType?: string;
}

/**
 * A quota of the project.
 */
export interface QuotaInfo {
    /**
     * How many there may be.
     */
    quota?: number;
    /**
     * The kind of thing: `endpoint_service` or `endpoint`.
     */
    type: string;
    /**
     * How many there are.
     */
    used?: number;
}

/**
 * A load balancer behind a service that has several.
 */
export interface ServerResource {
    /**
     * The availability zone that it is in, such as `cn-east-4a`. 1 to 64 characters.
     */
    availabilityZoneId?: string;
    /**
     * Id of the load balancer. 1 to 64 characters.
     */
    resourceId: string;
}

/**
 * A key of tags, and the values that it has.
 */
export interface TagInfo {
    /**
     * The key.
     */
    key: string;
    /**
     * The values, each once.
     */
    values: string[];
}

/**
 * A resource that was found by its tags.
 */
export interface TaggedResourceInfo {
    /**
     * The id.
     */
    resourceId: string;
    /**
     * The full name; the id of what has none.
     */
    resourceName?: string;
    /**
     * All its tags.
     */
    tags: {[key: string]: string};
}

export namespace vpn {
    /**
     * A client's connection to a P2C VPN gateway.
     */
    export interface P2cConnectionInfo {
        /**
         * The public address that the client comes from; parts of it may be masked.
         */
        clientIp?: string;
        /**
         * The user.
         */
        clientUserName?: string;
        /**
         * The client's address in the VPN.
         */
        clientVirtualIp?: string;
        /**
         * When the client connected, in UTC: YYYY-MM-DDTHH:MM:SSZ.
         */
        connectionEstablishedTime?: string;
        /**
         * The id.
         */
        connectionId: string;
        /**
         * Bytes received from the client.
         */
        inboundBytes?: number;
        /**
         * Packets received from the client.
         */
        inboundPackets?: number;
        /**
         * Bytes sent to the client.
         */
        outboundBytes?: number;
        /**
         * Packets sent to the client.
         */
        outboundPackets?: number;
        /**
         * When the figures were taken, in UTC: YYYY-MM-DDTHH:MM:SSZ.
         */
        timestamp?: string;
    }
}
