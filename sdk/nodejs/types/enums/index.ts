// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

export const ApprovalDecision = {
    /**
     * The endpoint may connect.
     */
    Accept: "accept",
    /**
     * The endpoint may not connect; a connection that exists is cut.
     */
    Reject: "reject",
    /**
     * The connection stays as it is. What an import or a refresh finds while nobody has decided; an accepted or rejected connection does not become pending again.
     */
    Pending: "pending",
} as const;

/**
 * What the owner of a service decides about a connection.
 */
export type ApprovalDecision = (typeof ApprovalDecision)[keyof typeof ApprovalDecision];

export const ConnectionStatus = {
    /**
     * Waits for the service's owner.
     */
    PendingAcceptance: "pendingAcceptance",
    /**
     * Connected.
     */
    Accepted: "accepted",
    /**
     * Refused by the service's owner.
     */
    Rejected: "rejected",
    /**
     * Could not be made.
     */
    Failed: "failed",
} as const;

/**
 * The states that lists of connections can be filtered by.
 */
export type ConnectionStatus = (typeof ConnectionStatus)[keyof typeof ConnectionStatus];

export const Edition = {
    /**
     * The edition that every region has.
     */
    Basic: "basic",
    /**
     * The edition that knows IPv6 and several servers of a service; some regions have it.
     */
    Professional: "professional",
} as const;

/**
 * The edition of a service or an endpoint.
 */
export type Edition = (typeof Edition)[keyof typeof Edition];

export const EndpointIpVersion = {
    /**
     * An IPv4 address.
     */
    Ipv4: "ipv4",
    /**
     * An IPv4 address and an IPv6 address; of the professional edition.
     */
    DualStack: "dualstack",
} as const;

/**
 * Which addresses an endpoint has.
 */
export type EndpointIpVersion = (typeof EndpointIpVersion)[keyof typeof EndpointIpVersion];

export const NetType = {
    /**
     * VLANs.
     */
    Vlan: "vlan",
    /**
     * VXLANs.
     */
    Vxlan: "vxlan",
    /**
     * Either.
     */
    All: "all",
} as const;

/**
 * The kind of network that a service serves.
 */
export type NetType = (typeof NetType)[keyof typeof NetType];

export const PolicyEffect = {
    /**
     * It allows.
     */
    Allow: "Allow",
    /**
     * It denies.
     */
    Deny: "Deny",
} as const;

/**
 * What a policy's statement does.
 */
export type PolicyEffect = (typeof PolicyEffect)[keyof typeof PolicyEffect];

export const Protocol = {
    /**
     * TCP.
     */
    Tcp: "TCP",
    /**
     * UDP. Only on Flexible Engine and Huawei Cloud Stack, perhaps also on Open Telekom Cloud and Open Telekom Cloud Switzerland.
     */
    Udp: "UDP",
} as const;

/**
 * The protocol of a port mapping.
 */
export type Protocol = (typeof Protocol)[keyof typeof Protocol];

export const QuotaType = {
    /**
     * VPC endpoint services.
     */
    EndpointService: "endpoint_service",
    /**
     * VPC endpoints.
     */
    Endpoint: "endpoint",
} as const;

/**
 * A kind of thing that has a quota.
 */
export type QuotaType = (typeof QuotaType)[keyof typeof QuotaType];

export const ResourceMatchKey = {
    /**
     * The full name; the id of what has none.
     */
    ResourceName: "resource_name",
} as const;

/**
 * What to look at besides tags.
 */
export type ResourceMatchKey = (typeof ResourceMatchKey)[keyof typeof ResourceMatchKey];

export const ServerType = {
    /**
     * A cloud server.
     */
    Vm: "VM",
    /**
     * A load balancer; the most reliable choice for high traffic.
     */
    Lb: "LB",
    /**
     * A virtual address on a physical server. Only on Open Telekom Cloud, Open Telekom Cloud Switzerland, Flexible Engine and a private region, perhaps also on Huawei Cloud and Huawei Cloud Europe.
     *
     * @deprecated The clouds phase it out; use LB.
     */
    Vip: "VIP",
    /**
     * A bare metal server. Only on Open Telekom Cloud, Open Telekom Cloud Switzerland and a private region, perhaps also on Flexible Engine.
     *
     * @deprecated The clouds phase it out; use LB.
     */
    Bms: "BMS",
} as const;

/**
 * The kind of server behind a service.
 */
export type ServerType = (typeof ServerType)[keyof typeof ServerType];

export const ServiceIpVersion = {
    /**
     * IPv4 addresses.
     */
    Ipv4: "ipv4",
    /**
     * IPv6 addresses; of the professional edition.
     */
    Ipv6: "ipv6",
} as const;

/**
 * Which addresses a service has.
 */
export type ServiceIpVersion = (typeof ServiceIpVersion)[keyof typeof ServiceIpVersion];

export const ServiceStatus = {
    /**
     * Being made.
     */
    Creating: "creating",
    /**
     * Ready for connections.
     */
    Available: "available",
    /**
     * Could not be made.
     */
    Failed: "failed",
} as const;

/**
 * The states that lists of services can be filtered by.
 */
export type ServiceStatus = (typeof ServiceStatus)[keyof typeof ServiceStatus];

export const ServiceType = {
    /**
     * Endpoints get a private address in a subnet.
     */
    Interface: "interface",
    /**
     * Endpoints are targets of route tables; made by the cloud's operator.
     */
    Gateway: "gateway",
} as const;

/**
 * The type of a VPC endpoint service.
 */
export type ServiceType = (typeof ServiceType)[keyof typeof ServiceType];

export const Signing = {
    /**
     * The present form: `Access=`, the secret key signs.
     */
    Access: "access",
    /**
     * The form with a credential scope: `Credential=`, a key derived from date, region and service signs.
     */
    Scoped: "scoped",
} as const;

/**
 * The form of the SDK-HMAC-SHA256 signature.
 */
export type Signing = (typeof Signing)[keyof typeof Signing];

export const SortDirection = {
    /**
     * The newest first.
     */
    Descending: "desc",
    /**
     * The oldest first.
     */
    Ascending: "asc",
} as const;

/**
 * Which end of a list comes first.
 */
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];

export const SortKey = {
    /**
     * When it was created.
     */
    CreatedAt: "createdAt",
    /**
     * When it was changed last.
     */
    UpdatedAt: "updatedAt",
} as const;

/**
 * What a list is sorted by.
 */
export type SortKey = (typeof SortKey)[keyof typeof SortKey];

export const TaggedResourceType = {
    /**
     * VPC endpoint services.
     */
    EndpointService: "endpoint_service",
    /**
     * VPC endpoints.
     */
    Endpoint: "endpoint",
} as const;

/**
 * What can have tags.
 */
export type TaggedResourceType = (typeof TaggedResourceType)[keyof typeof TaggedResourceType];

export const TcpProxy = {
    /**
     * They do not.
     */
    Close: "close",
    /**
     * In a TCP option; for OBS only.
     */
    ToaOpen: "toa_open",
    /**
     * In the Proxy Protocol: the server must understand it.
     */
    ProxyOpen: "proxy_open",
    /**
     * In both ways.
     */
    Open: "open",
    /**
     * The client's network id, in the Proxy Protocol. Only on Huawei Cloud, Huawei Cloud Europe, Open Telekom Cloud, Open Telekom Cloud Switzerland and a private region, perhaps also on Flexible Engine, Cloud.ru and Huawei Cloud Stack.
     */
    ProxyVni: "proxy_vni",
} as const;

/**
 * Whether and how the client's address and port reach the server.
 */
export type TcpProxy = (typeof TcpProxy)[keyof typeof TcpProxy];
